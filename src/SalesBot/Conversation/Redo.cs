using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// Takes an undo back: what it took away stands again, as the act that it was, which can be undone anew as long as it could be. Of the last undo, or of the one whose act is named;
/// what one message undid comes back together.
/// </summary>
internal sealed class Redo : Command
{
    /// <summary>Undos that are looked through.</summary>
    private const int Looked = 50;

    public override CommandSpec Spec { get; } = new("redo", Permission.Member) { Undoable = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var undone = await UndoneAsync(act, cancellationToken);
        if (undone.Count == 0)
        {
            return (MeantAct.IsNamed(act.Frame) ? await ReopenedAsync(act, cancellationToken) : null) ?? Act.Say("Redo.nothing");
        }

        var meant = undone[0];
        if (act.Slots.Text("entry") is { } key)
        {
            if (undone.Find(pair => pair.Shown.Key == key) is not { } pressed) return Act.Say("Redo.nothing");
            meant = pressed;
        }
        else if (MeantAct.IsNamed(act.Frame))
        {
            var found = await MeantAct.FindAsync(act, undone.ConvertAll(pair => pair.Shown), cancellationToken);
            if (found.Fitting is not [var newest, ..]) return await ReopenedAsync(act, cancellationToken) ?? await found.OfferAsync(act, "Redo.none_such", ("Button.redo", Spec.Id), cancellationToken);
            meant = undone.Find(pair => pair.Shown == newest)!;
        }

        var together = act.Slots.Text("entry") is null && !MeantAct.IsNamed(act.Frame) ? undone.FindAll(pair => pair.Undo.At == meant.Undo.At) : [meant];
        return await BringBackAsync(act, together, cancellationToken);
    }

    /// <summary>What is named was not undone, but an area has it otherwise: a to-do that was ticked.</summary>
    private static async Task<Reply?> ReopenedAsync(Act act, CancellationToken cancellationToken)
    {
        foreach (var area in Area.All)
        {
            if (await area.TakeBackAsync(act, null, cancellationToken) is { } back) return back;
        }

        return null;
    }

    private static async Task<Reply> BringBackAsync(Act act, IReadOnlyList<Pair> together, CancellationToken cancellationToken)
    {
        foreach (var (undo, original) in together)
        {
            if (await Reversal.ApplyAsync(act.Db, ChangeLog.FromJson(undo.Changes), cancellationToken) is { Count: > 0 } kept)
            {
                act.Db.DropChanges();
                return await UndoConflict.ReplyAsync(act, undo, kept, cancellationToken);
            }

            undo.UndoneAt = act.Now;
            if (original is not null) original.UndoneAt = null;
        }

        var first = together[^1].Original;
        var told = together.SelectMany(pair => pair.Undo.Told).Distinct(StringComparer.Ordinal).Select(person => act.Org.Find(person)).OfType<Person>().Where(p => p.Active && p.Id != act.Me.Id).ToList();
        var name = act.Db.ChangeTracker.Entries<Record>().Where(e => e.State != EntityState.Unchanged).OrderBy(e => Area.All.All(area => area.Open(e.Entity) is null)).SelectMany(e => Area.All.Select(area => area.NameOf(e.Entity))).FirstOrDefault(called => called is not null);
        Button[] buttons = first?.UndoUntil > act.Now ? [new Button("Button.undo", "undo", new Slots { ["entry"] = first.Key })] : [];
        Word note = first is null ? "Redo.done" : new Word("Redo.done_of", new Word("Command." + first.Command));
        var reply = act.Receipt("Redo.title", name, note, buttons);
        return reply with
        {
            InPlace = act.PressedCard is not null,
            Stands = first is null ? null : new JustDone(first.Command, first.Key),
            Receipt = reply.Receipt! with { Copy = new ReceiptCopy(told, new Word("Redo.told", act.Me, note), null) { IsNews = true } },
        };
    }

    /// <summary>The undos of the last day that still hold, newest first, each with the act that it took back. What a correction took back was done anew, and is none.</summary>
    private static async Task<List<Pair>> UndoneAsync(Act act, CancellationToken cancellationToken)
    {
        var since = act.Now.AddDays(-1);
        var mine = act.Db.Audit.Where(a => a.PersonId == act.Me.Id && !a.Refused);
        var undos = await mine.Where(a => a.Command == "undo" && a.UndoneAt == null && a.At > since).OrderByDescending(a => a.Id).Take(Looked).ToListAsync(cancellationToken);
        if (undos.Count == 0) return [];
        var (oldest, moments) = (undos[^1].Id, undos.ConvertAll(undo => undo.At));
        var taken = await mine.Where(a => a.UndoneAt != null && moments.Contains(a.UndoneAt.Value)).OrderByDescending(a => a.Id).ToListAsync(cancellationToken);
        var later = await mine.Where(a => a.Id > oldest && a.Command != "undo").Select(a => new { a.Id, a.At, a.Command }).ToListAsync(cancellationToken);
        return [.. undos.ConvertAll(undo => new Pair(undo, taken.Find(original => original.UndoneAt == undo.At && Mirrors(original, undo))))
            .Where(pair => !later.Exists(other => other.Id > pair.Undo.Id && other.At == pair.Undo.At && other.Command == pair.Original?.Command))];
    }

    /// <summary>The undo put back what this act had changed.</summary>
    private static bool Mirrors(AuditEntry original, AuditEntry undo)
    {
        if (original.Id >= undo.Id) return false;
        var changes = ChangeLog.FromJson(original.Changes);
        return ChangeLog.FromJson(undo.Changes).Any(back => changes.Any(change => change.Key == back.Key && (change.Kind, back.Kind) switch
        {
            (ChangeKind.Changed, ChangeKind.Changed) => back.Fields.Any(field => change.Fields.Any(first => (first.Field, first.Before, first.After) == (field.Field, field.After, field.Before))),
            (ChangeKind.Added, ChangeKind.Removed) or (ChangeKind.Removed, ChangeKind.Added) => true,
            _ => false,
        }));
    }

    /// <summary>An undo and the act that it took back, where that has an entry of its own.</summary>
    private sealed record Pair(AuditEntry Undo, AuditEntry? Original)
    {
        /// <summary>What it is named and offered by.</summary>
        public AuditEntry Shown => Original ?? Undo;
    }
}
