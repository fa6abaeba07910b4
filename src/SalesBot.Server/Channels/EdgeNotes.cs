using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Server.Channels;

/// <summary>Keeps and finds <see cref="EdgeNote"/>s; <see cref="Retention"/> forgets them.</summary>
internal sealed class EdgeNotes(Func<SalesDb> open)
{
    public Task KeepAsync(string channel, string conversation, string name, string value, DateTimeOffset now, CancellationToken cancel) => KeepAsync(channel, conversation, [(name, value)], now, cancel);

    /// <summary>False when the database is out of reach.</summary>
    public async Task<bool> TryKeepAsync(string channel, string conversation, IReadOnlyCollection<(string Name, string Value)> notes, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            await KeepAsync(channel, conversation, notes, now, cancel);
            return true;
        }
        catch (Exception fault) when (fault is DbUpdateException or DbException)
        {
            return false;
        }
    }

    public async Task KeepAsync(string channel, string conversation, IReadOnlyCollection<(string Name, string Value)> notes, DateTimeOffset now, CancellationToken cancel)
    {
        if (notes.Count == 0)
        {
            return;
        }

        await using var db = open();
        db.EdgeNotes.AddRange(notes.Select(n => new EdgeNote { Channel = channel, ConversationId = conversation, Name = n.Name, Value = n.Value, At = now }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<EdgeNote>> FindAsync(string channel, string conversation, string name, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = open();
        return await db.EdgeNotes.AsNoTracking().Where(n => n.Channel == channel && n.ConversationId == conversation && n.Name == name && n.At >= since).OrderByDescending(n => n.Id).ToListAsync(cancel);
    }

    public async Task ForgetAsync(EdgeNote note, CancellationToken cancel)
    {
        await using var db = open();
        await db.EdgeNotes.Where(n => n.Id == note.Id).ExecuteDeleteAsync(cancel);
    }
}
