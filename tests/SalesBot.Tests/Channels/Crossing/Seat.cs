using System.Text.Json.Nodes;

namespace SalesBot.Tests.Channels.Crossing;

/// <summary>One person in one messenger, seen from the messenger's side.</summary>
internal abstract class Seat
{
    /// <summary>A message with a button that was looked for.</summary>
    /// <param name="Id">What the messenger calls the message.</param>
    internal sealed record Shown(string Id, JsonNode Button);

    public abstract Task SayAsync(string text);

    /// <summary>The next message for this person with such a button; others before it are passed over.</summary>
    /// <param name="titles">In either language.</param>
    public abstract Task<Shown> ShownAsync(string[] titles);

    public abstract Task PressAsync(Shown shown);

    /// <summary>Returns when this very message was changed, by the messenger's own way to do so, into one that says one of the words.</summary>
    public abstract Task ChangedAsync(Shown shown, string[] words);

    protected static bool Says(JsonNode? node, string[] words) => CardTexts.Strings(node).Any(s => words.Any(w => s.Contains(w, StringComparison.Ordinal)));

    /// <summary>The next call of the bot's that this makes something of; who waits in vain is told what was passed over.</summary>
    protected static async Task<T> NextAsync<T>(PlatformEdge edge, Func<PlatformEdge.Sent, T?> read)
        where T : class
    {
        var passed = new List<string>();
        try
        {
            while (true)
            {
                var sent = await edge.SentAsync();
                if (read(sent) is { } found)
                {
                    return found;
                }

                passed.Add($"{sent.Method}: {string.Join(" | ", CardTexts.Strings(sent.Body))}");
            }
        }
        catch (TimeoutException waited)
        {
            throw new TimeoutException(string.Join('\n', passed), waited);
        }
    }

    protected static async Task AnsweredAsync(Task<(int Status, string Body)> posted) => Assert.Equal(200, (await posted).Status);
}
