using SalesBot.Words;

namespace SalesBot.Tasks;

internal static class TaskTitle
{
    /// <summary>What a to-do is called: its own words, whom to wake up, what to invoice, or "follow up with" whom it is about. Customer and deal must be loaded.</summary>
    public static object Called(this Todo todo) => todo switch
    {
        { Kind: TodoKind.WakeUp } => new Word("Todo.wake_up", todo.Title),
        { Kind: TodoKind.Invoice } => new Word("Todo.invoice", todo.Title),
        { Title.Length: > 0 } => (object)todo.Title,
        _ => new Word("Todo.follow_up", todo.Deal?.Name ?? todo.Customer?.Name ?? ""),
    };
}
