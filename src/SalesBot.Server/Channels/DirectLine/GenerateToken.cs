namespace SalesBot.Server.Channels.DirectLine;

/// <summary><c>POST /tokens/generate</c> and <c>/tokens/refresh</c> (PROTOCOLS.md B). Generating asks for no secret: only our own page on this machine gets this far.</summary>
internal static class GenerateToken
{
    public static async Task<IResult> GenerateAsync(HttpRequest request, DirectLineTokens tokens, PracticeClock clock, Personas personas, CancellationToken stop)
    {
        var (body, refusal) = await JsonBody.ReadAsync(request.Body, optional: true, stop);
        if (refusal is not null)
        {
            return refusal;
        }

        var user = body!.Text("user", "id") ?? body!.Text("from", "id");
        if (user is not null && !await personas.ExistsAsync(user, stop))
        {
            return Refusal.UnknownPerson;
        }

        return Results.Json(Answer(new Caller(user is null ? Conversations.NewNameless() : Conversations.Of(user), user), tokens, clock));
    }

    public static IResult Refresh(HttpContext http, DirectLineTokens tokens, PracticeClock clock) =>
        Results.Json(Answer(Caller.Of(http), tokens, clock));

    private static object Answer(Caller caller, DirectLineTokens tokens, PracticeClock clock) => new
    {
        conversationId = caller.Conversation,
        token = tokens.Issue(caller, clock.Wall),
        expires_in = (int)DirectLineTokens.Lifetime.TotalSeconds,
    };
}
