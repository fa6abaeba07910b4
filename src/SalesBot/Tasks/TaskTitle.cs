using SalesBot.Words;

namespace SalesBot.Tasks;

internal static class TaskTitle
{
    /// <summary>What a to-do is called: its own words, whom to wake up, or "follow up with" whom it is about. Customer and deal must be loaded.</summary>
    public static object Called(this Todo todo) =>
        todo.Kind == TodoKind.WakeUp ? new Word("Todo.wake_up", todo.Title) : todo.Title.Length > 0 ? (object)todo.Title : new Word("Todo.follow_up", todo.Deal?.Name ?? todo.Customer?.Name ?? "");
}
