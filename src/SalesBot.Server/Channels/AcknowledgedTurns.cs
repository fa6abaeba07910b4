using System.Collections.Concurrent;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels;

/// <summary>
/// Has a message answered for a platform that wants its acknowledgement within a few seconds: it gets it when the turn is committed, so that a crash before leads it to
/// bring the message again, but after <see cref="Patience"/> in any case. The answer is posted after the acknowledgement: Feishu and DingTalk undo what changes a card
/// before it (PROTOCOLS.md D.2, E.4). A stop waits for what is under way, as long as the host lets it.
/// </summary>
internal sealed class AcknowledgedTurns(RunTurn run, Outbox outbox, AnsweredActivities answered, AcknowledgedTurns.Surroundings around) : IHostedService
{
    /// <summary>What the service gives it.</summary>
    internal sealed record Surroundings(IHostApplicationLifetime Life, TimeProvider Wall, UnfinishedTurns Unfinished, ILogger<AcknowledgedTurns> Log);

    /// <summary>Half of the three seconds that Slack and Feishu give: a machine with much to do needs the rest to say so.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    /// <summary>Of what is left of the three seconds.</summary>
    private static readonly TimeSpan ForNote = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentDictionary<Task, bool> _underWay = new();

    /// <summary>Returns when the platform may be told that the message arrived; throws when it did not.</summary>
    /// <param name="meet">Finds out who the user is; returns the user's language in the messenger, null where it does not tell.</param>
    /// <param name="acknowledged">Ends when the platform was told.</param>
    /// <param name="patience">Where less is left than <see cref="Patience"/>; none or less where it is over.</param>
    public async Task TakeAsync(Turn turn, Func<string, CancellationToken, Task<string?>> meet, Task acknowledged, TimeSpan? patience = null)
    {
        var committed = RunAsync(turn, meet);
        Keep(PostAsync(committed, acknowledged));
        try
        {
            await committed.WaitAsync(patience is not { } left ? Patience : left > TimeSpan.Zero ? left : TimeSpan.Zero, around.Wall, CancellationToken.None);
        }
        catch (TimeoutException) when (!committed.IsCompleted)
        {
            // It goes on by itself.
            await WatchAsync(turn, committed);
        }
    }

    /// <summary>
    /// Why a request could not be taken, whatever broke or was cut short by a stop; null where it was. Nothing of it is in the database then, and a platform that is told so brings it again: it must
    /// be forgotten that it came.
    /// </summary>
    public static async Task<string?> FaultAsync(Func<Task> take)
    {
        try
        {
            await take();
            return null;
        }
        catch (Exception fault)
        {
            return fault.GetType().Name;
        }
    }

    /// <summary>What is left of a turn whose platform is told already: a stop waits for it, and a fault is logged.</summary>
    public void Keep(Task rest)
    {
        var kept = LoggedAsync(rest);
        _underWay[kept] = true;
        _ = kept.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_underWay.Keys).WaitAsync(cancellationToken);

    /// <summary>
    /// Of a turn of which nothing may be in the database yet when its platform is told that it arrived: who sent it hears if nothing comes of it. Returns when that is noted, or when the platform may wait no longer.
    /// </summary>
    public async Task WatchAsync(Turn turn, Task done)
    {
        var (noted, ended) = around.Unfinished.Watch(turn, done);
        Keep(ended);
        await Task.WhenAny(noted, Task.Delay(ForNote, around.Wall));
    }

    private async Task<(Turn Turn, TurnAnswer Answer)> RunAsync(Turn turn, Func<string, CancellationToken, Task<string?>> meet)
    {
        // Not the request's own token: a platform hanging up must not undo half an answer.
        var stop = around.Life.ApplicationStopped;
        var locale = await meet(turn.From.UserId, stop);
        turn = turn with { From = turn.From with { Locale = locale } };
        return (turn, await run(turn, stop));
    }

    private async Task PostAsync(Task<(Turn Turn, TurnAnswer Answer)> committed, Task acknowledged)
    {
        var (turn, answer) = await committed;
        await acknowledged;
        // Who was greeted is not greeted again, also after a restart.
        if (!(answer.Repeated && turn.Kind == TurnKind.Joined) && answered.Add(turn.From.Channel, turn.From.ConversationId, turn.ActivityId))
        {
            await outbox.ReplyAsync(turn, answer.Replies, around.Life.ApplicationStopped);
        }
    }

    private async Task LoggedAsync(Task rest)
    {
        try
        {
            await rest;
        }
        catch (Exception fault)
        {
            // The last line of defence of work that nobody waits for, and of what a stop cut short: the kind of fault is enough to look it up.
            around.Log.Unanswered(fault.GetType().Name);
        }
    }
}
