using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Files;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Schema;
using SalesBot.Telemetry;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Has the bot take a turn and answer it; when the task ends the answer is in the transcript.</summary>
internal delegate Task TakeTurn(Turn turn, CancellationToken stop);

/// <summary>Hands to the bot what a client of our Direct Line said or pressed, in the name of the person whose token it was.</summary>
/// <param name="uploads">Files that clients sent, and how much of them the bot takes.</param>
internal sealed class BotTurns(TakeTurn take, PracticeClock clock, IHostApplicationLifetime life, (KeptFiles Files, FileLimits Limits) uploads, ILogger<BotTurns> log)
{
    /// <summary>The person opened the conversation for the first time.</summary>
    public Task<bool> GreetAsync(string conversation, string user, string? locale) =>
        TryAsync(new Turn(TurnKind.Joined, Conversations.Seat(conversation, user, locale), Conversations.ActivityId(conversation, 0), clock.GetUtcNow()) { PersonKey = user });

    /// <summary>
    /// False when the bot failed; what the person said stands in the transcript all the same. Only messages are turns: who joins is known here, not
    /// told by the client.
    /// </summary>
    public async Task<bool> RunAsync(Activity activity, string user)
    {
        if (!string.Equals(activity.Type, ActivityTypes.Message, StringComparison.Ordinal)
            || ActivityToTurn.Read(activity, press: null, vouched: false, clock.GetUtcNow()) is not { } turn)
        {
            return true;
        }

        var files = await uploads.Files.TakeAsync(activity, uploads.Limits, life.ApplicationStopped);
        return await TryAsync(turn with { Files = files, From = Conversations.Seat(turn.From.ConversationId, user, turn.From.Locale), PersonKey = user });
    }

    private async Task<bool> TryAsync(Turn turn)
    {
        try
        {
            // Not the request's own token: a page that is closed meanwhile must not lose the answer, nor a stop that has begun.
            await take(turn, life.ApplicationStopped);
            return true;
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or InvalidOperationException or IOException or JsonException)
        {
            // The turn reports its own faults to the person; what gets here could not even be told, so the client is (502).
            Log.TurnLost(log, turn.From.ConversationId, Fault.Describe(fault));
            return false;
        }
    }
}
