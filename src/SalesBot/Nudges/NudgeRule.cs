using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>
/// One reason to wake somebody (DESIGN.md 2, rule 6): finds, and later shows. Found by scan like a command; stateless. A new rule is one file,
/// its words (<c>Nudge.{Id}.…</c>) and its test.
/// </summary>
internal abstract class NudgeRule
{
    /// <summary>Also the <see cref="Finding.Rule"/> and, with the record's key, the subject of its card (<c>stalled:D7K2…</c>).</summary>
    public abstract string Id { get; }

    /// <summary>What is so at <see cref="Scan.Now"/> and has no finding yet. May add records that the finding needs (a wake-up task); the scan saves.</summary>
    public abstract Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken);

    /// <summary>
    /// What to tell one person of these findings, which are theirs and of this rule, in the state of now; null when none of them holds any
    /// more. Those that no longer hold are left out of <see cref="Told.Findings"/> and count as cleared.
    /// </summary>
    public abstract Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken);

    /// <summary>A row for each person, for a record that the rule found.</summary>
    protected IEnumerable<Finding> For(Scan scan, Record record, DateTimeOffset since, params Person?[] people) =>
        people.OfType<Person>().DistinctBy(p => p.Id).Select(p => new Finding
        {
            Rule = Id, SubjectId = record.Id, SubjectKey = record.Key, Since = since, PersonId = p.Id, FoundAt = scan.Now,
        });
}

/// <summary>One look at the company at one moment.</summary>
internal sealed record Scan(SalesDb Db, OrgChart Org, DateTimeOffset Now)
{
    /// <summary>The day it is where the company is; a person's own day is looked at when they are told.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Zones.Local(Now, "Asia/Shanghai"));
}

/// <summary>A nudge ready to be sent, and the findings that it tells of.</summary>
internal sealed record Told(View View, IReadOnlyList<Finding> Findings);
