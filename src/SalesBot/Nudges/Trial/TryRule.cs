using SalesBot.Conversation;
using SalesBot.Guide;
using SalesBot.Language;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges.Trial;

/// <summary>“Back-test it”: of the change of a rule that is still asked about, else of a rule as it stands. Nothing is changed, and the question stays open.</summary>
internal sealed class TryRule : Command
{
    public override CommandSpec Spec { get; } = new("try_rule", Permission.Administer) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await PendingAsync(act, cancellationToken) is { Count: > 0 } pending)
        {
            return Shown("Rule.tried", pending);
        }

        act = MeantRules.Read(InView(act), ("rule", "rule"));
        var (rules, ask) = MeantRules.Find(act, rule => !rule.Urgent, one: true);
        if (rules is not [var rule])
        {
            return ask!;
        }

        var scan = new Scan(act.Db, act.Org, act.Now, act.Definitions);
        return Shown(new Word("Rule.tried_of", RuleSay.Name(rule.Id)), await TrialRun.FactsAsync(scan, scan, [rule], cancellationToken));
    }

    /// <summary>What the change that is asked about would have done; null where none is.</summary>
    private static async Task<IReadOnlyList<LaidFact>?> PendingAsync(Act act, CancellationToken cancellationToken)
    {
        var (intent, filled) = act.Focus.Pending is { } open ? (open, act.Focus.Filled) : (act.Focus.Waiting?.Intent, act.Focus.Waiting?.Filled);
        var edit = CommandWords.Table.All.OfType<TriedEdit>().FirstOrDefault(e => e.Spec.Id == intent);
        return edit is null ? null : await edit.TriedAsync(act with { Said = null, Frame = act.Frame with { Intent = intent!, Slots = new Slots(filled ?? []) } }, cancellationToken);
    }

    /// <summary>With the rule that was looked at, where the words name none.</summary>
    private static Act InView(Act act) =>
        act.Slots.Text("rule") is null && RuleWords.Lists.In("rule", act.Said) is null && act.Focus is { LookIntent: "nudge_rule", LookSlots: { } look } && look.Text("rule") is { } rule
            ? act with { Frame = act.Frame with { Slots = new Slots(act.Slots) { ["rule"] = rule } } } : act;

    private static Reply Shown(Word title, IReadOnlyList<LaidFact> facts)
    {
        var lines = facts.Select(fact => new Word("Approval.text", fact.Label, fact.Value)).ToList();
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = Array.Empty<Button>() }, new Word("Approval.text", title, lines)));
    }
}
