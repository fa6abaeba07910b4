using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Documents;

namespace SalesBot.Conversation;

/// <summary>
/// Forgets what is only needed for a while: seen messages once no platform delivers them again, delivered messages once nobody asks after
/// them, cards that nobody scrolls back to, links to files that have run out, what was said long ago on our own chat page. Dead letters stay until somebody looks (<c>check</c>).
/// </summary>
internal sealed class Retention(Func<SalesDb> open)
{
    /// <summary>The longest that a platform repeats a delivery is hours (PROTOCOLS.md, "Deadlines at a glance").</summary>
    private static readonly TimeSpan SeenMessages = TimeSpan.FromDays(14);

    private static readonly TimeSpan DeliveredMessages = TimeSpan.FromDays(30);

    /// <summary>A card that is older is no longer renewed when its subject changes; pressed, it is still answered with the present state, but where its buttons are named by codes.</summary>
    private static readonly TimeSpan SentCards = TimeSpan.FromDays(90);

    /// <summary>A year of chat can be scrolled back to; the audit trail keeps what was done.</summary>
    private static readonly TimeSpan Transcript = TimeSpan.FromDays(365);

    /// <summary>A file that came and was never placed: whoever sent it has forgotten it. Its bytes stay, as others may be the same.</summary>
    private static readonly TimeSpan UnsortedFiles = TimeSpan.FromDays(14);

    /// <summary>So long a link lasts; one that ended before, because its offer was answered, is known as answered until then.</summary>
    private static readonly TimeSpan Offers = TimeSpan.FromHours(1);

    /// <summary>Who had what shown (CU-16).</summary>
    private static readonly TimeSpan Looked = TimeSpan.FromDays(180);

    /// <summary>Returns how many rows went.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var (seen, delivered, sent, said, unsorted, looked) = (now - SeenMessages, now - DeliveredMessages, now - SentCards, now - Transcript, now - UnsortedFiles, now - Looked);
        return await db.SeenMessages.Where(s => s.At < (s.Channel == OneTime.Channel ? said : seen)).ExecuteDeleteAsync(cancellationToken)
            + await db.Outbox.Where(o => o.State == OutboxState.Accepted && o.CreatedAt < delivered).ExecuteDeleteAsync(cancellationToken)
            + await db.SentCards.Where(c => c.SentAt < sent).ExecuteDeleteAsync(cancellationToken)
            + await db.EdgeNotes.Where(n => n.At < sent).ExecuteDeleteAsync(cancellationToken)
            + await db.Documents.Where(d => d.Kind == DocumentKinds.Unsorted && d.CreatedAt < unsorted).ExecuteDeleteAsync(cancellationToken)
            + await db.PreparedExports.Where(e => e.ExpiresAt < now && e.CreatedAt < now - Offers).ExecuteDeleteAsync(cancellationToken)
            + await db.Invitations.Where(i => i.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken)
            + await db.CustomerLooks.Where(l => l.At < looked).ExecuteDeleteAsync(cancellationToken)
            + await Outlived(db.Transcript, said).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The mark of the beginning stays, and the last line, from which the numbering goes on.</summary>
    private static IQueryable<TranscriptEntry> Outlived(IQueryable<TranscriptEntry> lines, DateTimeOffset said) =>
        lines.Where(l => l.At < said && l.Sequence > 0 && lines.Any(later => later.Channel == l.Channel && later.ConversationId == l.ConversationId && later.Sequence > l.Sequence));
}
