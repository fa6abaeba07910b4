using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Conversation;

/// <summary>Somebody's mailbox as a seat of theirs (AL-11). It is spoken to only by name, never as the latest place of a person.</summary>
internal static class Mailbox
{
    /// <summary>Not <c>email</c>, which is a channel of the Azure Bot service.</summary>
    public const string Channel = "smtp";

    /// <summary>The seat, new or as it was; null for who has no address. The caller saves.</summary>
    public static async Task<ConversationReference?> OfAsync(SalesDb db, Person person, CancellationToken cancellationToken)
    {
        if (person.Email is not { Length: > 0 } address)
        {
            return null;
        }

        return db.References.Local.FirstOrDefault(r => r.Channel == Channel && r.ConversationId == address && r.UserId == person.Key)
            ?? await db.References.FirstOrDefaultAsync(r => r.Channel == Channel && r.ConversationId == address && r.UserId == person.Key, cancellationToken)
            ?? db.References.Add(new ConversationReference { Channel = Channel, ConversationId = address, UserId = person.Key, PersonId = person.Id }).Entity;
    }
}
