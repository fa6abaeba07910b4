using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>The one place that says what a to-do is called, wherever it is listed, told, offered or asked about.</summary>
internal static class TaskTitle
{
    /// <summary>Its own words, whom to wake up, what to invoice, whom to ask for another order, or "follow up with" whom it is about.</summary>
    public static object Called(this Todo todo) => todo switch
    {
        { Kind: TodoKind.WakeUp } => new Word("Todo.wake_up", todo.Title),
        { Kind: TodoKind.Invoice } => new Word("Todo.invoice", todo.Title),
        { Kind: TodoKind.Reorder } => new Word("Todo.reorder", todo.Title),
        { Kind: TodoKind.Complete } => new Word("Todo.complete", todo.Deal?.Name ?? ""),
        { Title.Length: > 0 } => (object)todo.Title,
        _ => new Word("Todo.follow_up", todo.Deal?.Name ?? todo.Customer?.Name ?? ""),
    };

    /// <summary>The deal or customer it is about, as stands beside its name; null where that names it already.</summary>
    public static string? About(this Todo todo) =>
        (todo.Deal?.Name ?? todo.Customer?.Name) is { } about && todo.Title.Length > 0 && about != todo.Title ? about : null;
}
