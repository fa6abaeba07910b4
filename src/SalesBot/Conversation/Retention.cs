using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Conversation;

/// <summary>
/// Forgets what is only needed for a while: seen messages once no platform delivers them again, delivered messages once nobody asks after
/// them. Dead letters stay until somebody looks (<c>check</c>).
/// </summary>
internal sealed class Retention(Func<SalesDb> open)
{
    /// <summary>The longest that a platform repeats a delivery is hours (PROTOCOLS.md, "Deadlines at a glance").</summary>
    private static readonly TimeSpan SeenMessages = TimeSpan.FromDays(14);

    private static readonly TimeSpan DeliveredMessages = TimeSpan.FromDays(30);

    /// <summary>Returns how many rows went.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var (seen, delivered) = (now - SeenMessages, now - DeliveredMessages);
        return await db.SeenMessages.Where(s => s.At < seen).ExecuteDeleteAsync(cancellationToken)
            + await db.Outbox.Where(o => o.State == OutboxState.Accepted && o.CreatedAt < delivered).ExecuteDeleteAsync(cancellationToken);
    }
}
