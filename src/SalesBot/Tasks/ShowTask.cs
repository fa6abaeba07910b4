using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>Says when a to-do is, and whether that is the day that was asked about.</summary>
internal sealed class ShowTask : Command
{
    public override CommandSpec Spec { get; } = new("show_task", Permission.Member) { Requires = ["task"], InHelp = false, Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("task");
        var todo = await act.Db.Todos.Include(t => t.Deal).Include(t => t.Customer).VisibleTo(act.Viewer).FirstOrDefaultAsync(t => t.Key == key, cancellationToken);
        if (todo is null)
        {
            return Act.Say(new Word("NotFound.task", act.Slots.Text("task") ?? ""), "Suggest.my_tasks");
        }

        var data = new Slots { ["task"] = todo.Key };
        Button[] buttons = todo.DoneAt is null ? [new Button("Button.done", "complete_task", data)] : [];
        var text = Told(todo, act.Slots.Date("date"));
        Word? about = (todo.Deal?.Name ?? todo.Customer?.Name) is { } name ? new Word("Format.Plain", name) : null;
        return new Reply(new View("text", new { Title = new Word("Format.Plain", todo.Called()), Paragraphs = about is { } of ? new[] { text, of } : [text], Buttons = buttons.ToList() }, text)) { Focus = act.Listing([todo.Key]) };
    }

    private static Word Told(Todo todo, DateOnly? asked) => todo switch
    {
        { DoneAt: { } done } => new Word("Tasks.done_already", todo.Called(), done),
        { DueOn: null } => new Word("Tasks.undated", todo.Called()),
        _ when asked is null => new Word("Tasks.is_on", todo.Called(), new When(todo.DueOn, todo.DueAt)),
        _ => new Word(asked == todo.DueOn ? "Tasks.yes_on" : "Tasks.no_on", todo.Called(), new When(todo.DueOn, todo.DueAt)),
    };
}
