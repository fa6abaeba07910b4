namespace SalesBot.Server.Channels.DirectLine;

/// <summary><c>GET /conversations/{id}/activities?watermark=</c>: what was said since, for clients that poll.</summary>
internal static class GetActivities
{
    public static async Task<IResult> HandleAsync(HttpContext http, string? watermark, Transcript transcript)
    {
        var conversation = Caller.Of(http).Conversation;
        if (!Watermark.TryRead(watermark, out var after))
        {
            return Refusal.BadWatermark;
        }

        return await transcript.ExistsAsync(conversation, http.RequestAborted)
            ? Results.Text(Watermark.Write(await transcript.ReadAsync(conversation, after, http.RequestAborted)), "application/json")
            : Refusal.NoConversation;
    }
}
