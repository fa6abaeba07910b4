using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Promises;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>A promise whose day has come, ours or the customer's, is asked about: kept, put off, not given (idea 3). Put off, it comes back on its new day; one that stays open is told once more when it is overdue, and comes back each week: theirs is ours to chase.</summary>
internal sealed class DuePromises : NudgeRule
{
    public override string Id => "promise";

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Ladder = [new(0, [Recipients.Owner])] };

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var due = await PromiseDue.Of(scan.Db, scan.Today.AddDays(1)).AsNoTracking().ToListAsync(cancellationToken);
        return [.. due.SelectMany(p => scan.Org.Find(p.PersonId) is { } person && IsNews(p, person, Presence.Day(person, scan.Now))
            ? ForFirst(scan, p, Weekly.Since(scan, p.DueOn < Presence.Day(person, scan.Now) ? Day(p, person).AddDays(1) : Day(p, person)), new Evaluation(Day(p, person), 0) { Promise = p.Content }, person) : [])];
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var (latest, settled) = (scan.Today.AddDays(1), Weekly.Monday(scan).AddDays(-Weekly.Settled));
        return findings.Where(f => !scan.Db.Promises.Any(p => p.Id == f.SubjectId && p.State == PromiseState.Open && p.DueOn <= latest && f.Since > settled));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var due = await PromiseDue.Of(scan.Db, Presence.Day(person, scan.Now)).AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.DueOn).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        var late = due.TrueForAll(p => p.DueOn < Presence.Day(person, scan.Now));
        return due.Count == 0 ? null : new Told(new Word(late ? "Nudge.promise.late" : "Nudge.promise.title", due.Count), [.. due.Select(p => Row(p, Presence.Day(person, scan.Now)))], [.. findings.Where(f => due.Exists(p => p.Id == f.SubjectId))])
        {
            Buttons = [new Button(new Word("Command.list_promises"), "list_promises")],
        };
    }

    /// <summary>Its day has come, and it was not only just given for today.</summary>
    private static bool IsNews(Promise promise, Person person, DateOnly today) => promise.DueOn < today || (promise.DueOn == today && Presence.Day(person, promise.CreatedAt) < today);

    private static DateTimeOffset Day(Promise promise, Person person) => Zones.Instant(promise.DueOn!.Value, TimeOnly.MinValue, person.TimeZone);

    private static NudgeRow Row(Promise promise, DateOnly today) => new(
        new Word("Promise.line", promise.Side, promise.Content),
        new Word("Nudge.due.row", Overdue.Say(promise.DueOn!, promise.DueOn!.Value, today), promise.Customer.Name),
        "",
        new Button("Button.open", "show_promise", new Slots { ["promise"] = promise.Key }));
}
