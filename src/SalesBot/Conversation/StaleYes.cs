using Microsoft.EntityFrameworkCore;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// A yes to something that was read back against a state which is no longer there (<see cref="UndoConflict"/> is the same for an undo): what was asked
/// for, what stands there now, who put it there and when. Nothing is changed; it may be read back anew.
/// </summary>
internal static class StaleYes
{
    /// <summary>The slot of a yes that says what stood there when it was asked for.</summary>
    public const string Base = "base.seen";

    private static readonly Word Title = "Stale.title";

    /// <summary>It answers what was read back: with a word, or with the button, which carries what it was read against.</summary>
    public static bool IsYes(Act act) => act.Slots.Flag("confirm") == true || (act.Pressed && act.Slots.ContainsKey(Base));

    /// <summary>The card.</summary>
    /// <param name="about">What it is about, as people call it.</param>
    /// <param name="buttons">Beside the one that leaves it as it is.</param>
    public static Reply Reply(object about, IReadOnlyList<Row> rows, IReadOnlyList<Button> buttons)
    {
        var data = new { Title, About = about, Rows = rows, Note = new Word("Stale.note"), Buttons = buttons.Prepend(new Button("Button.leave_it", "leave_it")).ToList() };
        return new Reply(new View("undo-conflict", data, new Word("Stale.text", Title, rows[0].Label, rows[0].Now, rows[0].Who)));
    }

    /// <summary>Who changed one of these records last, and when, as far as the trail tells.</summary>
    public static async Task<Word> ByAsync(Act act, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var newest = await act.Db.Audit.AsNoTracking().Where(a => !a.Refused && keys.Any(key => a.Changes.Contains(key))).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);
        return newest is null ? new Word("Undo.by_somebody") : act.Org.Find(newest.PersonId) is { } person ? new Word("Undo.by", person, newest.At) : new Word("Undo.by_service", newest.At);
    }

    /// <summary>One thing that has become another.</summary>
    /// <param name="Mine">What the yes would have made of it.</param>
    internal sealed record Row(Word Label, object Mine, object Now, Word Who);
}
