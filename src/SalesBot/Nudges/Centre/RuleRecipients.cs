using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Nudges.Centre;

/// <summary>Tells somebody else, too: at once, or so many days later while it is still so (complaints 4 and 23). Who stands on another step moves to this one.</summary>
internal sealed class AddRecipient : RuleEdit
{
    public override CommandSpec Spec { get; } = Changing("nudge_tell") with { MayAsk = ["rule", "value", "days", "reason"] };

    /// <summary>The order with the days that its words say; none is at once where they say so.</summary>
    protected override Act Read(Act act)
    {
        var read = base.Read(act);
        if (act.Focus.Pending != Spec.Id && read.Slots.Text("days") is null && act.Said is { } said)
        {
            var days = StageFigure.Said(said)?.ToString(CultureInfo.InvariantCulture) ?? RuleWords.Lists.In("days", said);
            read = days is null ? read : read with { Frame = read.Frame with { Slots = new Slots(read.Slots) { ["days"] = days } } };
        }

        return read;
    }

    protected override Task<(NudgeBook? After, Reply? Bad)> ChangeAsync(Act act, NudgeBook before, CancellationToken cancellationToken)
    {
        var (rules, ask) = MeantRules.Find(act, r => r.Usual.Ladder.Count > 0, one: true);
        return Task.FromResult<(NudgeBook?, Reply?)>(
            rules is not [var rule] ? (null, ask)
            : Said(act) is not { Count: > 0 } who ? (null, Ask(act, Recipients.All))
            : act.Slots.Text("days") is not { } said ? (null, When(act))
            : StageFigure.Said(said) is not { } days ? (null, Question.Again(act, "days", new Word("SplitRule.no_number", Excerpt.Of(said))))
            : (before.With(rule.Id, before[rule.Id] with { Ladder = Put(before[rule.Id].Ladder, who, days) }), null));
    }

    /// <summary>The people and roles that are named; null where one of them is nobody.</summary>
    public static IReadOnlyList<string>? Said(Act act)
    {
        var parts = RuleWords.Lists.Parts(act.Slots.Text("value") ?? "").Select(part => One(act.Org, part)).ToList();
        return parts.Contains(null) ? null : [.. parts.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whom to choose from; people are named.</summary>
    public static Reply Ask(Act act, IEnumerable<string> names) =>
        MeantRules.Ask(act, act.Slots.Text("value") is { } said ? new Word("Flow.who_unknown", Excerpt.Of(said)) : new Word($"Ask.{act.Frame.Intent}.value"), "value", names.Select(name => (new Word("Format.Plain", Recipients.Said(name, act.Org)), name)));

    /// <summary>Without these: a step that has nobody left goes, but for the first, to which those of the next move up.</summary>
    public static IReadOnlyList<LadderStep> Without(IReadOnlyList<LadderStep> ladder, IReadOnlyList<string> who)
    {
        var left = ladder.Select(s => s with { To = [.. s.To.Except(who, StringComparer.Ordinal)] }).Where(s => s.To.Count > 0).ToList();
        return [.. left.Select((s, i) => i == 0 ? s with { After = 0 } : s)];
    }

    private static Reply When(Act act) =>
        MeantRules.Ask(act, "Ask.nudge_tell.days", "days", new[] { 0, 3, 5, 7, 14 }.Select(days => (days == 0 ? new Word("Rule.at_once") : new Word("Rule.after_days", days), $"{days}")));

    private static List<LadderStep> Put(IReadOnlyList<LadderStep> ladder, IReadOnlyList<string> who, int days)
    {
        var rest = ladder.Select(s => s with { To = [.. s.To.Except(who, StringComparer.Ordinal)] }).Where(s => s.To.Count > 0).ToList();
        var here = rest.Find(s => s.After == days);
        return [.. rest.Where(s => s != here).Append(new LadderStep(days, [.. here?.To ?? [], .. who])).OrderBy(s => s.After)];
    }

    /// <summary>A name comes first: somebody may be called like a role.</summary>
    private static string? One(OrgChart org, string part)
    {
        var people = org.Everybody.Where(p => p.Active && new[] { p.Key, p.Name, p.EnglishName }.Concat(p.Aliases).Contains(part, StringComparer.OrdinalIgnoreCase)).ToList();
        return people is [var person] ? person.Key : Recipients.All.Contains(part, StringComparer.Ordinal) ? part : RuleWords.Lists.In("who", part);
    }
}

/// <summary>Tells somebody no more.</summary>
internal sealed class DropRecipient : RuleEdit
{
    public override CommandSpec Spec { get; } = Changing("nudge_untell");

    protected override Task<(NudgeBook? After, Reply? Bad)> ChangeAsync(Act act, NudgeBook before, CancellationToken cancellationToken)
    {
        var (rules, ask) = MeantRules.Find(act, r => r.Usual.Ladder.Count > 0, one: true);
        if (rules is not [var rule])
        {
            return Task.FromResult<(NudgeBook?, Reply?)>((null, ask));
        }

        var ladder = before[rule.Id].Ladder;
        if (AddRecipient.Said(act) is not { Count: > 0 } who)
        {
            return Task.FromResult<(NudgeBook?, Reply?)>((null, AddRecipient.Ask(act, ladder.SelectMany(s => s.To))));
        }

        var left = AddRecipient.Without(ladder, who);
        return Task.FromResult<(NudgeBook?, Reply?)>(left.Count == 0 ? (null, Act.Say(new Word("Rule.somebody", RuleSay.Name(rule.Id)))) : (before.With(rule.Id, before[rule.Id] with { Ladder = left }), null));
    }
}
