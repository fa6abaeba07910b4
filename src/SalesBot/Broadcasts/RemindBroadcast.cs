using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Broadcasts;

/// <summary>Sends it once more to those who have not confirmed it; one time only.</summary>
internal sealed class RemindBroadcast : Command
{
    public override CommandSpec Spec { get; } = new("remind_broadcast", Permission.Broadcast) { InHelp = false, Undoable = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await BroadcastStatus.MeantAsync(act, cancellationToken) is not { } broadcast)
        {
            return Act.Say(act.Slots.Text("broadcast") is null ? "Broadcast.none_sent" : "NotFound.gone");
        }

        var missing = BroadcastStatus.Missing(act, broadcast);
        if (broadcast.RemindedAt is { } before)
        {
            return Act.Say(new Word("Broadcast.reminded_already", before));
        }

        if (missing.Count == 0)
        {
            return Act.Say("Broadcast.all_confirmed");
        }

        broadcast.RemindedAt = act.Now;
        return new Reply(BroadcastStatus.Card(act, broadcast)) { InPlace = act.PressedCard is not null, Focus = act.Focus.Settled(), Notices = [.. missing.Select(p => BroadcastCard.For(p, act.Me, broadcast, again: true))] };
    }
}
