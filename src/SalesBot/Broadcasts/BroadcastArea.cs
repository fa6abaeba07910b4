using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Broadcasts;

/// <summary>What everybody has read is not taken back.</summary>
internal sealed class BroadcastArea : Area
{
    public override object? NameOf(Record record) => (record as Broadcast)?.Content;

    public override Task<Word?> StaysAsync(Act act, AuditEntry entry, IReadOnlyList<Change> changes, CancellationToken cancellationToken) =>
        Task.FromResult(changes.Any(change => change.Record == nameof(Broadcast)) ? new Word("Broadcast.not_undone") : null);
}
