using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// Takes back the pressed receipt's act, or one's last. If somebody changed the same field since, nothing is overwritten and the present
/// state is shown (GV: complaints 36, 37). Undo is itself an act with its own entry.
/// </summary>
internal sealed class Undo : Command
{
    public override CommandSpec Spec { get; } = new("undo", Permission.Member) { Undoable = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var mine = act.Db.Audit.Where(a => a.PersonId == act.Me.Id && !a.Refused && a.Command != Spec.Id);
        var entry = act.Slots.Text("entry") is { } key
            ? await mine.FirstOrDefaultAsync(a => a.Key == key, cancellationToken)
            : await mine.Where(a => a.UndoneAt == null && a.At > act.Now.AddDays(-1)).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);
        if (entry is null)
        {
            return Act.Say("Undo.nothing");
        }

        if (Obstacle(entry, act.Now) is { } obstacle)
        {
            return Act.Say(obstacle);
        }

        var changes = ChangeLog.FromJson(entry.Changes);
        if (await Reversal.ApplyAsync(act.Db, changes, cancellationToken) is { } conflict)
        {
            act.Db.DropChanges();
            return Act.Say(conflict);
        }

        entry.UndoneAt = act.Now;
        return await Withdrawal.UndoneAsync(act, Receipt(act, entry, changes.Count), cancellationToken);
    }

    /// <summary>Whoever was told of the act is told that it was taken back.</summary>
    private static Reply Receipt(Act act, AuditEntry entry, int changes)
    {
        var told = entry.Told.Select(key => act.Org.Find(key)).OfType<Person>().Where(p => p.Active && p.Id != act.Me.Id).ToList();
        var undone = act.Db.ChangeTracker.Entries<Record>().Select(e => e.Entity).ToList();
        var deal = undone.OfType<Deal>().FirstOrDefault();
        var about = deal?.Name ?? undone.OfType<Customer>().FirstOrDefault()?.Name ?? undone.OfType<Todo>().FirstOrDefault()?.Title;
        var reply = act.Receipt("Undo.title", about, new Word("Undo.redone", changes));
        var open = deal is null || act.Db.Entry(deal).State == EntityState.Deleted ? null : new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key });
        return reply with
        {
            InPlace = act.PressedCard is not null,
            Receipt = reply.Receipt! with { Copy = new ReceiptCopy(told, new Word("Undo.told", act.Me, new Word("Command." + entry.Command)), open) { IsNews = true } },
        };
    }

    private static Word? Obstacle(AuditEntry entry, DateTimeOffset now) => entry switch
    {
        { UndoneAt: not null } => "Undo.already",
        { UndoUntil: null } => "Undo.never",
        { UndoUntil: var until } when until < now => "Undo.closed",
        _ => (Word?)null,
    };
}
