using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Broadcasts;

/// <summary>“Got it”: once, however often it is pressed. Said without a card it means the newest that is not confirmed yet.</summary>
internal sealed class ConfirmBroadcast : Command
{
    public override CommandSpec Spec { get; } = new("confirm_broadcast", Permission.Member) { InHelp = false, Undoable = false, Accompanies = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (me, key) = (act.Me.Id, act.Slots.Text("broadcast"));
        var mine = act.Db.BroadcastCopies.Include(c => c.Broadcast).Where(c => c.PersonId == me);
        var copy = key is not null
            ? await mine.FirstOrDefaultAsync(c => c.Broadcast.Key == key, cancellationToken)
            : await mine.OrderBy(c => c.ConfirmedAt != null).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (copy is null)
        {
            return Act.Say(key is null ? "Broadcast.none_for_you" : "NotFound.gone") with { Focus = act.Focus };
        }

        copy.ConfirmedAt ??= act.Now;
        return new Reply(BroadcastCard.Show(act.Org.Find(copy.Broadcast.ById)!, copy.Broadcast, copy.ConfirmedAt)) { InPlace = act.PressedCard is not null, Focus = act.Focus };
    }
}
