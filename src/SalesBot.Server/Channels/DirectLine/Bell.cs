using System.Collections.Concurrent;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>
/// Wakes the open streams of a conversation. Take <see cref="Next"/> before reading the transcript and await it after: what arrives in between then rings it.
/// Within one process only; Direct Line exists for practice on one machine.
/// </summary>
internal sealed class Bell
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    public Task Next(string conversation) => _waiting.GetOrAdd(conversation, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Ring(string conversation)
    {
        if (_waiting.TryRemove(conversation, out var waiting))
            waiting.SetResult();
    }
}
