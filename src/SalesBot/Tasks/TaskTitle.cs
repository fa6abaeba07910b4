using SalesBot.Words;

namespace SalesBot.Tasks;

internal static class TaskTitle
{
    /// <summary>What a to-do is called: its own words, or "follow up with" whom it is about. Customer and deal must be loaded.</summary>
    public static object Called(this Todo todo) =>
        todo.Title.Length > 0 ? (object)todo.Title : new Word("Todo.follow_up", todo.Deal?.Name ?? todo.Customer?.Name ?? "");
}
