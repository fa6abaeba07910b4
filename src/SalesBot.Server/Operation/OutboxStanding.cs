using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Server.Operation;

/// <summary>How the way out stands.</summary>
/// <param name="Waiting">Messages that are on their way, those put off on purpose included.</param>
/// <param name="Dead">Messages given up.</param>
/// <param name="OldestDue">When the message that is due for longest fell due; null when none is.</param>
/// <param name="Given">How many of those given up were meant for which messenger, by its channel id; empty: the person was nowhere to be reached.</param>
internal sealed record OutboxStanding(int Waiting, int Dead, DateTimeOffset? OldestDue, IReadOnlyList<(string Channel, int Count)> Given)
{
    /// <summary>The pump looks every few seconds; what is due for longer than this is stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<OutboxStanding> ReadAsync(SalesDb db, DateTimeOffset now, CancellationToken stop)
    {
        var waiting = db.Outbox.Where(o => o.State == OutboxState.Waiting);
        return new OutboxStanding(
            await waiting.CountAsync(stop),
            await db.Outbox.CountAsync(o => o.State == OutboxState.Dead, stop),
            await waiting.Where(o => o.NextAttemptAt <= now).OrderBy(o => o.NextAttemptAt).Select(o => (DateTimeOffset?)o.NextAttemptAt).FirstOrDefaultAsync(stop),
            [.. (await db.Outbox.Where(o => o.State == OutboxState.Dead).GroupBy(o => o.Reference!.Channel).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync(stop)).Select(g => (g.Key ?? "", g.Count))]);
    }

    public bool IsStuck(DateTimeOffset now) => OldestDue < now - Patience;
}
