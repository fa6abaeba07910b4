using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Conversation;

/// <summary>Platforms deliver twice (PROTOCOLS.md, "Deadlines at a glance"): the second time hears the first answer.</summary>
internal static class Repetition
{
    /// <summary>Null for what is new. The connection stays open from here on, for the whole turn.</summary>
    public static async Task<TurnAnswer?> FindAsync(SalesDb db, Turn turn, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var seen = await db.SeenMessages.AsNoTracking().FirstOrDefaultAsync(
            s => s.Channel == turn.From.Channel && s.ConversationId == turn.From.ConversationId && s.ActivityId == turn.ActivityId, cancellationToken);
        return seen is null ? null : new TurnAnswer(seen.Answer is { } json ? JsonSerializer.Deserialize<List<RenderedReply>>(json) ?? [] : []) { Repeated = true };
    }

    public static void Note(SalesDb db, Turn turn, IReadOnlyList<RenderedReply> replies) =>
        db.SeenMessages.Add(new SeenMessage
        {
            Channel = turn.From.Channel, ConversationId = turn.From.ConversationId, ActivityId = turn.ActivityId, At = turn.Now, Answer = JsonSerializer.Serialize(replies),
        });
}
