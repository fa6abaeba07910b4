using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Language.Reading;
using SalesBot.Language.Text;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>Says when a to-do is, and whether that is the day that was asked about.</summary>
internal sealed class ShowTask : Command
{
    /// <summary>So many of the own ones are looked through.</summary>
    private const int Newest = 300;

    public override CommandSpec Spec { get; } = new("show_task", Permission.Member) { Requires = ["task"], InHelp = false, Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("task");
        var todo = await act.Db.Todos.Include(t => t.Deal).Include(t => t.Customer).VisibleTo(act.Viewer).FirstOrDefaultAsync(t => t.Key == key, cancellationToken);
        todo ??= act.Frame.Ref("task") is null ? await CalledAsync(act, cancellationToken) : null;
        if (todo is null)
        {
            return Act.Say(new Word("NotFound.task", act.Slots.Text("task") ?? ""), "Suggest.my_tasks");
        }

        var data = new Slots { ["task"] = todo.Key };
        Button[] done = todo.DoneAt is null ? [new Button("Button.done", "complete_task", data)] : [];
        Button[] open = todo.Deal is { } deal ? [new Button("Button.open_deal", "show_deal", new Slots { ["deal"] = deal.Key })] : [];
        Button[] buttons = [.. done, .. open];
        var text = Told(todo, act.Slots.Date("date"));
        Word? about = (todo.Deal?.Name ?? todo.Customer?.Name) is { } name ? new Word("Format.Plain", name) : null;
        return new Reply(new View("text", new { Title = new Word("Format.Plain", todo.Called()), Paragraphs = about is { } of ? new[] { text, of } : [text], Buttons = buttons.ToList() }, text)) { Focus = act.Listing([todo.Key], SameAgain.OneTask) };
    }

    /// <summary>Of those that are done, too, the one that is called so; the newest of several.</summary>
    private static async Task<Todo?> CalledAsync(Act act, CancellationToken cancellationToken)
    {
        var said = NormalText.Of(act.Slots.Text("task") ?? "").Text;
        var own = await act.Db.Todos.Include(t => t.Deal).Include(t => t.Customer).VisibleTo(act.Viewer).Where(t => t.OwnerId == act.Me.Id).OrderByDescending(t => t.Id).Take(Newest).ToListAsync(cancellationToken);
        return own.Select(t => (Todo: t, Fits: TitleMatch.Of(NormalText.Of(t.Title).Text, said))).Where(t => t.Fits >= TitleMatch.Enough).OrderByDescending(t => t.Fits).ThenBy(t => t.Todo.DoneAt is not null).Select(t => t.Todo).FirstOrDefault();
    }

    private static Word Told(Todo todo, DateOnly? asked) => todo switch
    {
        { DoneAt: { } done } => new Word("Tasks.done_already", todo.Called(), done),
        { DueOn: null } => new Word("Tasks.undated", todo.Called()),
        _ when asked is null => new Word("Tasks.is_on", todo.Called(), new When(todo.DueOn, todo.DueAt)),
        _ => new Word(asked == todo.DueOn ? "Tasks.yes_on" : "Tasks.no_on", todo.Called(), new When(todo.DueOn, todo.DueAt)),
    };
}
