namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Reads the bearer token, or <c>t</c> of a stream's address, and holds it against the conversation in the path.</summary>
internal sealed class TokenRequired(DirectLineTokens tokens, PracticeClock clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var token = http.Request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : http.WebSockets.IsWebSocketRequest ? http.Request.Query["t"].ToString() : null;
        var (caller, refusal) = await tokens.ReadAsync(token, clock.Wall);
        if (refusal is not null)
            return refusal;
        if (http.GetRouteValue("conversation") is string conversation && !string.Equals(conversation, caller!.Conversation, StringComparison.Ordinal))
            return Refusal.WrongConversation;
        http.Features.Set(caller!);
        return await next(context);
    }
}
