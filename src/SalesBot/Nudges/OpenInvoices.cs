using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>AP-04: a signed contract whose invoice has no number after two working days is told to finance, and again each further week until it has one.</summary>
internal sealed class OpenInvoices : NudgeRule
{
    /// <summary>Working days from one reminder to the next.</summary>
    private const int Again = 5;

    public override string Id => "invoice";

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Days = 2, Ladder = [new(0, [Recipients.Owner]), new(10, [Recipients.Superior])] };

    public override bool Passing => true;

    public override DateTimeOffset? Reached(Scan scan, Spell spell) => Midnight(First(spell.From, scan.Book[Id].Days ?? 1));

    public override async Task<IReadOnlyList<Spell>?> PastAsync(Scan scan, DateTimeOffset from, CancellationToken cancellationToken) =>
        await scan.Db.Todos.Where(t => t.Kind == TodoKind.Invoice && (t.DoneAt == null || t.DoneAt >= from)).Select(t => new Spell(t.Id, t.CreatedAt, t.DoneAt, null)).ToListAsync(cancellationToken);

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var open = await scan.Db.Todos.AsNoTracking().Where(t => t.Kind == TodoKind.Invoice && t.DoneAt == null).ToListAsync(cancellationToken);
        var first = scan.Book[Id].Days ?? 1;
        return [.. open.SelectMany(t => Latest(t, first, scan.Today) is { } since ? ForFirst(scan, t, since, new Evaluation(t.CreatedAt, first, "workdays"), scan.Org.Find(t.OwnerId)) : [])];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var open = await scan.Db.Todos.AsNoTracking().Where(t => ids.Contains(t.Id) && t.DoneAt == null).OrderBy(t => t.CreatedAt).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return null;
        }

        var contracts = await InvoiceTodo.ContractsAsync(scan.Db, open, cancellationToken);
        var rows = open.ConvertAll(todo => Row(todo, contracts.GetValueOrDefault(todo.Id)));
        List<Finding> still = [.. findings.Where(f => open.Exists(t => t.Id == f.SubjectId))];
        return new Told(new Word("Nudge.invoice.title", open.Count), rows, still) { Most = 8, Why = "Nudge.invoice.why", Next = await NextAsync(scan, still, cancellationToken), Buttons = [new Button("Button.my_tasks", "list_tasks")] };
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) => findings.Where(f => !scan.Db.Todos.Any(t => t.Id == f.SubjectId && t.DoneAt == null));

    /// <summary>The latest of its reminders that is due; null before the first.</summary>
    private static DateTimeOffset? Latest(Todo todo, int first, DateOnly today)
    {
        DateOnly? reached = null;
        for (var day = First(todo.CreatedAt, first); day <= today; day = WorkCalendar.China.AddWorkdays(day, Again))
        {
            reached = day;
        }

        return reached is { } since ? Midnight(since) : null;
    }

    private static DateOnly First(DateTimeOffset from, int days) => WorkCalendar.China.AddWorkdays(DateOnly.FromDateTime(Zones.Local(from, "Asia/Shanghai")), days);

    private static DateTimeOffset Midnight(DateOnly day) => Zones.Instant(day, TimeOnly.MinValue, "Asia/Shanghai");

    private static NudgeRow Row(Todo todo, Contract? contract) => contract is null
        ? new NudgeRow(todo.Called(), new When(todo.DueOn), "", new Button("Button.done", "complete_task", new Slots { ["task"] = todo.Key }))
        : new NudgeRow(
            contract.Title,
            new Word("Nudge.invoice.row", contract.Customer?.LegalName ?? contract.Customer?.Name, contract.SignedOn),
            new Money(contract.Amount, contract.Currency),
            new Button("Button.record_invoice", "record_invoice", new Slots { ["contract"] = contract.Key }));
}
