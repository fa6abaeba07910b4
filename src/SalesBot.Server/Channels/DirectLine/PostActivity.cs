using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>
/// <c>POST /conversations/{id}/activities</c>: the activity goes into the transcript, where the client finds it again by its own id
/// (<c>channelData.clientActivityID</c>), then to the bot. The call is answered when the bot has answered.
/// </summary>
internal static class PostActivity
{
    public static async Task<IResult> HandleAsync(HttpContext http, Transcript transcript, PracticeClock clock, Personas personas, BotTurns turns)
    {
        var (activity, refusal) = await JsonBody.ReadAsync(http.Request.Body, optional: false, http.RequestAborted);
        return refusal ?? await TakeAsync(http, activity!, transcript, clock, personas, turns);
    }

    /// <summary>Who speaks is the token's user, whatever the activity claims; only a token without a user lets the activity say it.</summary>
    public static async Task<IResult> TakeAsync(HttpContext http, JsonObject activity, Transcript transcript, PracticeClock clock, Personas personas, BotTurns turns)
    {
        var caller = Caller.Of(http);
        if (!await transcript.ExistsAsync(caller.Conversation, http.RequestAborted))
        {
            return Refusal.NoConversation;
        }

        if (activity.Text("type") is not { Length: > 0 } type)
        {
            return Refusal.BadBody;
        }

        if ((caller.User ?? activity.Text("from", "id")) is not { Length: > 0 } user)
        {
            return Refusal.NoSender;
        }

        if (caller.User is null && !await personas.ExistsAsync(user, http.RequestAborted))
        {
            return Refusal.UnknownPerson;
        }

        if (string.Equals(type, "typing", StringComparison.Ordinal))
        {
            return Results.Json(new { id = Conversations.ActivityId(caller.Conversation, 0) });
        }

        activity["from"] = new JsonObject { ["id"] = user, ["name"] = activity.Text("from", "name"), ["role"] = "user" };
        activity["recipient"] = new JsonObject { ["id"] = Conversations.BotId, ["name"] = Conversations.BotName, ["role"] = "bot" };
        activity["conversation"] = new JsonObject { ["id"] = caller.Conversation };
        activity["channelId"] = Conversations.ChannelId;
        activity["serviceUrl"] = $"{http.Request.Scheme}://{http.Request.Host}{DirectLineRoutes.Base}";
        PressableCard.Read(activity);
        if (Understand(activity) is not { } understood)
        {
            return Refusal.BadBody;
        }

        understood.Id = await transcript.AppendAsync(caller.Conversation, _ => activity, replaces: null, clock.GetUtcNow(), http.RequestAborted);
        return await turns.RunAsync(understood, user) ? Results.Json(new { id = understood.Id }) : Refusal.BotFailed;
    }

    /// <summary>Null when a member is of another kind than activities have.</summary>
    private static Activity? Understand(JsonObject activity)
    {
        try
        {
            return activity.Deserialize(BotFrameworkJson.Wire.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
