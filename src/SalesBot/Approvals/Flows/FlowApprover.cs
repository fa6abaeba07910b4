using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>Who decides a step: people by name, or by what they are to the submitter or in the company.</summary>
internal sealed class FlowApprover : FlowEdit
{
    private static readonly string[] Usual = ["superior", "department_head", "above:regional_manager", "head:director", "head:legal", "head:finance"];

    public override CommandSpec Spec { get; } = Changing("flow_approver");

    /// <summary>As <see cref="FlowSeats"/> reads it; null where somebody is named whom nobody knows, or nobody is.</summary>
    public static IReadOnlyList<string>? Said(OrgChart org, string? value)
    {
        var parts = FlowWords.Lists.Parts(value ?? "").Select(part => One(org, part)).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : [.. parts.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Those who are usual, as buttons; others are named.</summary>
    public static Reply Ask(Act act) => FlowPlace.Ask(act, act.Slots.Text("value") is { } said ? new Word("Flow.who_unknown", Excerpt.Of(said)) : new Word($"Ask.{act.Frame.Intent}.value"), Usual.Select(who => (new Word("Format.Plain", FlowSay.Say(act.Org, who)), "value", who)));

    protected override Task<(FlowBook? After, Reply? Bad)> ChangeAsync(Act act, FlowBook before, CancellationToken cancellationToken)
    {
        var (place, ask) = FlowPlace.Find(act, before, _ => true, step: true);
        return Task.FromResult<(FlowBook?, Reply?)>(place is null ? (null, ask) : Said(act.Org, act.Slots.Text("value")) is { } who ? (place.With(before, place.Of(before).Steps[place.Step] with { Who = who }), null) : (null, Ask(act)));
    }

    /// <summary>A name comes first: somebody may be called like a role.</summary>
    private static string? One(OrgChart org, string part)
    {
        var people = org.Everybody.Where(p => new[] { p.Key, p.Name, p.EnglishName }.Concat(p.Aliases).Contains(part, StringComparer.OrdinalIgnoreCase)).ToList();
        return people is [var person] ? "person:" + person.Key : FlowSeats.IsSound(part) ? part : FlowWords.Lists.In("who", part);
    }
}
