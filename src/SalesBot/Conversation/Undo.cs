using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;
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
        return act.Receipt("Undo.title", note: new Word("Undo.redone", changes.Count)) with { InPlace = act.PressedCard is not null };
    }

    private static Word? Obstacle(AuditEntry entry, DateTimeOffset now) => entry switch
    {
        { UndoneAt: not null } => "Undo.already",
        { UndoUntil: null } => "Undo.never",
        { UndoUntil: var until } when until < now => "Undo.closed",
        _ => (Word?)null,
    };
}
