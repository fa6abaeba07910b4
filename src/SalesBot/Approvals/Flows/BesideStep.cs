using System.Globalization;
using System.Text;
using SalesBot.People;

namespace SalesBot.Approvals.Flows;

/// <summary>Where a step goes that is said to come before or after another: "finance before legal", “法务之前加财务”.</summary>
/// <param name="Who">The new one, as it was said.</param>
/// <param name="Anchor">The one that is there, as it was said.</param>
internal sealed record BesideStep(string Who, string Anchor, bool Before, IReadOnlyList<string> Seats)
{
    /// <summary>Null where no such place is said. Chinese names the one that is there first, English the new one.</summary>
    public static BesideStep? Of(OrgChart org, string? value)
    {
        var text = (value ?? "").Normalize(NormalizationForm.FormKC).Trim();
        if (FlowWords.Lists.Find("place", text) is not { } found) return null;
        var (left, right) = (text[..found.At].Trim(), text[(found.At + found.Length)..].Trim());
        var (who, anchor) = char.IsAsciiLetter(text[found.At + found.Length - 1]) || text[found.At] == ' ' ? (left, right) : (right, left);
        return who.Length == 0 || anchor.Length == 0 ? null : new BesideStep(FlowWords.Lists.Without("adding", who), anchor, found.Id == "before", [.. SeatsOf(org, anchor)]);
    }

    /// <summary>The place in this flow, from 0; null where the other step is not in it.</summary>
    public int? At(Flow flow)
    {
        var at = Seats is ["step", var number] ? int.Parse(number, CultureInfo.InvariantCulture) - 1 : flow.Steps.ToList().FindIndex(step => step.Who.Any(who => Seats.Contains(who, StringComparer.Ordinal)));
        return at < 0 || at >= flow.Steps.Count ? null : Before ? at : at + 1;
    }

    /// <summary>All that a step may be written as that this one decides.</summary>
    private static IEnumerable<string> SeatsOf(OrgChart org, string anchor)
    {
        if (FlowWords.Lists.In("step", anchor) is { } step) return ["step", step];
        if (FlowApprover.Said(org, anchor) is not [var said]) return [];
        return FlowSeats.Parts(said) switch
        {
            ("person", { } key) => [said, .. Enum.GetValues<Role>().Where(role => FlowSeats.Head(org, role)?.Key == key).Select(role => "head:" + FlowSeats.NameOf(role))],
            ("head" or "role" or "above", { } role) => ["head:" + role, "role:" + role, "above:" + role],
            _ => [said],
        };
    }
}
