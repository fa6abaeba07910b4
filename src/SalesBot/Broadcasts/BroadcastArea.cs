using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Broadcasts;

/// <summary>What everybody has read is not taken back.</summary>
internal sealed class BroadcastArea : Area
{
    public override object? NameOf(Record record) => (record as Broadcast)?.Content;

    public override Task<Word?> StaysAsync(Act act, AuditEntry entry, IReadOnlyList<Change> changes, CancellationToken cancellationToken) =>
        Task.FromResult(changes.Any(change => change.Record == nameof(Broadcast)) ? new Word("Broadcast.not_undone") : null);

    /// <summary>One broadcast waits to be confirmed, and nothing else was told after it.</summary>
    public override async Task<string?> UnaskedAsync(SalesDb db, Person person, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var open = await db.BroadcastCopies.Where(c => c.PersonId == person.Id && c.ConfirmedAt == null).Select(c => c.Broadcast.RemindedAt ?? c.Broadcast.CreatedAt).Take(2).ToListAsync(cancellationToken);
        return open is [var sent] && sent >= since && !await db.Outbox.AnyAsync(o => o.PersonId == person.Id && o.CreatedAt > sent && o.UpdatesActivityId == null, cancellationToken) ? "broadcast" : null;
    }
}
