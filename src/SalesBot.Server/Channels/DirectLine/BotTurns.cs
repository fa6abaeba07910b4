using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Language;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Has the bot take a turn and answer it; when the task ends the answer is in the transcript.</summary>
internal delegate Task TakeTurn(Turn turn, CancellationToken stop);

/// <summary>Translates what a client of our Direct Line said or pressed into a turn.</summary>
internal sealed class BotTurns(TakeTurn take, PracticeClock clock, IHostApplicationLifetime life, ILogger<BotTurns> log)
{
    /// <summary>The person opened the conversation for the first time.</summary>
    public Task<bool> GreetAsync(string conversation, string user, string? locale) =>
        TryAsync(new Turn(TurnKind.Joined, Seat(conversation, user, locale), Conversations.ActivityId(conversation, 0), clock.GetUtcNow()) { PersonKey = user });

    /// <summary>False when the bot failed; what the person said stands in the transcript all the same. What is not said and not pressed needs no answer.</summary>
    public async Task<bool> RunAsync(JsonObject activity, string user)
    {
        var text = activity.Text("text");
        var press = Press(activity);
        if (!string.Equals(activity.Text("type"), "message", StringComparison.Ordinal) || (press is null && string.IsNullOrWhiteSpace(text)))
        {
            return true;
        }

        var from = Seat(activity.Text("conversation", "id")!, user, activity.Text("locale"));
        return await TryAsync(new Turn(press is null ? TurnKind.Said : TurnKind.Pressed, from, activity.Text("id")!, clock.GetUtcNow())
        {
            Text = text, Press = press, PersonKey = user,
        });
    }

    private static Address Seat(string conversation, string user, string? locale) =>
        new(Conversations.Channel, conversation, user, IsGroup: false, locale, Route: "");

    /// <summary>A pressed button is a message whose value holds the verb and, beside it, the slots (PROTOCOLS.md A.1, Action.Submit).</summary>
    private static Press? Press(JsonObject activity)
    {
        if (activity["value"] is not JsonObject value || value.Text("verb") is not { Length: > 0 } verb)
        {
            return null;
        }

        var data = value.Where(slot => slot is { Key: not ("verb" or PressableCard.CardId), Value: JsonValue }).Select(slot => KeyValuePair.Create(slot.Key, slot.Value!.ToString()));
        return new Press(verb, new Slots(data), value.Text(PressableCard.CardId) ?? activity.Text("replyToId"));
    }

    private async Task<bool> TryAsync(Turn turn)
    {
        try
        {
            // Not the request's own token: a page that is closed meanwhile must not lose the answer.
            await take(turn, life.ApplicationStopping);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The turn reports its own faults to the person; what gets here could not even be told, so the client is (502).
            Log.TurnLost(log, turn.From.ConversationId, fault);
            return false;
        }
    }
}
