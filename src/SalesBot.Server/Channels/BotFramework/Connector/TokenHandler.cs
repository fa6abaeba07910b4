using System.Net;
using System.Net.Http.Headers;

namespace SalesBot.Server.Channels.BotFramework.Connector;

/// <summary>Puts our token on calls to hosts that may see it; on 401 drops it and tries once with a new one.</summary>
internal sealed class TokenHandler(ConnectorToken token, ServiceHosts hosts) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The transport refuses other hosts altogether; here it is asked again because this line is where a token would leak.
        var first = hosts.Admits(request.RequestUri!) ? await token.GetAsync(cancellationToken) : null;
        if (first is null)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var response = await SendAsync(request, first, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        token.Drop(first);
        var second = await token.GetAsync(cancellationToken);
        if (string.Equals(first, second, StringComparison.Ordinal))
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(request, second!, cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string bearer, CancellationToken cancel)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return base.SendAsync(request, cancel);
    }
}
