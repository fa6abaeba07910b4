using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Telemetry;

namespace SalesBot.Nudges;

/// <summary>
/// Tells what was found: to each person in their working hours only, with the state looked at again just before, so that nobody is told what is no longer so.
/// The first message of a day is the digest, which holds all that waits; after it findings of one rule are one message, as many a day as the budget allows.
/// </summary>
internal sealed class NudgeDelivery(Func<SalesDb> open, NudgeRules rules, CompanyCaches company, Post post, Outbox outbox)
{
    /// <summary>Returns the number of messages put into the outbox.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        if (await NudgePause.IsOnAsync(db, now, cancellationToken))
        {
            return 0;
        }

        var scan = await ScanAsync(db, now, cancellationToken);
        var presence = await Presence.AtAsync(db, scan.Org.Everybody, now, cancellationToken);
        var sent = 0;
        var worked = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var person in await WhomAsync(scan, presence, cancellationToken))
        {
            sent += await TellAsync(person, presence.IsWorking(person), worked, now, cancellationToken);
        }

        if (worked.Count > 0)
        {
            await NudgeRules.NoteAsync(db, "tell", worked, now, cancellationToken);
        }

        if (sent > 0)
        {
            outbox.Wake();
        }

        return sent;
    }

    /// <summary>Of a message that is about no single record: what one person was told by one rule at one moment.</summary>
    public static string Subject(string rule, Person person, DateTimeOffset toldAt) => string.Create(CultureInfo.InvariantCulture, $"nudge:{rule}:{person.Id}:{toldAt.ToUnixTimeSeconds()}");

    /// <summary>As a message of its own.</summary>
    public static View Alone(NudgeRule rule, Person person, Told told, DateTimeOffset toldAt) => (told.Own ?? NudgeList.Of(told)) is var view && view.Subject is null ? view with { Subject = Subject(rule.Id, person, toldAt) } : view;

    /// <summary>Who has something waiting that may be told now, or gets the week's report: found by two queries for all, as this is asked each minute.</summary>
    private static async Task<IEnumerable<Person>> WhomAsync(Scan scan, Presence presence, CancellationToken cancellationToken)
    {
        var now = scan.Now;
        var waiting = (await scan.Db.Findings.Where(f => f.State == FindingState.Waiting && (f.SnoozedUntil == null || f.SnoozedUntil <= now))
            .GroupBy(f => new { f.PersonId, f.Rule }).Select(g => new Waits(g.Key.PersonId, g.Key.Rule, g.Min(f => f.Since), g.Count(f => f.SnoozedUntil != null))).ToListAsync(cancellationToken)).ToLookup(g => g.PersonId);
        // East and west of here it is another day.
        var yesterday = DateOnly.FromDateTime(now.UtcDateTime.AddDays(-1));
        var sent = (await scan.Db.Digests.Where(d => d.Day >= yesterday).Select(d => new { d.PersonId, d.Day }).ToListAsync(cancellationToken)).Select(d => (d.PersonId, d.Day)).ToHashSet();
        return scan.Org.Everybody.Where(p => presence.IsWorking(p) || (presence.WorksToday(p) && Digest.IsHour(p, now)))
            .Where(p => IsTime(scan, p, waiting[p.Id], sent.Contains((p.Id, Presence.Day(p, now))))).OrderBy(p => p.Id).ToList();
    }

    /// <summary>Whether a closer look is worth while; <see cref="DayPlan"/> decides.</summary>
    private static bool IsTime(Scan scan, Person person, IEnumerable<Waits> waiting, bool hadDigest)
    {
        var morning = Digest.Morning(person, scan.Now);
        var takesMorning = scan.Now >= morning && (person.DigestAt is null || !hadDigest);
        return waiting.Any(w => NudgeRules.Find(w.Rule) is { Urgent: true } || (scan.Book[w.Rule].On && (scan.Book[w.Rule].Channel == NudgeChannel.Message || w.Asked > 0 || (takesMorning && w.Earliest <= morning))))
            || (!hadDigest && WeekReport.IsDue(person, scan.Now));
    }

    private async Task<Scan> ScanAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(db, await company.Org.GetAsync(db, now, cancellationToken), now, await company.Definitions.GetAsync(db, now, cancellationToken));

    /// <summary>One transaction a person: their findings change state together with the messages that tell of them.</summary>
    /// <param name="isWorking">False: only their digest may be sent.</param>
    /// <param name="worked">Filled with the rules that were tried; false once one of them failed.</param>
    private async Task<int> TellAsync(Person person, bool isWorking, Dictionary<string, bool> worked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var scan = await ScanAsync(db, now, cancellationToken);
        var plan = await DayPlan.LoadAsync(scan, person, isWorking, cancellationToken);
        var parts = await rules.TellAsync(scan, person, plan.Waiting, worked, cancellationToken);
        var told = parts.SelectMany(p => p.Told.Findings.Concat(p.Told.Besides)).ToHashSet();
        foreach (var over in plan.Waiting.Where(f => !told.Contains(f) && worked.GetValueOrDefault(f.Rule)))
        {
            (over.State, over.ClearedAt) = (FindingState.Cleared, now);
        }

        var sent = await SendAsync(scan, plan, parts, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node told this person a moment before.
            return 0;
        }

        sent.ForEach(rule => Instruments.Nudges.Add(1, new KeyValuePair<string, object?>("rule", rule)));
        return sent.Count;
    }

    /// <summary>Returns what was sent: a rule's id for each message, <c>digest</c> for that.</summary>
    private async Task<List<string>> SendAsync(Scan scan, DayPlan plan, IReadOnlyList<(NudgeRule Rule, Told Told)> parts, CancellationToken cancellationToken)
    {
        var sent = new List<string>();
        var (alone, merged) = plan.Divide(parts);
        foreach (var (rule, told) in alone)
        {
            await post.SendAsync(scan.Db, new Notice(plan.Person, Alone(rule, plan.Person, told, scan.Now)) { ByMail = scan.Book[rule.Id].Mail }, scan.Now, cancellationToken);
            Mark(told, scan.Now, inDigest: false);
            sent.Add(rule.Id);
        }

        var week = plan.IsDigest && WeekReport.IsDue(plan.Person, scan.Now) ? await WeekReport.PartsAsync(scan, plan.Person, [.. merged.SelectMany(p => p.Told.Findings).Select(f => f.SubjectKey)], cancellationToken) : [];
        if (merged.Count + week.Count > 0)
        {
            var view = (merged, week) is ([var only], []) ? Alone(only.Rule, plan.Person, only.Told, scan.Now) : Digest.Of(plan.Person, [.. merged.Select(p => p.Told), .. week], scan.Now);
            await post.SendAsync(scan.Db, new Notice(plan.Person, view) { ByMail = merged.Exists(p => scan.Book[p.Rule.Id].Mail) }, scan.Now, cancellationToken);
            merged.ForEach(p => Mark(p.Told, scan.Now, inDigest: merged.Count + week.Count > 1));
            sent.Add("digest");
        }

        if (plan.IsDigest)
        {
            scan.Db.Add(new SentDigest { PersonId = plan.Person.Id, Day = Presence.Day(plan.Person, scan.Now), SentAt = scan.Now });
        }

        return sent;
    }

    private static void Mark(Told told, DateTimeOffset now, bool inDigest)
    {
        foreach (var finding in told.Findings.Concat(told.Besides))
        {
            (finding.State, finding.ToldAt, finding.InDigest, finding.SnoozedUntil, finding.SnoozedFor) = (FindingState.Told, now, inDigest, null, null);
        }
    }

    /// <summary>What waits for one person by one rule.</summary>
    /// <param name="Asked">How many of them rested until now.</param>
    private sealed record Waits(long PersonId, string Rule, DateTimeOffset Earliest, int Asked);
}
