using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>
/// The nudges of one person about one customer or deal rest until a moment: those that were found already, and what is found meanwhile. Kept as a setting <c>rest/PERSON/RECORD</c>.
/// A stall alert rests for its few days only (AL-01), what follows a clock of others not at all.
/// </summary>
internal static class Rest
{
    private const string Prefix = "rest/";

    /// <summary>Keys of all that nudges may be about of a customer, or of a deal alone.</summary>
    public static async Task<IReadOnlyList<string>> SubjectsAsync(SalesDb db, string record, CancellationToken cancellationToken)
    {
        var deals = await db.Deals.Where(d => d.Key == record || d.Customer!.Key == record).Select(d => d.Key).ToListAsync(cancellationToken);
        var payments = await db.Payments.Where(p => p.Contract.Customer!.Key == record || p.Contract.Deal!.Key == record).Select(p => p.Key).ToListAsync(cancellationToken);
        var todos = await db.Todos.Where(t => t.DoneAt == null && (t.Customer!.Key == record || t.Deal!.Key == record || t.Deal!.Customer!.Key == record)).Select(t => t.Key).ToListAsync(cancellationToken);
        var promises = await db.Promises.Where(p => p.Customer.Key == record).Select(p => p.Key).ToListAsync(cancellationToken);
        return [.. new[] { record }.Concat(deals).Concat(payments).Concat(todos).Concat(promises).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>From now until then; returns the person's findings that rest, none of which is over.</summary>
    public static async Task<IReadOnlyList<Finding>> BeginAsync(SalesDb db, Person person, string record, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        await KeepAsync(db, person, record, Zones.Instant(until, person.WorkFrom, person.TimeZone), cancellationToken);
        var findings = (await OpenAsync(db, person, record, cancellationToken)).FindAll(f => MayRest(f.Rule));
        foreach (var finding in findings)
        {
            var day = finding.Rule == "stalled" && today.AddDays(SnoozeNudge.LongestStall) is var latest && latest < until ? latest : until;
            (finding.State, finding.SnoozedFor, finding.SnoozedUntil) = (FindingState.Waiting, null, Zones.Instant(day, person.WorkFrom, person.TimeZone));
        }

        return findings;
    }

    /// <summary>It is over at once; returns how many findings wait to be told again, null where nothing rested.</summary>
    public static async Task<int?> EndAsync(SalesDb db, Person person, string record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = await KeepAsync(db, person, record, null, cancellationToken);
        var resting = (await OpenAsync(db, person, record, cancellationToken)).FindAll(f => f.SnoozedUntil > now);
        resting.ForEach(f => (f.SnoozedUntil, f.SnoozedFor) = (now, null));
        return kept || resting.Count > 0 ? resting.Count : null;
    }

    /// <summary>What was just found of records that rest waits with them.</summary>
    public static async Task HoldAsync(Scan scan, NudgeRule rule, IReadOnlyList<Finding> found, CancellationToken cancellationToken)
    {
        if (!rule.MayRest || found.Count == 0)
        {
            return;
        }

        foreach (var kept in await scan.Db.Settings.AsNoTracking().Where(s => s.Name.StartsWith(Prefix)).ToListAsync(cancellationToken))
        {
            var parts = kept.Name.Split('/');
            var until = DateTimeOffset.Parse(kept.Value, CultureInfo.InvariantCulture);
            if (until <= scan.Now || scan.Org.Find(parts[1]) is not { } person || !found.Any(f => f.PersonId == person.Id))
            {
                continue;
            }

            var about = await SubjectsAsync(scan.Db, parts[2], cancellationToken);
            var latest = rule.Id == "stalled" ? Zones.Instant(Presence.Day(person, scan.Now).AddDays(SnoozeNudge.LongestStall), person.WorkFrom, person.TimeZone) : until;
            foreach (var finding in found.Where(f => f.PersonId == person.Id && about.Contains(f.SubjectKey, StringComparer.Ordinal)))
            {
                finding.SnoozedUntil = latest < until ? latest : until;
            }
        }
    }

    private static bool MayRest(string rule) => NudgeRules.Find(rule) is { MayRest: true };

    private static async Task<List<Finding>> OpenAsync(SalesDb db, Person person, string record, CancellationToken cancellationToken)
    {
        var about = await SubjectsAsync(db, record, cancellationToken);
        return await db.Findings.Where(f => f.PersonId == person.Id && f.State != FindingState.Cleared && about.Contains(f.SubjectKey)).OrderBy(f => f.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Returns whether something was kept before.</summary>
    private static async Task<bool> KeepAsync(SalesDb db, Person person, string record, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var name = Prefix + person.Key + "/" + record;
        var kept = await db.Settings.FindAsync([name], cancellationToken);
        if (until is null)
        {
            if (kept is not null) db.Settings.Remove(kept);
        }
        else if (kept is null)
        {
            db.Settings.Add(new Setting { Name = name, Value = until.Value.ToString("O") });
        }
        else
        {
            kept.Value = until.Value.ToString("O");
        }

        return kept is not null;
    }
}
