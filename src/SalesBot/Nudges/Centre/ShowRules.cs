using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Nudges.Centre;

/// <summary>The rule centre (AL-04): every reason to wake somebody, in plain words, with which version holds since when. Each opens; an admin finds there what changes it.</summary>
internal sealed class ShowRules : Command
{
    public override CommandSpec Spec { get; } = new("nudge_rules", Permission.Member) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (book, version) = await RuleEdit.LaidAsync(act.Db, cancellationToken);
        var rows = NudgeRules.Shipped.Select(rule => new
        {
            Main = RuleSay.Name(rule.Id),
            Second = new Word("Rule.line", new Word("Rule.what." + rule.Id), RuleSay.Together(RuleSay.Of(rule, book, act.Process, act.Org).Where(f => f.Id is not "on" || rule.Urgent).Select(f => f.Said))),
            Value = rule.Urgent || book[rule.Id].On ? null : new Word("Rule.is_off"),
            // What is always on has nothing that could be changed.
            Open = rule.Urgent ? null : new Button("Button.open", "nudge_rule", new Slots { ["rule"] = rule.Id }),
        }).ToList();
        Word which = version is null ? new("Flow.shipped") : new("Flow.version", version.Number, version.CreatedAt, version.By is { } by ? by : new Word("Flow.imported"));
        List<Button> buttons = act.Me.May(Permission.Administer) ? [new("Command.nudge_budget", "nudge_budget")] : [];
        buttons.Add(new Button("Command.nudge_versions", "nudge_versions"));
        buttons.AddRange(act.Me.May(Permission.ManageTeam) ? [new Button("Command.nudge_precision", "nudge_precision")] : []);
        Word title = "Rule.title";
        Word how = new("Rule.subtitle", which, new Word("Rule.budget", book.Budget));
        var pause = await PauseNudges.InForceAsync(act.Db, act.Now, cancellationToken);
        var subtitle = pause is null ? how : new Word("Rule.sentences", PauseNudges.Say(pause), how);
        buttons.AddRange(act.Me.May(Permission.StopNudges) ? [pause is null ? new Button("Command.pause_nudges", "pause_nudges") : new Button("Command.resume_nudges", "resume_nudges")] : []);
        return new Reply(new View("list", new { Title = title, Subtitle = subtitle, Rows = rows, Buttons = buttons }, new Word("Approval.text", title, subtitle)));
    }
}

/// <summary>One rule: what, why it is there, from when on, who, how; for an admin with the buttons that change it.</summary>
internal sealed class ShowRule : Command
{
    public override CommandSpec Spec { get; } = new("nudge_rule", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        act = MeantRules.Read(act, ("rule", "rule"));
        var (rules, ask) = MeantRules.Find(act, _ => true, one: true);
        if (rules is not [var rule])
        {
            return ask!;
        }

        var (book, _) = await RuleEdit.LaidAsync(act.Db, cancellationToken);
        List<Word> lines = [new Word("Rule.what." + rule.Id), .. RuleSay.Of(rule, book, act.Process, act.Org).Select(f => new Word("Approval.text", f.Label, f.Said))];
        if (await PauseNudges.InForceAsync(act.Db, act.Now, cancellationToken) is { } pause)
        {
            lines.Add(PauseNudges.Say(pause));
        }

        if ((await Precision.OfAsync(act.Db, act.Now, cancellationToken)).FirstOrDefault(p => p.Rule == rule.Id) is { } precision)
        {
            lines.Add(new Word("Approval.text", new Word("Precision.label"), precision.Said));
        }

        var title = RuleSay.Name(rule.Id);
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = act.Me.May(Permission.Administer) ? Changing(rule, book[rule.Id]) : [] }, new Word("Approval.text", title, lines))) { Focus = act.Focus with { LookIntent = Spec.Id, LookSlots = new Slots { ["rule"] = rule.Id } } };
    }

    private static List<Button> Changing(NudgeRule rule, RuleTerms terms)
    {
        Button For(string verb, Word? title = null, params (string Slot, string Value)[] more) =>
            new(title ?? new Word("Command." + verb), verb, new Slots(more.Select(m => KeyValuePair.Create(m.Slot, m.Value)).Prepend(KeyValuePair.Create("rule", rule.Id))));

        var buttons = new List<Button>();
        if (rule is StalledDeals)
        {
            buttons.AddRange([new("Command.stall_days", "stall_days"), new("Command.stage_days", "stage_days")]);
        }
        else if (RuleDays.Takes(rule))
        {
            buttons.Add(For("nudge_days"));
        }

        if (terms.Ladder.Count > 0)
        {
            buttons.Add(For("nudge_tell"));
            buttons.AddRange(terms.Ladder.Sum(s => s.To.Count) > 1 ? [For("nudge_untell")] : []);
        }

        if (rule.Usual.Task)
        {
            buttons.Add(For("nudge_task", new Word(terms.Task ? "Rule.no_task" : "Rule.with_task"), ("value", terms.Task ? "off" : "on")));
        }

        if (!rule.Urgent)
        {
            var other = terms.Channel == NudgeChannel.Digest ? NudgeChannel.Message : NudgeChannel.Digest;
            buttons.Add(For("nudge_channel", new Word("Rule.to." + other), ("value", other.ToString())));
            buttons.Add(For("nudge_hours"));
        }

        buttons.Add(For("nudge_switch", new Word(terms.On || rule.Urgent ? "Rule.turn_off" : "Rule.turn_on"), ("value", terms.On || rule.Urgent ? "off" : "on")));
        return buttons;
    }
}
