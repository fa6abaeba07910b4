namespace SalesBot.Conversation;

/// <summary>One turn at a time in one conversation of this process; other nodes are kept apart by the seen-message index and record versions.</summary>
internal sealed class ConversationGate
{
    private const int Lanes = 1024;
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Conversations share a fixed number of lanes, so that nothing has to be cleaned up.</summary>
    public async Task<IDisposable> EnterAsync(Address from, CancellationToken cancellationToken)
    {
        var lane = lanes[(uint)HashCode.Combine(from.Channel, from.ConversationId) % Lanes];
        await lane.WaitAsync(cancellationToken);
        return new Exit(lane);
    }

    private sealed class Exit(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
