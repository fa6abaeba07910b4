using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Conversation;

/// <summary>Where a message goes that names no seat: where its person wants it or else was last, and on each further messenger after that, in case the one before does not take it (AL-11).</summary>
internal sealed class Seats(IEnumerable<IMessenger> messengers)
{
    /// <summary>After so many tries another messenger comes first; with the outbox's pauses that is after two and a half minutes.</summary>
    private const int Tries = 3;

    private readonly IMessenger[] messengers = [.. messengers];

    /// <summary>The seats to be tried in turn, one a messenger; none for somebody who can be reached nowhere yet.</summary>
    public async Task<IReadOnlyList<ConversationReference>> OfAsync(SalesDb db, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (message.Reference is { } meant)
        {
            if (meant.IsGroup || meant.Channel == Mailbox.Channel || await IsTheirsAsync(db, message, cancellationToken))
            {
                return [meant];
            }

            if (message.UpdatesActivityId is not null)
            {
                // The account became somebody else's meanwhile, and what would change is not theirs to see.
                return [];
            }
        }

        var own = await db.References.Where(r => r.PersonId == message.PersonId && !r.IsGroup && r.Channel != Mailbox.Channel).OrderByDescending(r => r.LastSeenAt).ToListAsync(cancellationToken);
        var first = own.Count > 1 ? await db.People.Where(p => p.Id == message.PersonId).Select(p => p.Messenger).FirstAsync(cancellationToken) : null;
        List<ConversationReference> seats = [.. own.DistinctBy(r => r.Channel, StringComparer.Ordinal).OrderBy(r => messengers.Any(m => m.Serves(r.Channel)) ? 0 : 1).ThenBy(r => r.Channel == first ? 0 : 1)];
        if (seats.Count > 0)
        {
            var tried = message.Attempts / Tries % seats.Count;
            return [.. seats[tried..], .. seats[..tried]];
        }

        var person = await db.People.FirstAsync(p => p.Id == message.PersonId, cancellationToken);
        return messengers.Select(m => m.Reach(person.Key)).FirstOrDefault(a => a is not null) is { } address ? [await TakeAsync(db, address, person.Id, cancellationToken)] : [];
    }

    /// <summary>
    /// Whether the message still goes to the account that it names, and that is still its person's: asked of the database, for what was loaded may have waited for a slow platform. An account that is nobody's any more
    /// gets no card, but the word that it is so (<see cref="Notice.Place"/>).
    /// </summary>
    private static Task<bool> IsTheirsAsync(SalesDb db, OutboxMessage message, CancellationToken cancellationToken) => db.Outbox.AnyAsync(
        o => o.Id == message.Id && o.ReferenceId == message.ReferenceId && (o.Reference!.PersonId == o.PersonId || (o.Reference.PersonId == null && o.UpdatesActivityId == null && o.Subject == null)), cancellationToken);

    /// <summary>Saved at once, so that of two nodes that make the same seat the second takes the first one's.</summary>
    private static async Task<ConversationReference> TakeAsync(SalesDb db, Address address, long personId, CancellationToken cancellationToken)
    {
        var seat = ConversationReference.At(address, personId);
        db.References.Add(seat);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return seat;
        }
        catch (DbUpdateException)
        {
            db.Entry(seat).State = EntityState.Detached;
            return await db.References.FirstAsync(
                r => r.Channel == address.Channel && r.ConversationId == address.ConversationId && r.UserId == address.UserId, cancellationToken);
        }
    }
}
