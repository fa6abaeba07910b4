using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// An undo that would overwrite what somebody did since: what the act had changed, what stands there now, by whom and when. Nothing is changed; it may be left so,
/// looked at, or taken back by whoever made the newer change.
/// </summary>
/// <param name="About">The record's name as people call it.</param>
internal sealed record UndoConflict(object? About, IReadOnlyList<UndoConflict.Row> Rows, IReadOnlyList<Button> Buttons)
{
    /// <summary>Newer entries that are looked through for the one that changed a field.</summary>
    private const int Looked = 500;

    public static async Task<Reply> ReplyAsync(Act act, AuditEntry entry, IReadOnlyList<Kept> kept, CancellationToken cancellationToken)
    {
        var first = kept.FirstOrDefault(k => k.Field is not null) ?? kept[0];
        var record = await Reversal.FindAsync(act.Db, first.Change, cancellationToken);
        var open = record is null ? null : Area.All.Select(area => area.Open(record)).FirstOrDefault(button => button is not null);
        var about = record is null ? null : Area.All.Select(area => area.NameOf(record)).FirstOrDefault(name => name is not null);
        Button leave = new("Button.leave_it", "leave_it");
        if (first.Field is null)
        {
            Word why = first.InUse ? "Undo.in_use" : "Undo.gone";
            Button[] ways = open is null ? [leave] : [leave, open];
            return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { why }, Buttons = ways }, why));
        }

        var rows = await RowsAsync(act, entry, [.. kept.Where(k => k.Field is not null)], cancellationToken);
        var own = rows.Select(row => row.Newer).OfType<AuditEntry>().FirstOrDefault(newer => newer.PersonId == act.Me.Id && newer.UndoneAt is null && newer.UndoUntil >= act.Now);
        List<Button> buttons = [leave, .. open is null ? Array.Empty<Button>() : [open], .. own is null ? Array.Empty<Button>() : [new Button("Button.undo_newer", "undo", new Slots { ["entry"] = own.Key })]];
        return new Reply(new View(null, null, "Undo.conflict")) { Conflict = new UndoConflict(about, rows, buttons) };
    }

    /// <summary>A row for each field that has a word.</summary>
    /// <param name="said">The value of a field, before or after, as receipts say it.</param>
    /// <param name="named">Whether there is a word for a field; what has none is housekeeping and stays unsaid where another tells.</param>
    public View View(Func<Change, FieldChange, bool, object?> said, Predicate<string> named)
    {
        var told = Rows.Where(row => named(row.Label)).DistinctBy(row => (row.Label, row.Kept.Change.Key)).ToList();
        var data = new
        {
            Title = new Word("Undo.conflict"),
            About = About ?? "",
            Rows = told.ConvertAll(row => new { Label = new Word(row.Label), Mine = Mine(row, said), Now = Now(row, said), Who = row.Who }),
            Note = told.Count == 0 ? new Word("Undo.conflict_other", Rows.Select(row => row.Who).FirstOrDefault()) : new Word("Undo.conflict_note"),
            Buttons,
        };
        return new View("undo-conflict", data, told.Count == 0 ? new Word("Undo.conflict") : new Word("Undo.conflict_text", new Word(told[0].Label), Now(told[0], said), told[0].Who));
    }

    private static object Mine(Row row, Func<Change, FieldChange, bool, object?> said) =>
        new Word("Undo.yours", said(row.Kept.Change, row.Kept.Field!, true) ?? new Word("Format.Unknown"), said(row.Kept.Change, row.Kept.Field!, false) ?? new Word("Format.Unknown"));

    private static object Now(Row row, Func<Change, FieldChange, bool, object?> said) =>
        !row.Seen ? new Word("Undo.not_seen") : said(row.Kept.Change, row.Kept.Field! with { After = row.Kept.Now }, false) ?? new Word("Format.Unknown");

    /// <summary>With the newest entry that changed each field. What is not the undoer's to see any more is not told.</summary>
    private static async Task<IReadOnlyList<Row>> RowsAsync(Act act, AuditEntry entry, IReadOnlyList<Kept> kept, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        foreach (var record in kept.GroupBy(k => k.Change.Key, StringComparer.Ordinal))
        {
            var newer = await act.Db.Audit.AsNoTracking().Where(a => a.Id > entry.Id && !a.Refused && a.Changes.Contains(record.Key)).OrderByDescending(a => a.Id).Take(Looked).ToListAsync(cancellationToken);
            var seen = act.Viewer.Owners is null || (await Choice.DescribeAsync(act.Db, act.Org, act.Viewer, [record.Key], cancellationToken)).Count > 0;
            foreach (var field in record)
            {
                var by = newer.Find(a => ChangeLog.FromJson(a.Changes).Any(c => c.Key == record.Key && c.Fields.Any(f => f.Field == field.Field!.Field)));
                Word who = by is null ? new Word("Undo.by_somebody") : act.Org.Find(by.PersonId) is { } person ? new Word("Undo.by", person, by.At) : new Word("Undo.by_service", by.At);
                rows.Add(new Row(field, by, who, seen || by?.PersonId == act.Me.Id));
            }
        }

        return rows;
    }

    /// <summary>One field that was left alone.</summary>
    /// <param name="Newer">What changed it last.</param>
    /// <param name="Seen">Its present value is the undoer's to see.</param>
    internal sealed record Row(Kept Kept, AuditEntry? Newer, Word Who, bool Seen)
    {
        public string Label => $"Field.{Kept.Change.Record}.{Kept.Field!.Field}";
    }
}
