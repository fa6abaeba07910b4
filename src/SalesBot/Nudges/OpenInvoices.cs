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
    private const int Most = 8;

    /// <summary>Working days from signing to the first reminder, and from one to the next.</summary>
    private const int First = 2, Next = 5;

    public override string Id => "invoice";

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var open = await scan.Db.Todos.AsNoTracking().Where(t => t.Kind == TodoKind.Invoice && t.DoneAt == null).ToListAsync(cancellationToken);
        var ids = open.Select(t => t.Id).ToList();
        var known = (await scan.Db.Findings.Where(f => f.Rule == "invoice" && ids.Contains(f.SubjectId)).Select(f => new { f.SubjectId, f.Since }).ToListAsync(cancellationToken))
            .Select(f => (f.SubjectId, f.Since)).ToHashSet();
        return [.. open.SelectMany(t => Reached(t, scan.Today) is { } since ? For(scan, t, since, scan.Org.Find(t.OwnerId)) : []).Where(f => !known.Contains((f.SubjectId, f.Since)))];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var open = await scan.Db.Todos.AsNoTracking().Where(t => ids.Contains(t.Id) && t.DoneAt == null).OrderBy(t => t.CreatedAt).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return null;
        }

        var rows = new List<NudgeRow>();
        foreach (var todo in open.Take(Most))
        {
            rows.Add(Row(todo, await InvoiceTodo.ContractAsync(scan.Db, todo, cancellationToken)));
        }

        Word title = new("Nudge.invoice.title", open.Count);
        var view = NudgeList.Of(title, "Nudge.invoice.why", open, Most, todo => rows[open.IndexOf(todo)], new Button("Button.my_tasks", "list_tasks"));
        return new Told(view, [.. findings.Where(f => open.Exists(t => t.Id == f.SubjectId))]);
    }

    /// <summary>The latest of its reminders that is due; null before the first.</summary>
    private static DateTimeOffset? Reached(Todo todo, DateOnly today)
    {
        DateOnly? reached = null;
        for (var day = WorkCalendar.China.AddWorkdays(DateOnly.FromDateTime(Zones.Local(todo.CreatedAt, "Asia/Shanghai")), First); day <= today; day = WorkCalendar.China.AddWorkdays(day, Next))
        {
            reached = day;
        }

        return reached is { } since ? Zones.Instant(since, TimeOnly.MinValue, "Asia/Shanghai") : null;
    }

    private static NudgeRow Row(Todo todo, Contract? contract) => contract is null
        ? new NudgeRow(todo.Called(), new When(todo.DueOn), "", new Button("Button.done", "complete_task", new Slots { ["task"] = todo.Key }))
        : new NudgeRow(
            contract.Title,
            new Word("Nudge.invoice.row", contract.Customer?.LegalName ?? contract.Customer?.Name, contract.SignedOn),
            new Money(contract.Amount, contract.Currency),
            new Button("Button.record_invoice", "record_invoice", new Slots { ["contract"] = contract.Key }));
}
