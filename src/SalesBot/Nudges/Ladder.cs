using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>What nobody has dealt with goes on to the next step of its rule's ladder (complaints 4 and 23), once, and only while it is still so.</summary>
internal static class Ladder
{
    /// <summary>A step that is to come, or has come: counted from when the step before was told, so that nobody is passed over who has had no time to act.</summary>
    public sealed record Rung(int Step, DateTimeOffset At, DateTimeOffset Since, IReadOnlyList<Person> To)
    {
        /// <summary>When the first of them is at work then.</summary>
        public DateTimeOffset ToldAt => To.Count == 0 ? At : To.Min(person => ApprovalClock.AtWork(person, At));
    }

    /// <summary>The step after the one on which a finding was told; null at the end. Who knows already is not told again.</summary>
    public static Rung? Next(Scan scan, Finding finding)
    {
        var ladder = scan.Book[finding.Rule].Ladder;
        if (finding.Step + 1 >= ladder.Count || finding.Step >= ladder.Count)
        {
            return null;
        }

        var (here, next) = (ladder[finding.Step], ladder[finding.Step + 1]);
        var owner = scan.Org.Find(Evaluation.Read(finding.Facts)?.Owner);
        var known = Recipients.Of(ladder.Take(finding.Step + 1).SelectMany(s => s.To), owner, scan.Org).Select(p => p.Id).Append(finding.PersonId).ToHashSet();
        var days = next.After - here.After;
        return new Rung(finding.Step + 1, (finding.ToldAt ?? scan.Now).AddDays(days), finding.Since.AddDays(days), [.. Recipients.Of(next.To, owner, scan.Org).Where(p => !known.Contains(p.Id))]);
    }

    /// <summary>The findings of the next steps that have come, of those of a rule that are not cleared. What rests (snoozed) does not climb, and nothing does during a pause; what could not be told, as somebody is on leave, does.</summary>
    public static async Task<IReadOnlyList<Finding>> ClimbAsync(Scan scan, NudgeRule rule, CancellationToken cancellationToken)
    {
        var ladder = scan.Book[rule.Id].Ladder;
        if (ladder.Count < 2 || await NudgePause.IsOnAsync(scan.Db, scan.Now, cancellationToken))
        {
            return [];
        }

        Presence? presence = null;
        var climbed = new List<Finding>();
        for (var step = 0; step + 1 < ladder.Count; step++)
        {
            var latest = scan.Now.AddDays(ladder[step].After - ladder[step + 1].After);
            var due = await scan.Db.Findings.AsNoTracking()
                .Where(f => f.Rule == rule.Id && f.State != FindingState.Cleared && f.Step == step && (f.ToldAt ?? f.FoundAt) <= latest && (f.SnoozedUntil == null || f.SnoozedUntil <= scan.Now))
                .Where(f => !scan.Db.Findings.Any(later => later.Rule == f.Rule && later.SubjectId == f.SubjectId && later.Step == f.Step + 1 && later.Since > f.Since && later.State != FindingState.Cleared))
                .ToListAsync(cancellationToken);
            if (due.Exists(f => f.ToldAt is null))
            {
                // Who is on leave could not be told; for all others it waits until they were.
                presence ??= await Presence.AtAsync(scan.Db, scan.Org.Everybody, scan.Now, cancellationToken);
                due.RemoveAll(f => f.ToldAt is null && !(scan.Org.Find(f.PersonId) is { } person && presence.IsAway(person)));
            }

            climbed.AddRange(due.GroupBy(f => (f.SubjectId, f.Since)).SelectMany(same => Above(scan, same.First())));
        }

        return climbed;
    }

    private static IEnumerable<Finding> Above(Scan scan, Finding below) => Next(scan, below) is not { } next ? [] : next.To.Select(person => new Finding
    {
        Rule = below.Rule, SubjectId = below.SubjectId, SubjectKey = below.SubjectKey, Since = next.Since, PersonId = person.Id, FoundAt = scan.Now, Book = scan.Book.Version, Step = next.Step, Facts = below.Facts,
    });
}
