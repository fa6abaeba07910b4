using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// Takes back the pressed receipt's act, or one's last. If somebody changed the same field since, nothing is overwritten and both states are
/// shown (GV: complaints 36, 37; <see cref="UndoConflict"/>). Undo is itself an act with its own entry.
/// </summary>
internal sealed class Undo : Command
{
    /// <summary>Entries that are looked through for the one that is named.</summary>
    private const int Looked = 100;

    /// <summary>In the trail, too, but nothing that somebody would want back: that a file was fetched, that something was read.</summary>
    private static readonly string[] PassedOver = ["undo", "redo", "export", "open_document", "confirm_broadcast"];

    public override CommandSpec Spec { get; } = new("undo", Permission.Member) { Undoable = false, TakesBack = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var named = MeantAct.IsNamed(act.Frame);
        var just = act.Slots.Text("entry") is null && !named ? act.Focus.Just : null;
        if (just is { Entry: null })
        {
            return Act.Say(new Word("Undo.only_told", new Word("Command." + just.Command))) with { Focus = act.Focus with { Just = null } };
        }

        var mine = act.Db.Audit.Where(a => a.PersonId == act.Me.Id && !a.Refused && !PassedOver.Contains(a.Command));
        // What an undo leaves alone was entered beside its act, and is none of its own.
        var recent = mine.Where(a => a.UndoneAt == null && a.At > act.Now.AddDays(-1) && (a.UndoUntil != null || !mine.Any(other => other.UndoUntil != null && other.At == a.At && other.Command == a.Command))).OrderByDescending(a => a.Id);
        if (named)
        {
            var meant = await MeantAct.FindAsync(act, await recent.Take(Looked).ToListAsync(cancellationToken), cancellationToken);
            return await OtherwiseAsync(act, meant, cancellationToken) ?? (meant.One is { } one ? await TakeBackAsync(act, one, mine, cancellationToken) : await meant.OfferAsync(act, Why(act, meant), ("Button.undo", Spec.Id), cancellationToken));
        }

        var pressed = act.Slots.Text("entry");
        var stands = act.Focus is { Fresh: true, Undone: false } ? act.Focus.LastEntry : null;
        var entry = (just?.Entry ?? pressed) is { } key ? await mine.FirstOrDefaultAsync(a => a.Key == key, cancellationToken)
            : await recent.FirstOrDefaultAsync(a => a.Key == stands, cancellationToken) ?? await recent.FirstOrDefaultAsync(cancellationToken);
        if (entry is not null)
        {
            return await TakeBackAsync(act, entry, mine, cancellationToken);
        }

        if (pressed is not null && await act.Db.Audit.AnyAsync(a => a.Key == pressed && a.PersonId != act.Me.Id, cancellationToken))
        {
            // Somebody else's receipt: as if it were not there, and noted.
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
        }

        return Act.Say("Undo.nothing");
    }

    /// <summary>In the way of an area, where one has its own for what is named: of the act that is meant, or where no act of the last day fits, or several do and its kind is said.</summary>
    private static async Task<Reply?> OtherwiseAsync(Act act, MeantAct meant, CancellationToken cancellationToken)
    {
        if (meant is { One: null, Fitting.Count: > 0 } && act.Slots.Text("act") is null) return null;
        foreach (var area in Area.All)
        {
            if (await area.TakeBackAsync(act, meant.One, cancellationToken) is not { } back) continue;
            if (back.Receipt is not null && meant.One is { } one) one.UndoneAt = act.Now;
            return back;
        }

        return null;
    }

    private static Word Why(Act act, MeantAct meant) =>
        meant.Fitting.Count > 0 ? new Word("Undo.several") : act.Frame.Named is { } words ? new Word("Undo.none_called", Excerpt.Of(words)) : "Undo.none_such";

    private static async Task<Reply> TakeBackAsync(Act act, AuditEntry entry, IQueryable<AuditEntry> mine, CancellationToken cancellationToken)
    {
        var changes = ChangeLog.FromJson(entry.Changes);
        if (((entry.UndoneAt is null ? await StaysAsync(act, entry, changes, cancellationToken) : null) ?? Obstacle(entry, act.Now)) is { } obstacle)
        {
            return await VersionList.GoingBackAsync(act, changes, cancellationToken) ?? Act.Say(obstacle);
        }

        if (await Reversal.ApplyAsync(act.Db, changes, cancellationToken) is { Count: > 0 } kept)
        {
            act.Db.DropChanges();
            return await UndoConflict.ReplyAsync(act, entry, kept, cancellationToken);
        }

        entry.UndoneAt = act.Now;
        // A correction took the act before it back and did it anew: with this one nothing of either is left.
        var anew = await mine.AnyAsync(a => a.Command == entry.Command && a.Id < entry.Id && a.UndoneAt == entry.At, cancellationToken);
        Word what = new(anew ? "Undo.redone_all" : "Undo.redone", changes.Count);
        var done = "Command." + entry.Command;
        var isReceived = act.Focus.Just?.Entry == entry.Key && act.Slots.Text("entry") is null;
        var reply = Receipt(act, entry, isReceived ? new Word("Undo.received") : WordBook.IsWhole(done) ? new Word("Undo.of", new Word(done), what) : what);
        foreach (var area in Area.All)
        {
            reply = await area.UndoneAsync(act, reply, cancellationToken);
        }

        return reply;
    }

    /// <summary>Whoever was told of the act is told that it was taken back.</summary>
    private static Reply Receipt(Act act, AuditEntry entry, Word note)
    {
        var told = entry.Told.Select(key => act.Org.Find(key)).OfType<Person>().Where(p => p.Active && p.Id != act.Me.Id).ToList();
        var undone = act.Db.ChangeTracker.Entries<Record>().Where(e => e.State != EntityState.Unchanged).OrderBy(e => Open(e.Entity) is null).ToList();
        var name = undone.SelectMany(e => Area.All.Select(area => area.NameOf(e.Entity))).OfType<object>().FirstOrDefault();
        var open = undone.Where(e => e.State != EntityState.Deleted).Select(e => Open(e.Entity)).FirstOrDefault();
        var reply = act.Receipt("Undo.title", name, note);
        return reply with
        {
            InPlace = act.PressedCard is not null,
            Receipt = reply.Receipt! with { Copy = new ReceiptCopy(told, new Word("Undo.told", act.Me, new Word("Command." + entry.Command)), open) { IsNews = true } },
        };
    }

    private static Button? Open(Record record) => Area.All.Select(area => area.Open(record)).FirstOrDefault(button => button is not null);

    /// <summary>Why it is kept, in words of its own: a decision, a payment, an invoice that was paid on.</summary>
    private static async Task<Word?> StaysAsync(Act act, AuditEntry entry, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var area in Area.All)
        {
            if (await area.StaysAsync(act, entry, changes, cancellationToken) is { } why)
            {
                return why;
            }
        }

        return null;
    }

    private static Word? Obstacle(AuditEntry entry, DateTimeOffset now) => entry switch
    {
        { UndoneAt: not null } => "Undo.already",
        { UndoUntil: null } => "Undo.never",
        { UndoUntil: var until } when until < now => "Undo.closed",
        _ => (Word?)null,
    };
}
