using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// The receipt of a change (DESIGN.md 2, rule 1): a title and the record it is about; the before → after lines, who was told, and Undo are
/// added by the turn runner from what was really changed.
/// </summary>
internal sealed record Receipt(Word Title, object? About = null)
{
    /// <summary>What to do next, beside Undo.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>A remark under the lines: what could not be taken, what is still missing.</summary>
    public Word? Note { get; init; }

    /// <summary>Others whose record it is: they get the same lines as a message.</summary>
    public ReceiptCopy? Copy { get; init; }

    /// <summary>With one remark more.</summary>
    public Receipt Noting(Word note) => this with { Note = Note is { } first ? new Word("Format.Paragraphs", first, note) : note };
}

/// <summary>A receipt as somebody else reads it: under another title, without Undo, with a button to the record where it has one.</summary>
internal sealed record ReceiptCopy(IReadOnlyList<Person> To, Word Title, Button? Open)
{
    /// <summary>True: the title is news by itself, for whoever hears nothing else of the act; false: only lines are worth sending.</summary>
    public bool IsNews { get; init; }
}
