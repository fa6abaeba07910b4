using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

internal sealed class TaskArea : Area
{
    /// <summary>The newest to-dos of a record, among which a change is looked for.</summary>
    private const int Traced = 300;

    public override IQueryable<Choice> Choices(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Todos.VisibleTo(viewer).Where(t => keys.Contains(t.Key))
            .Select(t => new Choice("task", t.Key, t.Called(), new Word("Choice.Task", new When(t.DueOn, t.DueAt))));

    /// <summary>"Remind me the day before": of what was just noted or planned.</summary>
    public override async Task<Act> CompleteAsync(CommandSpec spec, Act act, CancellationToken cancellationToken)
    {
        if (spec.Id == "add_task" && !act.Pressed && act.Slots.Text("content") is null && act.Slots.Date("date") is not null && act.Focus is { Fresh: true, Undone: false, LastSlots: { } last })
        {
            // Of a day that was just changed: the deal that closes then.
            var just = last.Text("next_step") ?? last.Text("content") ?? (act.Focus.LastIntent == "update_close_date" ? (await act.DealAsync(cancellationToken))?.Name : null);
            if (just is not null)
            {
                act.Slots["content"] = just;
                // An hour alone is one of the day that it was planned for.
                if (act.Frame.Day is null && act.Slots.Time("time") is not null && (last.Date("next_date") ?? last.Date("date")) is { } planned && planned >= act.Today) act.Slots.Set("date", planned);
            }
        }

        // Another hour of the day that it has.
        if (spec.Id == "snooze" && act.Slots.Text("date") is null && act.Slots.Time("time") is { } hour && act.Frame.Ref("task") is { } key && await act.Db.Todos.Where(t => t.Key == key).Select(t => t.DueOn).FirstOrDefaultAsync(cancellationToken) is var due)
        {
            act.Slots.Set("date", due is { } on && on >= act.Today ? on : act.Today.AddDays(hour < TimeOnly.FromDateTime(act.LocalNow) ? 1 : 0));
        }

        return act;
    }

    /// <summary>“Reschedule the gateway count” when that is ticked: said so, to be opened again on that day. What else its words may mean is not asked then.</summary>
    public override async Task<(Act Act, Reply? Ask)> FindAsync(CommandSpec spec, Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Moves is not { } words || act.Frame.Ref("task") is not null || (act.Slots.Date("date") ?? act.Slots.Date("close_date") ?? act.Frame.Day) is not { } day || await ReopenTask.NamedAsync(act, words, cancellationToken) is not { } todo || todo.OwnerId != act.Me.Id) return (act, null);
        var data = new Slots { ["task"] = todo.Key };
        data.Set("date", day);
        if (act.Slots.Time("time") is { } time) data.Set("time", time);
        var text = new Word("Tasks.ticked_move", todo.Called(), todo.DoneAt, new When(day, act.Slots.Time("time")));
        Button[] buttons = [new("Button.reopen_then", "reopen_task", data)];
        return (act, new Reply(new View("text", new { Title = new Word("Format.Plain", todo.Called()), Paragraphs = new[] { text }, Buttons = buttons.ToList() }, text)));
    }

    /// <summary>To-dos of what is named: a tick or another day is a change of one alone.</summary>
    public override async Task<IReadOnlyList<(string Field, string Value)>> TracesAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, customer) = (act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        if (deal is null && customer is null) return [];
        var keys = await act.Db.Todos.VisibleTo(act.Viewer).Where(t => deal != null ? t.Deal!.Key == deal : t.Customer!.Key == customer || t.Deal!.Customer!.Key == customer).OrderByDescending(t => t.Id).Select(t => t.Key).Take(Traced).ToListAsync(cancellationToken);
        return [.. keys.Select(key => (nameof(Record.Key), key))];
    }

    /// <summary>A tick that is called by the words of its to-do is taken back whatever came after it, and however long ago it was.</summary>
    public override async Task<Reply?> TakeBackAsync(Act act, AuditEntry? entry, CancellationToken cancellationToken)
    {
        if (act.Frame.Named is not { } words || (entry?.Command ?? "complete_task") != "complete_task" || (act.Slots.Text("act") ?? "complete_task") != "complete_task") return null;
        if ((entry is not null || act.Slots.Text("act") is null) && await ReopenTask.NamedAsync(act, words, cancellationToken) is null) return null;
        return await new ReopenTask().RunAsync(act with { Frame = new Frame("reopen_task") { Slots = new Slots { ["content"] = words } } }, cancellationToken);
    }

    /// <summary>A list of what is missing goes along with the deal; the note tells of it.</summary>
    public override bool GoesAlong(SalesDb db, Change change) =>
        change.Record == nameof(Todo) && db.Tracked<Todo>().Any(e => e.Entity.Key == change.Key && e.Entity.Kind == TodoKind.Complete);

    public override async Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        await CompletionTodo.TickAsync(act, cancellationToken);
        return reply;
    }

    public override object? NameOf(Record record) => (record as Todo)?.Called();
}
