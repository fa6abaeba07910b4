using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>What the speaker has put to rest (“我停了哪些提醒”): all, a rule, a customer or deal, each with the button that ends it, and single nudges.</summary>
internal sealed class RestingNudges : Command
{
    private const int Most = 20;

    public override CommandSpec Spec { get; } = new("resting_nudges", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var kept = (await Rest.KeptAsync(act.Db, act.Me, act.Now, cancellationToken)).OrderByDescending(k => k.IsWide).ThenBy(k => k.Until).ThenBy(k => k.Scope, StringComparer.Ordinal).ToList();
        var names = await Choice.NamesAsync(act, [.. kept.Where(k => !k.IsWide).Select(k => k.Scope)], cancellationToken);
        var rows = new List<NudgeRow>();
        foreach (var rest in kept.Where(k => k.IsWide || names.ContainsKey(k.Scope)))
        {
            rows.Add(new NudgeRow(rest.IsWide ? Of(rest) : new Word("Format.Plain", names[rest.Scope]), Until(rest.Until, rest.For), "", rest.IsWide ? RestOwnNudges.Wake(rest) : await WakeAsync(act, rest.Scope, cancellationToken)));
        }

        var single = await SingleAsync(act, kept, cancellationToken);
        var called = await WhyNudge.NamesAsync(act, single, cancellationToken);
        rows.AddRange(single.Select(f => new NudgeRow(called.TryGetValue(f.Id, out var name) ? new Word("Rule.diff", RuleSay.Name(f.Rule), name) : RuleSay.Name(f.Rule), Until(f.SnoozedUntil!.Value, f.SnoozedFor), "", WhyNudge.Of([f]))));
        Word title = rows.Count == 0 ? "Resting.none" : new Word("Resting.title", rows.Count);
        Word? pause = await PauseNudges.InForceAsync(act.Db, act.Now, cancellationToken) is { } all ? PauseNudges.Say(all) : null;
        Button[] buttons = [new("Command.my_nudges", "my_nudges"), new("Command.what_reaches_me", "what_reaches_me")];
        return new Reply(new View("nudge-list", new { Title = title, Why = pause, Rows = rows.Take(Most).ToList(), More = rows.Count > Most ? new Word("Nudge.more", rows.Count - Most) : null, Next = (Word?)null, Buttons = buttons }, title));
    }

    /// <summary>What a wide rest is of.</summary>
    public static Word Of(Rest.Kept kept) => RestOwnNudges.Names([.. NudgeRules.Shipped.Where(r => kept.Rules?.Contains(r.Id, StringComparer.Ordinal) == true)]);

    private static Word Until(DateTimeOffset until, string? awaited) => awaited is null ? new("Resting.until", until) : new("Resting.for", new Word("SnoozeNudge.event." + awaited), until);

    private static async Task<Button> WakeAsync(Act act, string key, CancellationToken cancellationToken) =>
        new("Command.wake_nudges", "wake_nudges", new Slots { [await act.Db.Deals.AnyAsync(d => d.Key == key, cancellationToken) ? "deal" : "customer"] = key });

    /// <summary>Put off one by one, and with nothing that is listed besides.</summary>
    private static async Task<List<Finding>> SingleAsync(Act act, IReadOnlyList<Rest.Kept> kept, CancellationToken cancellationToken)
    {
        var resting = await act.Db.Findings.AsNoTracking().Where(f => f.PersonId == act.Me.Id && f.State == FindingState.Waiting && f.SnoozedUntil > act.Now).OrderBy(f => f.SnoozedUntil).ThenBy(f => f.Id).ToListAsync(cancellationToken);
        foreach (var rest in kept)
        {
            var about = await Rest.AboutAsync(act.Db, rest, cancellationToken);
            resting.RemoveAll(f => about(f) && f.SnoozedUntil <= rest.Until);
        }

        return resting;
    }
}
