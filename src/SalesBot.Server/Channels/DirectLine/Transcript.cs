using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Activities after a watermark, oldest first, and the watermark that follows them.</summary>
internal sealed record TranscriptPage(IReadOnlyList<string> Activities, long Watermark);

/// <summary>
/// The log of each conversation: what was said, in order, also while nobody looked. An activity that is said again under its old id (a card that changed)
/// is a new line of the log, so that every reader sees it after its watermark, and replaces the old one for readers who start from the beginning.
/// </summary>
internal sealed class Transcript(Func<SalesDb> open, Bell bell) : IDisposable
{
    /// <summary>How many lines a reader gets at a time; one who starts from the beginning gets the last ones: enough to scroll, little enough to draw at once.</summary>
    public const int PageSize = 300;

    private const int Tries = 5;

    /// <summary>Lines are numbered one after another.</summary>
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Marks the conversation as begun by its user (line 0, shown to nobody); true the first time only.</summary>
    public async Task<bool> OpenAsync(string conversation, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = open();
        if (await Lines(db, conversation).AnyAsync(l => l.Sequence == 0, stop))
        {
            return false;
        }

        db.Transcript.Add(Line(conversation, 0, Conversations.ActivityId(conversation, 0), "", now));
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException)
        {
            // A second page of the same person was first.
            return false;
        }
    }

    public async Task<bool> ExistsAsync(string conversation, CancellationToken stop)
    {
        await using var db = open();
        return await Lines(db, conversation).AnyAsync(stop);
    }

    /// <summary>
    /// Adds the activity, written for the id that it gets: a new one, or that of the activity whose new state it is (<paramref name="replaces"/>, if it is there).
    /// Returns the id.
    /// </summary>
    public async Task<string> AppendAsync(string conversation, Func<string, JsonObject> write, string? replaces, DateTimeOffset now, CancellationToken stop)
    {
        await _writing.WaitAsync(stop);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await AppendOnceAsync(conversation, write, replaces, now, stop);
                }
                catch (DbUpdateException) when (attempt < Tries)
                {
                    // Another process took the number.
                }
            }
        }
        finally
        {
            _writing.Release();
            bell.Ring(conversation);
        }
    }

    public async Task<TranscriptPage> ReadAsync(string conversation, long after, CancellationToken stop)
    {
        await using var db = open();
        var fresh = Lines(db, conversation).AsNoTracking().Where(l => l.Sequence > after);
        var lines = after == 0
            ? await fresh.OrderByDescending(l => l.Sequence).Take(PageSize).ToListAsync(stop)
            : await fresh.OrderBy(l => l.Sequence).Take(PageSize).ToListAsync(stop);
        lines.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        var activities = lines.GroupBy(l => l.ActivityId, StringComparer.Ordinal).Select(same => same.Last().Json).ToList();
        return new TranscriptPage(activities, lines.Count == 0 ? after : lines[^1].Sequence);
    }

    /// <summary>The number of the last line of each conversation that has any.</summary>
    public async Task<Dictionary<string, long>> LastAsync(CancellationToken stop)
    {
        await using var db = open();
        return await db.Transcript.Where(l => l.Channel == Conversations.Channel).GroupBy(l => l.ConversationId)
            .ToDictionaryAsync(c => c.Key, c => c.Max(l => l.Sequence), StringComparer.Ordinal, stop);
    }

    public void Dispose() => _writing.Dispose();

    private async Task<string> AppendOnceAsync(string conversation, Func<string, JsonObject> write, string? replaces, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = open();
        var sequence = 1 + (await Lines(db, conversation).MaxAsync(l => (long?)l.Sequence, stop) ?? 0);
        var id = replaces is not null && await IsThereAsync(db, conversation, replaces, stop) ? replaces : Conversations.ActivityId(conversation, sequence);
        var activity = write(id);
        activity["id"] = id;
        activity["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        if (activity["channelData"] is not JsonObject)
        {
            activity["channelData"] = new JsonObject();
        }

        // Web Chat sorts by this, so a card that changes keeps its place.
        activity["channelData"]!["webchat:sequence-id"] = Conversations.Sequence(conversation, id) ?? sequence;
        db.Transcript.Add(Line(conversation, sequence, id, activity.ToJsonString(JsonBody.Compact), now));
        await db.SaveChangesAsync(stop);
        return id;
    }

    /// <summary>An id that a client made up replaces nothing.</summary>
    private static async Task<bool> IsThereAsync(SalesDb db, string conversation, string activityId, CancellationToken stop) =>
        Conversations.Sequence(conversation, activityId) is > 0 and var sequence
        && await Lines(db, conversation).AnyAsync(l => l.Sequence == sequence && l.ActivityId == activityId, stop);

    private static IQueryable<TranscriptEntry> Lines(SalesDb db, string conversation) =>
        db.Transcript.Where(l => l.Channel == Conversations.Channel && l.ConversationId == conversation);

    private static TranscriptEntry Line(string conversation, long sequence, string id, string json, DateTimeOffset now) =>
        new() { Channel = Conversations.Channel, ConversationId = conversation, Sequence = sequence, ActivityId = id, Json = json, At = now };
}
