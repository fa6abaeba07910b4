using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Activities after a watermark, oldest first, and the watermark that follows them.</summary>
internal sealed record TranscriptPage(IReadOnlyList<string> Activities, long Watermark);

/// <summary>
/// The log of each conversation: what was said, in order, also while nobody looked. An activity that is said again under its old id (a card that changed)
/// is a new line of the log, so that every reader sees it after its watermark, and replaces the old one for readers who start from the beginning.
/// </summary>
internal sealed class Transcript(Bell bell)
{
    /// <summary>How many lines a page that opens gets: enough to scroll, little enough to draw at once.</summary>
    private const int History = 300;

    private sealed record Line(long Sequence, string ActivityId, string Json, DateTimeOffset At);

    private readonly ConcurrentDictionary<string, List<Line>> _lines = new(StringComparer.Ordinal);

    /// <summary>Marks the conversation as begun by its user; true the first time only.</summary>
    public Task<bool> OpenAsync(string conversation, DateTimeOffset now)
    {
        var lines = _lines.GetOrAdd(conversation, _ => []);
        lock (lines)
        {
            if (lines.Exists(l => l.Sequence == 0))
                return Task.FromResult(false);
            lines.Insert(0, new Line(0, Conversations.ActivityId(conversation, 0), "", now));
            return Task.FromResult(true);
        }
    }

    public Task<bool> ExistsAsync(string conversation) => Task.FromResult(_lines.ContainsKey(conversation));

    /// <summary>Adds the activity under a new id, or under the id that it carries when that is <paramref name="replaces"/>; returns the id.</summary>
    public Task<string> AppendAsync(string conversation, JsonObject activity, string? replaces, DateTimeOffset now)
    {
        var lines = _lines.GetOrAdd(conversation, _ => []);
        string id;
        lock (lines)
        {
            var sequence = lines.Count == 0 ? 1 : lines[^1].Sequence + 1;
            id = replaces ?? Conversations.ActivityId(conversation, sequence);
            activity["id"] = id;
            activity["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            var data = activity["channelData"] as JsonObject ?? [];
            // Web Chat sorts by this; a card that changes keeps its place.
            data["webchat:sequence-id"] = replaces is null ? sequence : Conversations.Sequence(conversation, replaces) ?? sequence;
            activity["channelData"] = data.Parent is null ? data : activity["channelData"];
            lines.Add(new Line(sequence, id, activity.ToJsonString(JsonBody.Compact), now));
        }
        bell.Ring(conversation);
        return Task.FromResult(id);
    }

    /// <summary>The sequence of the bot's last line in each of the conversations.</summary>
    public Task<Dictionary<string, long>> NewsAsync(IReadOnlyList<string> conversations) => Task.FromResult(conversations
        .Where(_lines.ContainsKey)
        .ToDictionary(c => c, c => { lock (_lines[c]) { return _lines[c].LastOrDefault(l => !l.Json.Contains("\"role\":\"user\"", StringComparison.Ordinal))?.Sequence ?? 0; } }, StringComparer.Ordinal));

    public Task<TranscriptPage> ReadAsync(string conversation, long after)
    {
        if (!_lines.TryGetValue(conversation, out var lines))
            return Task.FromResult(new TranscriptPage([], after));
        lock (lines)
        {
            var fresh = lines.Where(l => l.Sequence > after && l.Sequence > 0).TakeLast(History).ToList();
            var last = fresh.ToLookup(l => l.ActivityId, StringComparer.Ordinal);
            return Task.FromResult(new TranscriptPage(
                [.. fresh.Select(l => l.ActivityId).Distinct(StringComparer.Ordinal).Select(id => last[id].Last().Json)],
                fresh.Count == 0 ? after : fresh[^1].Sequence));
        }
    }
}
