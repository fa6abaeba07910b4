using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Server.Channels;

/// <summary>
/// Turns of which the platform was told that they arrived before they were done: it does not bring them again. They are noted until they are done, so that whoever sent one that a stop or a crash
/// cut short, or that broke, hears that nothing came of it. Any node says it, once.
/// </summary>
internal sealed class UnfinishedTurns(Func<SalesDb> open, EdgeNotes notes, Func<ReplyRenderer> renderer, TimeProvider clock)
{
    /// <summary>The <see cref="EdgeNote.Channel"/>, in place of any messenger's, so that these are found among millions of others; the value says which turn.</summary>
    private const string Kept = "unfinished";

    /// <summary>A note so old is of a turn that nobody carries out any more: one that takes long is noted anew each minute.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Of what was lost longer ago nobody is told.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    /// <summary>Until the turn has ended, well or not.</summary>
    /// <returns>When it is noted, or cannot be; and when it has ended and the note is gone.</returns>
    public (Task Noted, Task Ended) Watch(Turn turn, Task done)
    {
        var value = JsonSerializer.Serialize(new Sent(turn.From, turn.ActivityId, turn.PersonKey, turn.Kind == TurnKind.Pressed, turn.Now));
        // Not on the way of the acknowledgement: a database that is busy keeps its caller waiting.
        var noted = Task.Run(() => notes.TryKeepAsync(Kept, "", [(Kept, value)], clock.GetUtcNow(), CancellationToken.None));
        return (noted, WatchAsync(value, noted, done));
    }

    private async Task WatchAsync(string value, Task<bool> noted, Task done)
    {
        if (!await noted)
        {
            return;
        }

        while (await Task.WhenAny(done, Task.Delay(Beat, clock)) != done)
        {
            var now = clock.GetUtcNow();
            await TryAsync(value, note => note.ExecuteUpdateAsync(set => set.SetProperty(n => n.At, now)));
        }

        // What only showed something is known by nothing else: while the note stands, it counts as lost.
        for (var tries = Longest / Beat; tries > 0 && done.IsCompletedSuccessfully && !await TryAsync(value, note => note.ExecuteDeleteAsync()); tries--)
        {
            await Task.Delay(Beat, clock);
        }
    }

    /// <summary>False when the database is out of reach.</summary>
    private async Task<bool> TryAsync(string value, Func<IQueryable<EdgeNote>, Task<int>> write)
    {
        try
        {
            await using var db = open();
            await write(Notes(db).Where(n => n.Value == value));
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private static IQueryable<EdgeNote> Notes(SalesDb db) => db.EdgeNotes.Where(n => n.Channel == Kept && n.ConversationId == "" && n.Name == Kept);

    /// <summary>Tells of those that will not be done any more. Returns how many messages that makes.</summary>
    public async Task<int> TellAsync(DateTimeOffset now, CancellationToken stop)
    {
        await using var db = open();
        var (from, until) = (now - Oldest, now - Longest);
        var told = 0;
        foreach (var note in await Notes(db).AsNoTracking().Where(n => n.At > from && n.At <= until).OrderBy(n => n.Id).ToListAsync(stop))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            if (await db.EdgeNotes.Where(n => n.Id == note.Id).ExecuteDeleteAsync(stop) == 1 && await ToldAsync(db, JsonSerializer.Deserialize<Sent>(note.Value)!, now, stop) is { } message)
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
    private async Task<OutboxMessage?> ToldAsync(SalesDb db, Sent sent, DateTimeOffset now, CancellationToken stop)
    {
        var from = sent.From;
        if (await db.SeenMessages.AnyAsync(s => s.Channel == from.Channel && s.ConversationId == from.ConversationId && s.ActivityId == sent.Activity, stop) || await SenderAsync(db, sent, stop) is not { } sender)
        {
            return null;
        }

        // The lost turn itself would have made the seat of whoever wrote for the first time.
        var seat = await db.References.FirstOrDefaultAsync(r => r.Channel == from.Channel && r.ConversationId == from.ConversationId && r.UserId == from.UserId, stop) ?? ConversationReference.At(from, sender.Id);
        seat.PersonId = sender.Id;
        Word word = new(sent.Pressed ? "Error.cut_short_press" : "Error.cut_short", sent.At);
        return new OutboxMessage
        {
            PersonId = sender.Id, Reference = seat, Content = JsonSerializer.Serialize(renderer().Render(new View(null, null, word), renderer().For(sender, seat.Locale, now))), CreatedAt = now, NextAttemptAt = now,
        };
    }

    /// <summary>Who the account belongs to now.</summary>
    private static async Task<Person?> SenderAsync(SalesDb db, Sent sent, CancellationToken stop)
    {
        var linked = sent.Person is null ? await Seat.LinkedAsync(db, sent.From, stop) : null;
        return await db.People.FirstOrDefaultAsync(p => p.Active && (p.Id == linked || p.Key == sent.Person), stop);
    }

    /// <summary>Which turn, from where.</summary>
    private sealed record Sent(Address From, string Activity, string? Person, bool Pressed, DateTimeOffset At);
}
