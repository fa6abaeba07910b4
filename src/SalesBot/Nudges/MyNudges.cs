using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>What one was told today, and what one was told before that still is so; the newest first, each with its why.</summary>
internal sealed class MyNudges : Command
{
    private const int Most = 20;

    public override CommandSpec Spec { get; } = new("my_nudges", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var midnight = Zones.Instant(act.Today, TimeOnly.MinValue, act.Me.TimeZone);
        var mine = act.Db.Findings.AsNoTracking().Where(f => f.PersonId == act.Me.Id);
        var told = mine.Where(f => f.ToldAt != null && (f.ToldAt >= midnight || f.State != FindingState.Cleared));
        var count = await told.CountAsync(cancellationToken);
        var waiting = await mine.CountAsync(f => f.State == FindingState.Waiting && f.ToldAt == null, cancellationToken);
        var shown = await told.OrderByDescending(f => f.ToldAt).ThenBy(f => f.Rule).ThenBy(f => f.Id).Take(Most).ToListAsync(cancellationToken);
        var names = await WhyNudge.NamesAsync(act, shown, cancellationToken);
        var rows = shown.Select(f => new
        {
            Main = names.TryGetValue(f.Id, out var name) ? new Word("Rule.diff", RuleSay.Name(f.Rule), name) : RuleSay.Name(f.Rule),
            Second = State(f, act.Now),
            Open = WhyNudge.Of([f]),
        }).ToList();
        Word title = new("MyNudges.title", count);
        List<Word> notes = count > Most ? [new Word("Nudge.more", count - Most)] : [];
        notes.AddRange(waiting == 0 ? [] : [new Word("MyNudges.waiting", new Word("Count.nudges", waiting))]);
        notes.AddRange(await PauseNudges.InForceAsync(act.Db, act.Now, cancellationToken) is { } pause ? [PauseNudges.Say(pause)] : []);
        Button[] buttons = [new("Command.what_reaches_me", "what_reaches_me"), new("Command.nudge_rules", "nudge_rules")];
        return new Reply(new View("list", new { Title = title, Subtitle = notes.Count == 0 ? null : RuleSay.Together(notes), Empty = new Word("MyNudges.none"), Rows = rows, Buttons = buttons }, title));
    }

    private static Word State(Finding finding, DateTimeOffset now) => finding switch
    {
        { State: FindingState.Cleared } => new Word("MyNudges.cleared", finding.ToldAt, finding.ClearedAt),
        { SnoozedUntil: { } rests } when rests > now => new Word("MyNudges.rests", finding.ToldAt, rests),
        _ => new Word("MyNudges.told", finding.ToldAt),
    };
}
