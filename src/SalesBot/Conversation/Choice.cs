using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>One of several records that a name could mean, with what tells it from the others.</summary>
/// <param name="Slot">The slot that it fills when chosen.</param>
internal sealed record Choice(string Slot, string Key, object Name, Word Detail)
{
    /// <summary>Describes the records behind the keys, in their order; those that the viewer may not see are left out.</summary>
    public static async Task<IReadOnlyList<Choice>> DescribeAsync(SalesDb db, OrgChart org, Viewer viewer, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var found = new List<Choice>();
        foreach (var choices in Area.All.Select(area => area.Choices(db, viewer, keys)).OfType<IQueryable<Choice>>())
        {
            found.AddRange(await choices.ToListAsync(cancellationToken));
        }

        found.AddRange(keys.Select(org.Find).OfType<Person>().Select(p => new Choice("person", p.Key, p, p.Team is { } team ? new Word("Choice.Person", p.Role, team) : new Word("Format.Plain", p.Role))));
        var order = keys.Select((key, index) => (key, index)).GroupBy(k => k.key, StringComparer.Ordinal).ToDictionary(k => k.Key, k => k.First().index, StringComparer.Ordinal);
        return [.. found.OrderBy(c => order[c.Key])];
    }

    /// <summary>What those behind the keys are called, as far as that is a plain name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(Act act, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        (await DescribeAsync(act.Db, act.Org, act.Viewer, keys, cancellationToken)).Select(choice => (choice.Key, Name: (choice.Name as Person)?.Name ?? choice.Name as string)).Where(choice => choice.Name is not null)
        .GroupBy(choice => choice.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Name!, StringComparer.Ordinal);
}
