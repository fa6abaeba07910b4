using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Server.Channels;

/// <summary>
/// Turns of which the platform was told that they arrived before they were done: it does not bring them again. They are noted until they are done, so that whoever sent one that a stop or a crash
/// cut short, or that broke, hears that nothing came of it. Any node says it, once.
/// </summary>
internal sealed class UnfinishedTurns(Func<SalesDb> open, EdgeNotes notes, Func<ReplyRenderer> renderer, TimeProvider clock)
{
    /// <summary>The <see cref="EdgeNote.Name"/>; the value says which turn.</summary>
    private const string Name = "unfinished";

    /// <summary>A note so old is of a turn that nobody carries out any more: one that takes long is noted anew each minute.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Of what was lost longer ago nobody is told, and no older notes of other kinds are read for it.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    /// <summary>Returns when the turn has ended, well or not.</summary>
    public async Task WatchAsync(Turn turn, Task done)
    {
        var value = JsonSerializer.Serialize(new Sent(turn.From.UserId, turn.ActivityId));
        var noted = await notes.TryKeepAsync(turn.From.Channel, turn.From.ConversationId, [(Name, value)], turn.Now, CancellationToken.None);
        while (await Task.WhenAny(done, Task.Delay(Beat, clock)) != done)
        {
            await using var alive = open();
            var now = clock.GetUtcNow();
            await alive.EdgeNotes.Where(n => n.Channel == turn.From.Channel && n.ConversationId == turn.From.ConversationId && n.Name == Name && n.Value == value).ExecuteUpdateAsync(set => set.SetProperty(n => n.At, now), CancellationToken.None);
        }

        if (noted && done.IsCompletedSuccessfully)
        {
            await using var db = open();
            await db.EdgeNotes.Where(n => n.Channel == turn.From.Channel && n.ConversationId == turn.From.ConversationId && n.Name == Name && n.Value == value).ExecuteDeleteAsync(CancellationToken.None);
        }
    }

    /// <summary>Tells of those that will not be done any more. Returns how many messages that makes.</summary>
    public async Task<int> TellAsync(DateTimeOffset now, CancellationToken stop)
    {
        await using var db = open();
        var (from, until) = (now - Oldest, now - Longest);
        var told = 0;
        foreach (var note in await db.EdgeNotes.AsNoTracking().Where(n => n.Name == Name && n.At > from && n.At <= until).OrderBy(n => n.Id).ToListAsync(stop))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            if (await db.EdgeNotes.Where(n => n.Id == note.Id).ExecuteDeleteAsync(stop) == 1 && await ToldAsync(db, note, now, stop) is { } message)
            {
                db.Outbox.Add(message);
                await db.SaveChangesAsync(stop);
                told++;
            }

            await transaction.CommitAsync(stop);
        }

        return told;
    }

    /// <summary>Null where it was done after all, or nobody we know sent it.</summary>
    private async Task<OutboxMessage?> ToldAsync(SalesDb db, EdgeNote note, DateTimeOffset now, CancellationToken stop)
    {
        var sent = JsonSerializer.Deserialize<Sent>(note.Value)!;
        if (await db.SeenMessages.AnyAsync(s => s.Channel == note.Channel && s.ConversationId == note.ConversationId && s.ActivityId == sent.Activity, stop))
        {
            return null;
        }

        var seat = await db.References.Include(r => r.Person).FirstOrDefaultAsync(r => r.Channel == note.Channel && r.ConversationId == note.ConversationId && r.UserId == sent.User && r.PersonId != null, stop);
        return seat is null ? null : new OutboxMessage
        {
            PersonId = seat.PersonId!.Value, Reference = seat, Content = JsonSerializer.Serialize(renderer().Render(new View(null, null, new Word("Error.cut_short", note.At)), renderer().For(seat.Person, seat.Locale, now))), CreatedAt = now, NextAttemptAt = now,
        };
    }

    /// <summary>Which turn of a conversation.</summary>
    private sealed record Sent(string User, string Activity);
}
