using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// “今天先别给我推提醒”, "pause the stalled-deal reminders for a week": the speaker's own nudges rest, all of them or those of a rule, until a day or an hour, for two weeks at most.
/// Nobody else's do; what hangs on a clock of others still comes.
/// </summary>
internal sealed class RestOwnNudges : Command
{
    private static readonly TimeOnly Noon = new(12, 0);

    public override CommandSpec Spec { get; } = new("rest_own_nudges", Permission.Member) { MayAsk = ["date"], InHelp = false, Undoable = false, TakenBackBy = "wake_own_nudges" };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (!act.Pressed && RuleWords.Lists.In("none", act.Said) is not null)
        {
            return Act.Say("Reach.no_rule");
        }

        var (scope, named) = Scope(act);
        if (named.Count > 0 && named.All(r => !r.MayRest))
        {
            return Act.Say(new Word("SnoozeNudge.urgent", RuleSay.Name(named[0].Id)));
        }

        if (Until(act) is not { } until)
        {
            return RestNudges.Ask(Kept(act, scope), new Word(named.Count == 0 ? "Ask.rest_own_nudges.date" : "Ask.rest_own_nudges.rule", new Word("Count.days", SnoozeNudge.Longest), Names(named)));
        }

        var latest = Zones.Instant(act.Today.AddDays(SnoozeNudge.Longest), act.Me.WorkFrom, act.Me.TimeZone);
        if (until <= act.Now)
        {
            return Question.Again(Kept(act, scope), "date", new Word("Rest.bad_moment", until, new Word("Count.days", SnoozeNudge.Longest)));
        }

        return await BeginAsync(act, new Rest.Kept(scope, until > latest ? latest : until, null), named, cancellationToken);
    }

    /// <summary>What rests, said of the rules that are meant; of none: of all.</summary>
    public static Word Names(IReadOnlyList<NudgeRule> rules) => rules.Count == 0 ? "Rest.all" : new Word("Rest.rules", rules.Select(r => RuleSay.Name(r.Id)).ToList());

    /// <summary>The scope that the words or the button name, with its rules; none: all of them.</summary>
    public static (string Scope, IReadOnlyList<NudgeRule> Rules) Scope(Act act)
    {
        var ids = act.Slots.Text("rule") ?? (act.Pressed || act.Focus.Pending == act.Frame.Intent ? null : RuleWords.Lists.In("rule", act.Said));
        var rules = NudgeRules.Shipped.Where(r => ids?.Split(',').Contains(r.Id, StringComparer.Ordinal) == true).ToList();
        return rules.Count == 0 ? (Rest.Everything, rules) : (Rest.OfRules(string.Join(',', rules.Select(r => r.Id))), rules);
    }

    private static Act Kept(Act act, string scope) => scope == Rest.Everything ? act : act with { Frame = act.Frame with { Slots = new Slots(act.Slots) { ["rule"] = string.Join(',', Scope(act).Rules.Select(r => r.Id)) } } };

    /// <summary>An hour is one of today where no day was said.</summary>
    private static DateTimeOffset? Until(Act act) => (act.Slots.Date("date"), act.Slots.Time("time")) switch
    {
        (null, null) => null,
        // “今天下午别吵我”: through that part of the day, not until it begins.
        (var day, not null) when (day is null || day == act.Today) && RuleWords.Lists.In("bound", act.Said) is null && RuleWords.Lists.In("half", act.Said) is { } half =>
            Zones.Instant(act.Today, half == nameof(HalfDay.Afternoon) ? act.Me.WorkTo : Noon, act.Me.TimeZone),
        var (day, time) => Zones.Instant(day ?? act.Today, time ?? act.Me.WorkFrom, act.Me.TimeZone),
    };

    private static async Task<Reply> BeginAsync(Act act, Rest.Kept kept, IReadOnlyList<NudgeRule> rules, CancellationToken cancellationToken)
    {
        var resting = await Rest.BeginAsync(act.Db, act.Me, kept, act.Today, cancellationToken);
        object until = act.Slots.Time("time") is null ? Presence.Day(act.Me, kept.Until) : kept.Until;
        var lines = RestNudges.Lines(act, new Word("Rest.own", Names(rules), until), resting, act.Slots.Date("date"));
        var stallEnd = act.Today.AddDays(SnoozeNudge.LongestStall);
        if ((rules.Count == 0 || rules.Any(r => r.Id == "stalled")) && Zones.Instant(stallEnd, act.Me.WorkFrom, act.Me.TimeZone) < kept.Until)
        {
            lines.Add(new("Rest.stall", stallEnd));
        }

        lines.Add(rules.Count > 0 ? new("Rest.only_yours", Permissions.Holders(Permission.Administer)) : new("Rest.still", NudgeRules.Shipped.Where(r => !r.MayRest).Select(r => RuleSay.Name(r.Id)).ToList()));
        if (rules.Count == 0) lines.Add(new("Rest.only_yours", Permissions.Holders(Permission.StopNudges)));
        Word title = "Command.rest_own_nudges";
        Button[] buttons = [Wake(kept), new("Command.resting_nudges", "resting_nudges"), .. rules.Count == 0 && act.Me.May(Permission.StopNudges) ? new[] { new Button("Command.pause_nudges", "pause_nudges") } : []];
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, new Word("Approval.text", title, lines))) { Focus = act.Focus.Settled(), Done = Wake(kept).Data };
    }

    /// <summary>The button that ends it.</summary>
    public static Button Wake(Rest.Kept kept) => new("Command.wake_own_nudges", "wake_own_nudges", kept.Rules is { } rules ? new Slots { ["rule"] = string.Join(',', rules) } : []);
}

/// <summary>The speaker's own nudges, or those of a rule, reach them again at once; of none that rest, what does is shown.</summary>
internal sealed class WakeOwnNudges : Command
{
    public override CommandSpec Spec { get; } = new("wake_own_nudges", Permission.Member) { InHelp = false, Undoable = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (scope, rules) = RestOwnNudges.Scope(act);
        return await Rest.EndAsync(act.Db, act.Me, scope, act.Now, cancellationToken) is null ? await new RestingNudges().RunAsync(act, cancellationToken)
            : Act.Say(new Word("Rest.own_over", RestOwnNudges.Names(rules))) with { InPlace = act.PressedCard is not null, Focus = act.Focus.Settled() };
    }
}
