using System.Collections.Concurrent;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.Slack;

/// <summary>
/// Has a message answered. Slack wants its 200 within 3 s: it gets it when the turn is committed, so that a crash before leads Slack to bring it again, but after
/// <see cref="Patience"/> in any case; the answer is posted after it. A stop waits for what is under way.
/// </summary>
internal sealed class SlackTurns(RunTurn run, SlackPeople people, Outbox outbox, AnsweredActivities answered, SlackTurns.Surroundings around) : IHostedService
{
    /// <summary>What the service gives it.</summary>
    internal sealed record Surroundings(IHostApplicationLifetime Life, TimeProvider Wall, ILogger<SlackTurns> Log);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Task, bool> _underWay = new();

    /// <summary>Returns when Slack may be told that the message arrived; throws when it did not.</summary>
    public async Task TakeAsync(Turn turn)
    {
        var committed = RunAsync(turn);
        var whole = PostAsync(committed);
        _underWay[whole] = true;
        _ = whole.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
        try
        {
            await committed.WaitAsync(Patience, around.Wall, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // It goes on by itself.
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_underWay.Keys).WaitAsync(cancellationToken);

    private async Task<(Turn Turn, TurnAnswer Answer)> RunAsync(Turn turn)
    {
        // Not the request's own token: Slack hanging up must not undo half an answer.
        var stop = around.Life.ApplicationStopped;
        var locale = await people.MeetAsync(turn.From.UserId, stop);
        turn = turn with { From = turn.From with { Locale = locale } };
        return (turn, await run(turn, stop));
    }

    private async Task PostAsync(Task<(Turn Turn, TurnAnswer Answer)> committed)
    {
        try
        {
            var (turn, answer) = await committed;
            if (answered.Add(turn.From.Channel, turn.From.ConversationId, turn.ActivityId))
            {
                await outbox.ReplyAsync(turn, answer.Replies, around.Life.ApplicationStopped);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The last line of defence of work that nobody waits for: the kind of fault is enough to look it up.
            around.Log.SlackUnanswered(fault.GetType().Name);
        }
    }
}
