using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

internal sealed class TaskArea : Area
{
    public override IQueryable<Choice> Choices(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Todos.VisibleTo(viewer).Where(t => keys.Contains(t.Key))
            .Select(t => new Choice("task", t.Key, t.Called(), new Word("Choice.Task", new When(t.DueOn, t.DueAt))));

    public override object? NameOf(Record record) => (record as Todo)?.Called();
}
