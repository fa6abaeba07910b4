using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>
/// The nudges of one person about one customer or deal, of some rules, or all of them rest until a moment: those that were found already, and what is found meanwhile. Kept as a setting
/// <c>rest/PERSON/SCOPE</c>, where the scope is the record's key, <c>rule:ID,ID</c> or <c>*</c>; behind the moment may stand what it rests until (<see cref="Finding.SnoozedFor"/>).
/// A stall alert rests for its few days only (AL-01), what follows a clock of others not at all.
/// </summary>
internal static class Rest
{
    /// <summary>The scope of all that may rest.</summary>
    public const string Everything = "*";

    private const string Prefix = "rest/", RulePrefix = "rule:";
    private const char Until = '|';

    /// <summary>What rests of one person.</summary>
    /// <param name="For">The event before whose moment it wakes up; null: none.</param>
    public sealed record Kept(string Scope, DateTimeOffset Until, string? For)
    {
        public bool IsWide => Scope == Everything || Rules is not null;

        /// <summary>Of a scope of rules, their ids.</summary>
        public string[]? Rules => Scope.StartsWith(RulePrefix, StringComparison.Ordinal) ? Scope[RulePrefix.Length..].Split(',') : null;
    }

    /// <summary>The scope of rules, by their ids joined by commas.</summary>
    public static string OfRules(string ids) => RulePrefix + ids;

    /// <summary>What still rests of that person by their own word.</summary>
    public static async Task<IReadOnlyList<Kept>> KeptAsync(SalesDb db, Person person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var prefix = Prefix + person.Key + "/";
        return [.. (await db.Settings.AsNoTracking().Where(s => s.Name.StartsWith(prefix)).ToListAsync(cancellationToken)).Select(s => Read(s.Name[prefix.Length..], s.Value)).Where(k => k.Until > now)];
    }

    /// <summary>Keys of all that nudges may be about of a customer, or of a deal alone.</summary>
    public static async Task<IReadOnlyList<string>> SubjectsAsync(SalesDb db, string record, CancellationToken cancellationToken)
    {
        var deals = await db.Deals.Where(d => d.Key == record || d.Customer!.Key == record).Select(d => d.Key).ToListAsync(cancellationToken);
        var payments = await db.Payments.Where(p => p.Contract.Customer!.Key == record || p.Contract.Deal!.Key == record).Select(p => p.Key).ToListAsync(cancellationToken);
        var todos = await db.Todos.Where(t => t.DoneAt == null && (t.Customer!.Key == record || t.Deal!.Key == record || t.Deal!.Customer!.Key == record)).Select(t => t.Key).ToListAsync(cancellationToken);
        var promises = await db.Promises.Where(p => p.Customer.Key == record).Select(p => p.Key).ToListAsync(cancellationToken);
        var tickets = await db.Tickets.Where(t => t.Customer.Key == record).Select(t => t.Key).ToListAsync(cancellationToken);
        return [.. new[] { record }.Concat(tickets).Concat(deals).Concat(payments).Concat(todos).Concat(promises).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>From now until then; returns the person's findings that rest, none of which is over. What rests for longer already goes on where all or a rule is meant.</summary>
    public static async Task<IReadOnlyList<Finding>> BeginAsync(SalesDb db, Person person, Kept kept, DateOnly today, CancellationToken cancellationToken)
    {
        await KeepAsync(db, person, kept.Scope, kept, cancellationToken);
        var findings = (await OpenAsync(db, person, kept, cancellationToken)).FindAll(f => MayRest(f.Rule));
        foreach (var finding in findings)
        {
            var until = Latest(person, finding.Rule, today, kept.Until);
            if (kept.IsWide && finding.SnoozedUntil >= until) continue;
            (finding.State, finding.SnoozedFor, finding.SnoozedUntil) = (FindingState.Waiting, kept.For, until);
        }

        return findings;
    }

    /// <summary>It is over at once; returns how many findings wait to be told again, null where nothing rested.</summary>
    public static async Task<int?> EndAsync(SalesDb db, Person person, string scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var running = await KeptAsync(db, person, now, cancellationToken);
        var ended = running.FirstOrDefault(k => k.Scope == scope) ?? new Kept(scope, DateTimeOffset.MaxValue, null);
        var was = await KeepAsync(db, person, scope, null, cancellationToken);
        var others = new List<Func<Finding, bool>>();
        foreach (var other in running.Where(k => k.Scope != scope)) others.Add(await AboutAsync(db, other, cancellationToken));
        // Of all that rests, what was put off for itself, or rests with a customer, goes on.
        var resting = (await OpenAsync(db, person, ended, cancellationToken)).FindAll(f => f.SnoozedUntil > now && !(ended.IsWide && (!was || f.SnoozedUntil > ended.Until || f.SnoozedFor is not null || others.Exists(about => about(f)))));
        resting.ForEach(f => (f.SnoozedUntil, f.SnoozedFor) = (now, null));
        return was || resting.Count > 0 ? resting.Count : null;
    }

    /// <summary>What was just found of what rests waits with it, with the longest where several hold.</summary>
    public static async Task HoldAsync(Scan scan, NudgeRule rule, IReadOnlyList<Finding> found, CancellationToken cancellationToken)
    {
        if (!rule.MayRest || found.Count == 0)
        {
            return;
        }

        foreach (var setting in await scan.Db.Settings.AsNoTracking().Where(s => s.Name.StartsWith(Prefix)).ToListAsync(cancellationToken))
        {
            var parts = setting.Name.Split('/');
            var kept = Read(parts[2], setting.Value);
            if (kept.Until <= scan.Now || scan.Org.Find(parts[1]) is not { } person || !found.Any(f => f.PersonId == person.Id))
            {
                continue;
            }

            var about = await AboutAsync(scan.Db, kept, cancellationToken);
            var until = Latest(person, rule.Id, Presence.Day(person, scan.Now), kept.Until);
            foreach (var finding in found.Where(f => f.PersonId == person.Id && about(f) && !(f.SnoozedUntil >= until)))
            {
                (finding.SnoozedUntil, finding.SnoozedFor) = (until, kept.For);
            }
        }
    }

    /// <summary>What rests until one of these things happens to one of these records, or to one of their customer, no longer does.</summary>
    public static async Task HappenedAsync(SalesDb db, IReadOnlyList<string> events, IReadOnlyCollection<string> records, CancellationToken cancellationToken)
    {
        foreach (var setting in await db.Settings.Where(s => s.Name.StartsWith(Prefix) && s.Value.Contains("|")).ToListAsync(cancellationToken))
        {
            var kept = Read(setting.Name.Split('/')[2], setting.Value);
            if (kept.For is { } awaited && events.Contains(awaited, StringComparer.Ordinal) && records.Contains(kept.Scope, StringComparer.Ordinal)) db.Settings.Remove(setting);
        }
    }

    /// <summary>A stall alert rests for its few days.</summary>
    private static DateTimeOffset Latest(Person person, string rule, DateOnly today, DateTimeOffset until) =>
        rule == "stalled" && Zones.Instant(today.AddDays(SnoozeNudge.LongestStall), person.WorkFrom, person.TimeZone) is var latest && latest < until ? latest : until;

    private static Kept Read(string scope, string value) => value.Split(Until) is [var until, .. var awaited] ? new Kept(scope, DateTimeOffset.Parse(until, CultureInfo.InvariantCulture), awaited.FirstOrDefault()) : throw new FormatException(value);

    /// <summary>Whether a finding is of that scope.</summary>
    public static async Task<Func<Finding, bool>> AboutAsync(SalesDb db, Kept kept, CancellationToken cancellationToken)
    {
        if (kept.Scope == Everything) return _ => true;
        if (kept.Rules is { } rules) return f => rules.Contains(f.Rule, StringComparer.Ordinal);
        var subjects = await SubjectsAsync(db, kept.Scope, cancellationToken);
        return f => subjects.Contains(f.SubjectKey, StringComparer.Ordinal);
    }

    private static bool MayRest(string rule) => NudgeRules.Find(rule) is { MayRest: true };

    private static async Task<List<Finding>> OpenAsync(SalesDb db, Person person, Kept kept, CancellationToken cancellationToken)
    {
        var about = await AboutAsync(db, kept, cancellationToken);
        return (await db.Findings.Where(f => f.PersonId == person.Id && f.State != FindingState.Cleared).OrderBy(f => f.Id).ToListAsync(cancellationToken)).FindAll(f => about(f));
    }

    /// <summary>Returns whether something was kept before.</summary>
    private static async Task<bool> KeepAsync(SalesDb db, Person person, string scope, Kept? rests, CancellationToken cancellationToken)
    {
        var name = Prefix + person.Key + "/" + scope;
        var value = rests is null ? "" : rests.Until.ToString("O") + (rests.For is { } awaited ? Until + awaited : "");
        var kept = await db.Settings.FindAsync([name], cancellationToken);
        if (rests is null)
        {
            if (kept is not null) db.Settings.Remove(kept);
        }
        else if (kept is null)
        {
            db.Settings.Add(new Setting { Name = name, Value = value });
        }
        else
        {
            kept.Value = value;
        }

        return kept is not null;
    }
}
