using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>Takes a tick back: of the one on the list, of the one that is named, else of the last.</summary>
internal sealed class ReopenTask : Command
{
    /// <summary>So many of those ticked last are looked through for the one that is named, none older than this.</summary>
    private const int Looked = 200;
    private const int Days = 14;
    private static readonly int This = PhraseBook.Standard.KeyOf("[this]");

    public override CommandSpec Spec { get; } = new("reopen_task", Permission.Member) { InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("task");
        var named = act.Slots.Text("content", 200);
        var todo = key is null ? await NamedAsync(act, named, cancellationToken) : await act.Db.Todos.Include(t => t.Deal).Include(t => t.Customer).VisibleTo(act.Viewer).FirstOrDefaultAsync(t => t.Key == key, cancellationToken);
        if (todo is null || !act.MayChange(todo))
        {
            return Act.Say(key is not null || named is null ? new Word("NotFound.task", "") : new Word("Tasks.none_ticked", Excerpt.Of(named)), "Suggest.my_tasks");
        }

        if (todo is { Repeats: { } rhythm, DoneAt: { } done })
        {
            // The next one, which the tick made: ticked again, it would be made again.
            var next = await act.Db.Todos.FirstOrDefaultAsync(
                t => t.OwnerId == todo.OwnerId && t.Repeats == rhythm && t.Title == todo.Title && t.CreatedAt == done && t.DoneAt == null, cancellationToken);
            act.Db.RemoveRange(next is null ? [] : [next]);
        }

        (todo.DoneAt, todo.Outcome) = (null, null);
        var day = act.Slots.Date("date");
        if (day is not null) (todo.DueOn, todo.DueAt) = (day, act.Slots.Time("time") ?? todo.DueAt);
        NextStepTodo.Return(todo);
        if (key is null || day is not null) return Receipt(act, todo);
        return TaskQuery.Of(act).Query is { } list ? await TaskList.ShowAsync(act, list with { Reopened = todo.Id }, null, cancellationToken) : Act.Say("Suggest.my_tasks");
    }

    private static Reply Receipt(Act act, Todo todo) => act.Receipt(new Word("Receipt.task_reopened", todo.Called()), todo.Deal?.Name ?? todo.Customer?.Name) with
    {
        Notices = todo.OwnerId == act.Me.Id || act.Org.Find(todo.OwnerId) is not { } owner ? [] : [new Notice(owner, new View(null, null, new Word("Notice.task_reopened", act.Me, todo.Called())))],
    };

    /// <summary>The one ticked last whose title has most of these words; without words the last of one's own.</summary>
    public static async Task<Todo?> NamedAsync(Act act, string? words, CancellationToken cancellationToken)
    {
        var from = act.Now.AddDays(-Days);
        var ticked = (await act.Db.Todos.VisibleTo(act.Viewer).Where(t => t.DoneAt != null && t.DoneAt > from).OrderByDescending(t => t.DoneAt).Take(Looked)
            .Select(t => new { t.Key, t.Title, t.OwnerId, t.DoneAt }).ToListAsync(cancellationToken)).OrderByDescending(t => t.DoneAt).ThenByDescending(t => t.OwnerId == act.Me.Id).ToList();
        var said = words is null || PhraseBook.Standard.Is(words.Trim().ToLowerInvariant(), This) ? null : NormalText.Of(words).Text;
        var key = said is null ? ticked.Find(t => t.OwnerId == act.Me.Id)?.Key
            : ticked.Select(t => (t.Key, Share: said.Contains(NormalText.Of(t.Title).Text, StringComparison.Ordinal) && t.Title.Length > 1 ? 1 : TitleMatch.Of(NormalText.Of(t.Title).Text, said))).Where(t => t.Share >= TitleMatch.Enough).OrderByDescending(t => t.Share).FirstOrDefault().Key;
        return key is null ? null : await act.Db.Todos.Include(t => t.Deal).Include(t => t.Customer).FirstOrDefaultAsync(t => t.Key == key, cancellationToken);
    }
}
