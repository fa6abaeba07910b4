using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Language;
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
    private static readonly string[] PassedOver = ["undo", "export", "open_document", "confirm_broadcast"];

    public override CommandSpec Spec { get; } = new("undo", Permission.Member) { Undoable = false, TakesBack = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var just = act.Slots.Text("entry") is null && !IsNamed(act) ? act.Focus.Just : null;
        if (just is { Entry: null })
        {
            return Act.Say(new Word("Undo.only_told", new Word("Command." + just.Command))) with { Focus = act.Focus with { Just = null } };
        }

        var mine = act.Db.Audit.Where(a => a.PersonId == act.Me.Id && !a.Refused && !PassedOver.Contains(a.Command));
        var entry = (just?.Entry ?? act.Slots.Text("entry")) is { } key
            ? await mine.FirstOrDefaultAsync(a => a.Key == key, cancellationToken)
            : await MeantAsync(act, mine.Where(a => a.UndoneAt == null && a.At > act.Now.AddDays(-1)).OrderByDescending(a => a.Id), cancellationToken);
        if (entry is null)
        {
            var pressed = act.Slots.Text("entry");
            if (pressed is not null && await act.Db.Audit.AnyAsync(a => a.Key == pressed && a.PersonId != act.Me.Id, cancellationToken))
            {
                // Somebody else's receipt: as if it were not there, and noted.
                Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            }

            return IsNamed(act) ? await NoneSuchAsync(act, mine, cancellationToken) : Act.Say("Undo.nothing");
        }

        foreach (var area in Area.All)
        {
            if (IsNamed(act) && await area.TakeBackAsync(act, entry, cancellationToken) is { } back)
            {
                return back;
            }
        }

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
        var reply = Receipt(act, entry, just is not null ? new Word("Undo.received") : WordBook.IsWhole(done) ? new Word("Undo.of", new Word(done), what) : what);
        foreach (var area in Area.All)
        {
            reply = await area.UndoneAsync(act, reply, cancellationToken);
        }

        return reply;
    }

    private static bool IsNamed(Act act) => act.Slots.Text("act") is not null || act.Frame is { Refs.Count: > 0 } or { Named: not null };

    /// <summary>Nothing of what is named was done: that is said, and what was done last is offered by its name.</summary>
    private static async Task<Reply> NoneSuchAsync(Act act, IQueryable<AuditEntry> mine, CancellationToken cancellationToken)
    {
        foreach (var area in Area.All)
        {
            if (await area.TakeBackAsync(act, null, cancellationToken) is { } back)
            {
                return back;
            }
        }

        Word text = act.Frame.Named is { } words ? new Word("Undo.none_called", Excerpt.Of(words)) : "Undo.none_such";
        if (await mine.Where(a => a.UndoneAt == null && a.UndoUntil > act.Now && a.At > act.Now.AddDays(-1)).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken) is not { } last)
        {
            return Act.Say(text);
        }

        var was = new Word("Undo.last_was", await NamedAct.TitleAsync(act, last, cancellationToken));
        Button[] buttons = [new("Button.undo", "undo", new Slots { ["entry"] = last.Key })];
        return new Reply(new View("text", new { Title = new Word("Command.undo"), Paragraphs = new[] { text, was }, Buttons = buttons.ToList() }, text));
    }

    /// <summary>The last act, or the last one that was done to the record or in the way that is named; never another one instead.</summary>
    private static async Task<AuditEntry?> MeantAsync(Act act, IQueryable<AuditEntry> recent, CancellationToken cancellationToken)
    {
        var traces = new List<(string Field, string Value)>();
        foreach (var area in Area.All) traces.AddRange(await area.TracesAsync(act, cancellationToken));
        var command = act.Slots.Text("act");
        if (!IsNamed(act)) return await recent.FirstOrDefaultAsync(cancellationToken);
        var commands = command?.Split(',') ?? [];
        bool Concerns(Change change) => traces.Exists(trace => trace.Field == nameof(Record.Key) ? change.Key == trace.Value : change.Fields.Any(field => field.Field == trace.Field && (field.After ?? field.Before) == trace.Value));
        var entries = await recent.Where(a => command == null || commands.Contains(a.Command)).Take(Looked).ToListAsync(cancellationToken);
        if (act.Frame.Refs.Count > 0) entries = entries.FindAll(entry => ChangeLog.FromJson(entry.Changes).Any(Concerns));
        return act.Frame.Named is { } words ? await NamedAct.FindAsync(act, entries, words, cancellationToken) : entries.FirstOrDefault();
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
