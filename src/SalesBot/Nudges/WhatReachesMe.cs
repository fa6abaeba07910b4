using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// Whether nudges reach one now, and what one may do about it oneself: a rule holds for everybody, and only an admin turns it off; a person has their leave, their digest and the
/// rest of their own nudges. Who says “turn off the stall reminders” and may not is led here.
/// </summary>
internal sealed class WhatReachesMe : Command
{
    public override CommandSpec Spec { get; } = new("what_reaches_me", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var pause = await PauseNudges.InForceAsync(act.Db, act.Now, cancellationToken);
        var leave = await act.Db.Absences.AsNoTracking().Where(a => a.PersonId == act.Me.Id && a.To >= act.Today).OrderBy(a => a.From).FirstOrDefaultAsync(cancellationToken);
        var (book, _) = await RuleEdit.LaidAsync(act.Db, cancellationToken);
        var rule = RuleWords.Lists.In("rule", act.Said) is { } id && NudgeRules.Shipped.Any(r => r.Id == id) ? id : null;
        var off = NudgeRules.Shipped.Where(r => !r.Urgent && !book[r.Id].On).Select(r => RuleSay.Name(r.Id)).ToList();
        var rest = await act.Db.Findings.CountAsync(f => f.PersonId == act.Me.Id && f.State == FindingState.Waiting && f.SnoozedUntil > act.Now, cancellationToken);
        var own = (await Rest.KeptAsync(act.Db, act.Me, act.Now, cancellationToken)).Where(k => k.IsWide).ToList();
        List<Word> lines =
        [
            .. RuleWords.Lists.In("team", act.Said) is null ? [] : new[] { new Word("Reach.team", Permissions.Holders(Permission.StopNudges)) },
            pause is null ? new Word("Reach.no_pause") : PauseNudges.Say(pause),
            .. leave is null ? [] : new[] { new Word(leave.From <= act.Today ? "Reach.on_leave" : "Reach.leave_ahead", TakeLeave.Said(leave)) },
            act.Me.DigestAt is { } at ? new Word("Settings.digest", at.ToString("HH:mm", CultureInfo.InvariantCulture)) : new Word("Settings.digest_off"),
            .. own.Select(k => new Word("Rest.own", RestingNudges.Of(k), k.Until)),
            .. rest == 0 ? [] : new[] { new Word("Reach.rest", new Word("Count.nudges", rest)) },
            .. off.Count == 0 ? [] : new[] { new Word("Reach.off", off) },
            .. RuleWords.Lists.In("none", act.Said) is null ? [] : new[] { new Word("Reach.no_rule") },
            rule is null ? new Word("Reach.how") : new Word("Reach.how_rule", RuleSay.Name(rule)),
        ];
        Word title = "Command.what_reaches_me";
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = Buttons(act, rule, own.Count > 0, pause is not null, leave is not null) }, new Word("Approval.text", title, lines)));
    }

    private static List<Button> Buttons(Act act, string? rule, bool ownRest, bool isPaused, bool hasLeave)
    {
        List<Button> buttons = rule is not null && act.Me.May(Permission.Administer) ? [new(new Word("Reach.for_all", RuleSay.Name(rule)), "nudge_switch", new Slots { ["rule"] = rule, ["value"] = "off" })] : [];
        buttons.AddRange(act.Me.May(Permission.StopNudges) ? [isPaused ? new Button("Command.resume_nudges", "resume_nudges") : new Button("Command.pause_nudges", "pause_nudges")] : []);
        buttons.Add(ownRest ? new Button("Command.resting_nudges", "resting_nudges") : new Button("Command.rest_own_nudges", "rest_own_nudges", rule is null ? [] : new Slots { ["rule"] = rule }));
        buttons.Add(new Button("Command.my_nudges", "my_nudges"));
        buttons.Add(hasLeave ? new Button("Command.my_leave", "my_leave") : new Button("Command.take_leave", "take_leave"));
        buttons.Add(new Button(act.Me.DigestAt is null ? "Button.digest_on" : "Button.digest_off", "settings", new Slots { ["setting"] = "daily_digest", ["value"] = act.Me.DigestAt is null ? "on" : "off" }));
        buttons.Add(rule is null ? new Button("Command.nudge_rules", "nudge_rules") : new Button("Button.show_rule", "nudge_rule", new Slots { ["rule"] = rule }));
        return buttons;
    }
}
