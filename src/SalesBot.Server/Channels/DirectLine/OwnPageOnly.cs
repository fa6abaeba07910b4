using System.Net;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>
/// Keeps what exists for practice only (DESIGN.md 4, "HTTP in Development") to this machine and to our own page: the connection comes from loopback,
/// the host is a loopback name (a foreign name that resolves to 127.0.0.1 is an attack), and a browser's <c>Origin</c>, where there is one, is ours.
/// </summary>
internal sealed class OwnPageOnly : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (context.HttpContext.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote) || !IsLoopbackName(request.Host.Host))
            return new(Refusal.NotThisMachine);
        if (request.Headers.Origin is [{ Length: > 0 } origin])
        {
            if (!string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
                return new(Refusal.WrongOrigin);
            response.Headers.AccessControlAllowOrigin = origin;
            response.Headers.Vary = "Origin";
        }
        if (HttpMethods.IsOptions(request.Method))
        {
            response.Headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
            response.Headers.AccessControlAllowHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";
            return new(Results.NoContent());
        }
        return next(context);
    }

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
