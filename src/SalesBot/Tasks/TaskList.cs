using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>The to-do list as a card: groups of lines with a button each, further pages, other periods.</summary>
internal static class TaskList
{
    /// <summary>Reads the page that was asked for; the numbers before the lines are what "done 2" refers to.</summary>
    /// <param name="ticked">The to-do that was just ticked on this list: shown on top, with the way back.</param>
    public static async Task<Reply> ShowAsync(Act act, TaskQuery query, Todo? ticked, CancellationToken cancellationToken)
    {
        var matching = query.Of(act, act.Db.Todos);
        var justTicked = ticked?.Id ?? 0;
        matching = matching.Where(t => t.Id != justTicked);
        var total = await matching.CountAsync(cancellationToken);
        var page = Math.Min(query.Page, Math.Max(1, (total + TaskQuery.PageSize - 1) / TaskQuery.PageSize));
        var todos = await matching.OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenByDescending(t => t.Urgent).ThenBy(t => t.DueAt == null).ThenBy(t => t.DueAt).ThenBy(t => t.Id)
            .Skip((page - 1) * TaskQuery.PageSize).Take(TaskQuery.PageSize).ToListAsync(cancellationToken);
        var title = Title(query, total);
        title = query.Customer is not null && await act.CustomerAsync(cancellationToken) is { } customer ? new Word("Format.Dot", title, customer.Name) : title;
        title = query.Page > page ? new Word("Format.page_over", title) : title;
        var data = new
        {
            Title = title,
            Ticked = ticked is null ? null : new { Text = new Word("Tasks.ticked", ticked.Called()), Button = new Button("Button.reopen", "reopen_task", List(act, query, page, ticked)) },
            Groups = Groups(act, query, todos, page),
            Empty = total == 0 ? (Word)"Tasks.none" : null,
            Buttons = Buttons(act, query, page, total),
        };
        return new Reply(new View("tasks", data, title))
        {
            Focus = act.Focus.Settled() with { List = [.. todos.Select(t => t.Key)] },
            InPlace = act.Slots.Text("page") is not null,
        };
    }

    private static Word Title(TaskQuery query, int total)
    {
        var title = new Word(query.Status switch { "done" => "Tasks.title.done", "overdue" => "Tasks.title.overdue", _ => "Tasks.title.open" }, total, query.Whose.Label);
        return query.Period is { } period ? new Word("Format.Dot", title, PeriodName.Of(period, query.PeriodSlot)) : title;
    }

    private static List<Group> Groups(Act act, TaskQuery query, IReadOnlyList<Todo> todos, int page)
    {
        var numbered = todos.Select((todo, index) => (todo, number: index + 1));
        return [.. numbered.GroupBy(t => Bucket(t.todo, act.Today)).OrderBy(g => g.Key).Select(g => new Group(new Word("Tasks.group." + g.Key), g.Key == 0 && query.Status != "done", [.. g.Select(t => Line(act, query, t.todo, t.number, page))]))];
    }

    /// <summary>0 overdue, 1 today, 2 later, 3 without a day, 4 done.</summary>
    private static int Bucket(Todo todo, DateOnly today) => todo switch
    {
        { DoneAt: not null } => 4,
        { DueOn: null } => 3,
        { DueOn: { } day } when day < today => 0,
        { DueOn: { } day } when day == today => 1,
        _ => 2,
    };

    private static Row Line(Act act, TaskQuery query, Todo todo, int number, int page)
    {
        var owner = todo.OwnerId == act.Me.Id ? null : act.Org.Find(todo.OwnerId);
        object? due = todo.DueOn is null ? null : new When(todo.DueOn, todo.DueAt);
        List<object> second = [.. new[] { due, todo.About(), owner }.OfType<object>()];
        var button = !act.MayChange(todo) ? null : todo switch
        {
            { DoneAt: not null } => new Button("Button.reopen", "reopen_task", List(act, query, page, todo)),
            // How it went is what a wake-up is for.
            { Kind: TodoKind.WakeUp, Customer: { } customer } when act.Me.May(Permission.Serve) => new Button("Button.wake_up", "wake_up", new Slots { ["customer"] = customer.Key }),
            _ => new Button("Button.done", "complete_task", List(act, query, page, todo)),
        };
        return new Row(new Word(todo.Urgent ? "Tasks.line.urgent" : "Tasks.line", number, todo.Called()), second.Count == 0 ? null : second.Aggregate((a, b) => new Word("Format.Dot", a, b)), button);
    }

    private static Slots List(Act act, TaskQuery query, int page, Todo todo) => new(TaskQuery.Data(act, page, query.PeriodSlot)) { ["task"] = todo.Key };

    private static List<Button> Buttons(Act act, TaskQuery query, int page, int total)
    {
        var buttons = new List<Button>();
        if (page > 1)
        {
            buttons.Add(new Button("Button.previous", "list_tasks", TaskQuery.Data(act, page - 1, query.PeriodSlot)));
        }

        if (page * TaskQuery.PageSize < total)
        {
            buttons.Add(new Button("Button.more", "list_tasks", TaskQuery.Data(act, page + 1, query.PeriodSlot)));
        }

        if (query.Period is not null && query.Status == "open")
        {
            buttons.Add(new Button("Button.all_tasks", "list_tasks", TaskQuery.Data(act, 1, null)));
        }

        buttons.Add(new Button("Button.add_task", "add_task"));
        return buttons;
    }

    private sealed record Group(Word Title, bool Late, IReadOnlyList<Row> Rows);

    private sealed record Row(Word Main, object? Second, Button? Button);
}
