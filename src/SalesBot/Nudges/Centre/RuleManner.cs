using SalesBot.Conversation;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Nudges.Centre;

/// <summary>What is changed in the same way for all rules that a word names (“回款” is two of them).</summary>
internal abstract class RuleManner(string id, string list) : RuleEdit
{
    public override CommandSpec Spec { get; } = Changing(id);

    protected override Act Read(Act act) => MeantRules.Read(act, ("rule", "rule"), ("value", list));

    protected override Task<(NudgeBook? After, Reply? Bad)> ChangeAsync(Act act, NudgeBook before, CancellationToken cancellationToken)
    {
        var (rules, ask) = MeantRules.Find(act, Takes, one: false);
        if (rules.Count == 0)
        {
            return Task.FromResult<(NudgeBook?, Reply?)>((null, ask));
        }

        return Task.FromResult(Put(act) is { } put ? (rules.Aggregate(before, (book, rule) => book.With(rule.Id, put(book[rule.Id]))), (Reply?)null) : (null, AskValue(act)));
    }

    protected virtual bool Takes(NudgeRule rule) => !rule.Urgent;

    /// <summary>What becomes of the terms; null where the order does not say it.</summary>
    protected abstract Func<RuleTerms, RuleTerms>? Put(Act act);

    protected abstract Reply AskValue(Act act);
}

/// <summary>As a message of its own, or as a line of the digest.</summary>
internal sealed class RuleChannel() : RuleManner("nudge_channel", "channel")
{
    protected override Func<RuleTerms, RuleTerms>? Put(Act act) => Enum.TryParse<NudgeChannel>(act.Slots.Text("value"), ignoreCase: true, out var channel) ? terms => terms with { Channel = channel } : null;

    protected override Reply AskValue(Act act) => MeantRules.Ask(act, "Ask.nudge_channel.value", "value", Enum.GetValues<NudgeChannel>().Select(one => (new Word("Rule.to." + one), one.ToString())));
}

/// <summary>On or off. What belongs to a clock that others rely on stays on (<see cref="NudgeRule.Urgent"/>).</summary>
internal sealed class RuleSwitch() : RuleManner("nudge_switch", "switch")
{
    /// <summary>The same order said as one of the settings.</summary>
    public static Task<Reply> InsteadAsync(Act act, CancellationToken cancellationToken) => new RuleSwitch().RunAsync(act with { Frame = act.Frame with { Intent = "nudge_switch", Slots = [] } }, cancellationToken);

    protected override bool Takes(NudgeRule rule) => true;

    protected override async Task<(NudgeBook? After, Reply? Bad)> ChangeAsync(Act act, NudgeBook before, CancellationToken cancellationToken)
    {
        var (rules, _) = MeantRules.Find(act, Takes, one: false);
        return rules.FirstOrDefault(r => r.Urgent) is { } urgent && act.Slots.Text("value") == "off"
            ? (null, Act.Say(new Word("Rule.urgent", RuleSay.Name(urgent.Id), new Word("Rule.urgent." + urgent.Id))))
            : await base.ChangeAsync(act, before, cancellationToken);
    }

    protected override Func<RuleTerms, RuleTerms>? Put(Act act) => act.Slots.Text("value") is ("on" or "off") and var way ? terms => terms with { On = way == "on" } : null;

    protected override Reply AskValue(Act act) => MeantRules.Ask(act, "Ask.nudge_switch.value", "value", [("Rule.turn_on", "on"), ("Rule.turn_off", "off")]);
}

/// <summary>Whether it also makes a to-do.</summary>
internal sealed class RuleTask() : RuleManner("nudge_task", "task")
{
    protected override bool Takes(NudgeRule rule) => rule.Usual.Task;

    protected override Func<RuleTerms, RuleTerms>? Put(Act act) => act.Slots.Text("value") is ("on" or "off") and var way ? terms => terms with { Task = way == "on" } : null;

    protected override Reply AskValue(Act act) => MeantRules.Ask(act, "Ask.nudge_task.value", "value", [("Rule.with_task", "on"), ("Rule.no_task", "off")]);
}

/// <summary>How many messages one person gets a day at most (complaint 29).</summary>
internal sealed class RuleBudget : RuleEdit
{
    public override CommandSpec Spec { get; } = Editing("nudge_budget", "value");

    protected override Task<(NudgeBook? After, Reply? Bad)> ChangeAsync(Act act, NudgeBook before, CancellationToken cancellationToken) => Task.FromResult<(NudgeBook?, Reply?)>(
        StageFigure.Said(act.Slots.Text("value")) is { } budget ? (before with { Budget = budget }, null) : (null, Question.Again(act, "value", new Word("SplitRule.no_number", Excerpt.Of(act.Slots.Text("value"))))));
}
