using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.People.Linking;

/// <summary>Places in messengers that are somebody's no more: unlinked, or linked to somebody else by an invitation.</summary>
internal static class LeftSeats
{
    /// <summary>
    /// Nothing is shown there any more, not as a change of an old card either; what was on its way goes out where the person is reached else. Links to files of theirs, which may stand there, open nothing. The caller
    /// saves, and gives the seats to whom they belong from now on after this.
    /// </summary>
    public static async Task ClearAsync(SalesDb db, IReadOnlyList<long> seats, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.PreparedExports.Where(e => e.ExpiresAt > now && db.References.Any(r => seats.Contains(r.Id) && r.PersonId == e.PersonId)).ExecuteUpdateAsync(set => set.SetProperty(e => e.ExpiresAt, now), cancellationToken);
        await db.SentCards.Where(c => seats.Contains(c.ReferenceId)).ExecuteDeleteAsync(cancellationToken);
        foreach (var message in await db.Outbox.AsTracking().Where(o => o.State == OutboxState.Waiting && o.ReferenceId != null && seats.Contains(o.ReferenceId.Value)).ToListAsync(cancellationToken))
        {
            // An answer to a press, and the end of what a card is about, are told in any case (Outgoing.MayComeBelow).
            if (message.UpdatesActivityId is null || JsonSerializer.Deserialize<RenderedReply>(message.Content) is { ComesAnew: true } or { InPlace: true })
            {
                (message.ReferenceId, message.UpdatesActivityId) = (null, null);
            }
            else
            {
                db.Outbox.Remove(message);
            }
        }
    }
}
