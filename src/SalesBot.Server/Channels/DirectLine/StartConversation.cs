using System.Globalization;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>
/// <c>POST /conversations</c> starts the conversation of the token, <c>GET /conversations/{id}</c> takes it up again after a lost connection.
/// Both hand out a stream address with a token in it, because a browser's WebSocket cannot send headers.
/// </summary>
internal static class StartConversation
{
    public static async Task<IResult> StartAsync(HttpContext http, DirectLineTokens tokens, PracticeClock clock, Transcript transcript, Personas personas, BotTurns turns)
    {
        var (body, refusal) = await JsonBody.ReadAsync(http.Request.Body, optional: true, http.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }

        var caller = Caller.Of(http);
        var claimed = body!.Text("user", "id");
        if (caller.User is null && claimed is not null)
        {
            if (!await personas.ExistsAsync(claimed, http.RequestAborted))
            {
                return Refusal.UnknownPerson;
            }

            caller = caller with { User = claimed };
        }

        var first = await transcript.OpenAsync(caller.Conversation, clock.GetUtcNow(), http.RequestAborted);
        if (first && caller.User is not null)
        {
            await turns.GreetAsync(caller.Conversation, caller.User, body!.Text("locale"));
        }

        return Results.Json(Answer(http, caller, watermark: null, tokens, clock), statusCode: first ? 201 : 200);
    }

    public static async Task<IResult> ReconnectAsync(HttpContext http, string? watermark, DirectLineTokens tokens, PracticeClock clock, Transcript transcript)
    {
        var caller = Caller.Of(http);
        if (!await transcript.ExistsAsync(caller.Conversation, http.RequestAborted))
        {
            return Refusal.NoConversation;
        }

        return Watermark.TryRead(watermark, out var after)
            ? Results.Json(Answer(http, caller, after, tokens, clock))
            : Refusal.BadWatermark;
    }

    private static object Answer(HttpContext http, Caller caller, long? watermark, DirectLineTokens tokens, PracticeClock clock)
    {
        var token = tokens.Issue(caller, clock.Wall);
        var scheme = http.Request.IsHttps ? "wss" : "ws";
        var from = watermark is > 0 ? "watermark=" + watermark.Value.ToString(CultureInfo.InvariantCulture) + "&" : "";
        return new
        {
            conversationId = caller.Conversation,
            token,
            expires_in = (int)DirectLineTokens.Lifetime.TotalSeconds,
            streamUrl = $"{scheme}://{http.Request.Host}{DirectLineRoutes.Base}/conversations/{caller.Conversation}/stream?{from}t={token}",
        };
    }
}
