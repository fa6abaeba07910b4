using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Customers.Merging;

/// <summary>What two records say of the same things: the one that stays keeps its own, and takes what it lacks.</summary>
internal static class MergedFields
{
    private static readonly Field[] All =
    [
        new("Customer.field.legal", c => c.LegalName, (c, v) => c.LegalName = (string?)v),
        new("Customer.field.english", c => c.EnglishName, (c, v) => c.EnglishName = (string?)v),
        new("Customer.field.industry", c => c.Industry, (c, v) => c.Industry = (string?)v),
        new("Customer.field.address", c => c.Region, (c, v) => c.Region = (string?)v),
        new("Customer.field.tax_id", c => c.TaxId, (c, v) => c.TaxId = (string?)v),
        new("Customer.field.grade", c => c.Grade, (c, v) => c.Grade = (string?)v),
        new("Customer.field.lifecycle", c => c.Lifecycle, (c, v) => c.Lifecycle = (Lifecycle?)v),
    ];

    /// <summary>Fields in which both say something else.</summary>
    public static IEnumerable<(Word Label, object Kept, object Dropped)> Conflicts(Act act, Customer goes, Customer stays)
    {
        foreach (var field in All.Where(f => f.Read(goes) is { } gone && f.Read(stays) is { } kept && !gone.Equals(kept)))
        {
            yield return (field.Label, field.Read(stays)!, field.Read(goes)!);
        }

        if (goes.OwnerId is not null && stays.OwnerId is not null && goes.OwnerId != stays.OwnerId)
        {
            yield return ("Customer.field.owner", act.Org.Find(stays.OwnerId)!, act.Org.Find(goes.OwnerId)!);
        }
    }

    /// <summary>Fields that only the one that goes has.</summary>
    public static IEnumerable<(Word Label, object Kept)> Taken(Customer goes, Customer stays) =>
        All.Where(f => f.Read(stays) is null && f.Read(goes) is not null).Select(f => ((Word)f.Label, f.Read(goes)!));

    /// <summary>Puts them together; every name of the one that goes becomes another name of the one that stays.</summary>
    public static void Join(Customer goes, Customer stays)
    {
        foreach (var field in All.Where(f => f.Read(stays) is null && f.Read(goes) is not null))
        {
            field.Write(stays, field.Read(goes));
        }

        string[] own = [stays.Name, stays.LegalName ?? "", stays.EnglishName ?? ""];
        stays.Aliases = [.. stays.Aliases.Concat(new[] { goes.Name, goes.LegalName, goes.EnglishName }.OfType<string>()).Concat(goes.Aliases).Distinct(StringComparer.OrdinalIgnoreCase).Except(own, StringComparer.OrdinalIgnoreCase)];
        stays.LastInteractionAt = goes.LastInteractionAt > stays.LastInteractionAt || stays.LastInteractionAt is null ? goes.LastInteractionAt : stays.LastInteractionAt;
        if (stays.OwnerId is null && goes.OwnerId is not null)
        {
            (stays.OwnerId, stays.OwnedSince) = (goes.OwnerId, goes.OwnedSince);
        }
    }

    private sealed record Field(string Label, Func<Customer, object?> Read, Action<Customer, object?> Write);
}
