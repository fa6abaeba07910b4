using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// One reason to wake somebody (DESIGN.md 2, rule 6): finds, and later shows. Found by scan like a command; stateless. A new rule is one file,
/// its words (<c>Nudge.{Id}.…</c>) and its test.
/// </summary>
internal abstract class NudgeRule
{
    /// <summary>So many people are named; more are said by what they are to each record.</summary>
    internal const int Few = 4;

    /// <summary>Also the <see cref="Finding.Rule"/> and, with the record's key, the subject of its card (<c>stalled:D7K2…</c>).</summary>
    public abstract string Id { get; }

    /// <summary>What the service ships with; the company may lay down otherwise (<see cref="NudgeBook"/>).</summary>
    public virtual RuleTerms Usual { get; } = new();

    /// <summary>It belongs to a clock that others rely on: nobody turns it off, and no budget holds it back.</summary>
    public virtual bool Urgent => false;

    /// <summary>Its days may differ by the customer's grade (AL-07, AL-08).</summary>
    public virtual bool ByGrade => false;

    /// <summary>Who was told may put it off (<see cref="SnoozeNudge"/>).</summary>
    public virtual bool MayRest => !Urgent;

    /// <summary>What is so at <see cref="Scan.Now"/>; those that were found before may be among them. Changes nothing, so that it can be asked about any moment and any terms.</summary>
    public abstract Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken);

    /// <summary>What it finds is so for a day or so: a look further ahead does not see what comes before.</summary>
    public virtual bool Passing => false;

    /// <summary>Of the past: the spells that reach into the time from then on; null where history tells nothing of them. Changes nothing.</summary>
    public virtual Task<IReadOnlyList<Spell>?> PastAsync(Scan scan, DateTimeOffset from, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Spell>?>(null);

    /// <summary>From when on a spell is one to tell of, by the terms of the scan; null: never.</summary>
    public virtual DateTimeOffset? Reached(Scan scan, Spell spell) => null;

    /// <summary>The number of the record by which it would have told of a deal before it was lost; null where it tells of no deals.</summary>
    public virtual long? SubjectOf(LostDeal deal) => null;

    /// <summary>Rules that say the same of the same record, and more: what one of them tells somebody of in the same message is no line of this one.</summary>
    public virtual IReadOnlyList<string> SaidBy => [];

    /// <summary>What it is told of once while it stays so, whatever becomes of the days before which it is told; null where the moment since when it is so tells that.</summary>
    public virtual Func<Evaluation, DateTimeOffset>? Occurrence => null;

    /// <summary>What goes along with findings that are new: a to-do, where the terms say so. The scan saves.</summary>
    public virtual Task FoundAsync(Scan scan, IReadOnlyList<Finding> findings, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Who else hears of what goes on up the ladder now, besides those whom the terms name. Changes nothing.</summary>
    public virtual Task<IReadOnlyList<Finding>> BesidesAsync(Scan scan, IReadOnlyList<Finding> climbed, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([]);

    /// <summary>Of these, which are not cleared, those for which it is no longer so; looked at with each scan. None where that is only seen when they are told.</summary>
    public virtual IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) => findings.Where(f => false);

    /// <summary>
    /// What to tell one person of these findings, which are theirs and of this rule, in the state of now; null when none of them holds any
    /// more. Those that no longer hold are left out of <see cref="Told.Findings"/> and count as cleared.
    /// </summary>
    public abstract Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken);

    /// <summary>A row for each person, for a record that the rule found.</summary>
    protected IEnumerable<Finding> For(Scan scan, Record record, DateTimeOffset since, Evaluation facts, params IEnumerable<Person?> people) =>
        people.OfType<Person>().DistinctBy(p => p.Id).Select(p => new Finding
        {
            Rule = Id, SubjectId = record.Id, SubjectKey = record.Key, Since = since, PersonId = p.Id, FoundAt = scan.Now, Book = scan.Book.Version, Facts = facts.Write(),
        });

    /// <summary>For whoever stands on the first step of the rule's ladder, of a record that belongs to somebody.</summary>
    protected IEnumerable<Finding> ForFirst(Scan scan, Record record, DateTimeOffset since, Evaluation facts, Person? owner) =>
        For(scan, record, since, facts with { Owner = owner?.Id }, Recipients.Of(scan.Book[Id].Ladder[0].To, owner, scan.Org));

    /// <summary>Of what came up the ladder: who was told before and let it stand for how long, and who of them was away; null where the reader is among the first.</summary>
    protected async Task<Word?> PassedAsync(Scan scan, Person reader, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        if (findings.Count == 0 || findings.Any(f => f.Step == 0))
        {
            return null;
        }

        var (step, ladder, ids) = (findings.Max(f => f.Step), scan.Book[Id].Ladder, findings.Select(f => f.SubjectId).ToList());
        var told = await scan.Db.Findings.Where(f => f.Rule == Id && ids.Contains(f.SubjectId) && f.Step < step && f.State != FindingState.Cleared && f.ToldAt != null && f.PersonId != reader.Id)
            .GroupBy(f => f.PersonId).Select(g => new { Person = g.Key, At = g.Min(f => f.ToldAt!.Value) }).ToListAsync(cancellationToken);
        told.RemoveAll(t => Days(scan, t.At) == 0);
        var most = step < ladder.Count ? ladder[step].After - ladder[step - 1].After : 0;
        if (most <= 0 || told.Count == 0)
        {
            return null;
        }

        var leave = await DaysAway.SinceAsync(scan.Db, told.Min(t => t.At), cancellationToken);
        var had = told.Select(t => (Person: scan.Org.Find(t.Person), t.At)).Where(t => t.Person is not null).OrderBy(t => t.Person!.Id).ToLookup(t => leave.Overlaps(t.Person!, t.At, scan.Now), t => (object)t.Person!);
        var (here, away) = (had[false].ToList(), had[true].ToList());
        // Who came back meanwhile was told later than the others.
        var days = Math.Min(most, told.Where(t => here.Exists(p => ((Person)p).Id == t.Person)).Select(t => Days(scan, t.At)).DefaultIfEmpty(most).Min());
        Word? passed = here.Count == 0 ? null : new Word("Nudge.passed", days, here.Count <= Few ? And(here) : Many(ladder.Take(step).SelectMany(s => s.To), scan.Org));
        return away.Count is 0 or > Few ? passed : passed is null ? new Word("Nudge.passed_away", And(away)) : new Word("Nudge.passed_but", passed, And(away));
    }

    /// <summary>Of what comes back: the numbers of the records of which the reader was told before, each with everybody else who was.</summary>
    protected async Task<IReadOnlyDictionary<long, IReadOnlyList<Person>>> AgainAsync(Scan scan, Person reader, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var told = (await scan.Db.Findings.AsNoTracking().Where(f => f.Rule == Id && ids.Contains(f.SubjectId) && f.ToldAt != null).OrderBy(f => f.ToldAt).ThenBy(f => f.Id).ToListAsync(cancellationToken)).ToLookup(f => f.SubjectId);
        var again = new Dictionary<long, IReadOnlyList<Person>>();
        foreach (var finding in findings)
        {
            var same = told[finding.SubjectId].Where(f => Evaluation.Same(f.Facts, finding.Facts)).ToList();
            if (same.Exists(f => f.PersonId == reader.Id && f.Since < finding.Since))
            {
                again[finding.SubjectId] = [.. same.Where(f => f.PersonId != reader.Id).Select(f => scan.Org.Find(f.PersonId)).OfType<Person>().Where(p => p.Active).DistinctBy(p => p.Id)];
            }
        }

        return again;
    }

    /// <summary>Who else knows of what comes back, besides those whom its line names already; nothing where nobody does.</summary>
    internal static IEnumerable<Word> ToldToo(IReadOnlyDictionary<long, IReadOnlyList<Person>> again, Record record, params long?[] named) =>
        again.TryGetValue(record.Id, out var others) && others.Where(p => !named.Contains(p.Id)).ToList<object>() is { Count: > 0 } rest ? [new Word("Nudge.told_too", And(rest))] : [];

    private static int Days(Scan scan, DateTimeOffset told) => scan.Today.DayNumber - (scan with { Now = told }).Today.DayNumber;

    /// <summary>Whom these will be told to next and on which day, while it stays so (DESIGN.md 2, rule 6); null at the end of the ladder.</summary>
    protected async Task<Word?> NextAsync(Scan scan, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var coming = await Ladder.ComingAsync(scan, findings, cancellationToken);
        if (coming.Count == 0)
        {
            return null;
        }

        var whom = coming.SelectMany(r => r.To).DistinctBy(p => p.Id).ToList<object>();
        return new Word("Nudge.next", coming.Count, coming[0].Day, whom.Count <= Few ? And(whom) : Many(scan.Book[Id].Ladder[coming[0].Step].To, scan.Org));
    }

    /// <summary>What they are to each of the records, as there are too many to be named.</summary>
    internal static object Many(IEnumerable<string> names, OrgChart org) => And([.. names.Distinct(StringComparer.Ordinal).Select(name => Recipients.Each(name, org))]);

    internal static object And(List<object> names) => names is [var one] ? one : new Word("Format.And", names.SkipLast(1).ToList(), names[^1]);
}

/// <summary>One look at the company at one moment, by the rules in force.</summary>
internal sealed record Scan(SalesDb Db, OrgChart Org, DateTimeOffset Now, Definitions Definitions)
{
    public NudgeBook Book { get; init; } = NudgeBook.In(Definitions);

    public Process.SalesProcess Process { get; init; } = SalesBot.Process.SalesProcess.In(Definitions);

    /// <summary>The day it is where the company is; a person's own day is looked at when they are told.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Zones.Local(Now, "Asia/Shanghai"));
}

/// <summary>What is to be told to one person of one rule's findings, as data: it becomes a message, or lines of the digest.</summary>
/// <param name="Rows">All of them, those that matter most first.</param>
/// <param name="Findings">Of which it tells; the others no longer hold.</param>
internal sealed record Told(Word Title, IReadOnlyList<NudgeRow> Rows, IReadOnlyList<Finding> Findings)
{
    public Word? Why { get; init; }

    /// <summary>Of rules that would say the same again (<see cref="NudgeRule.SaidBy"/>): told with these.</summary>
    public IReadOnlyList<Finding> Besides { get; init; } = [];

    /// <summary>Keys of other records that its lines tell of too; null: each line is about the record of its finding, which other rules may find as well.</summary>
    public IReadOnlySet<string>? Also { get; init; }

    /// <summary>What another rule found is said by one of these lines.</summary>
    public bool Covers(Finding finding) => Also?.Contains(finding.SubjectKey) ?? Findings.Any(f => f.SubjectId == finding.SubjectId);

    /// <summary>Lines that were dealt with since it was told; they stand below the others.</summary>
    public IReadOnlyList<NudgeRow> Done { get; init; } = [];

    /// <summary>Who is told next, unless it is dealt with.</summary>
    public Word? Next { get; init; }

    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>As many rows as are read at a glance; the rest is counted.</summary>
    public int Most { get; init; } = 5;

    /// <summary>How many there are, where not all of them are among the rows.</summary>
    public int? Total { get; init; }

    /// <summary>The card that it is when it comes as a message of its own; null: a list of the rows.</summary>
    public View? Own { get; init; }

    /// <summary>Nothing waits for the reader: of an urgent rule it may be a part of the digest that goes out in the same moment.</summary>
    public bool IsNews { get; init; }

    /// <summary>Since when it is so, where it is told again and again; null: since what was found last.</summary>
    public DateTimeOffset? LateSince { get; init; }

    /// <summary>What stands of it in the line above the message, where its title says little.</summary>
    public Word? Brief { get; init; }

    /// <summary>Money that is at stake, whatever the currency; the day's budget goes to the most first.</summary>
    public decimal AtStake { get; init; }
}
