using Microsoft.Identity.Client;

namespace SalesBot.Tests.Channels.BotFramework.Authentication;

/// <summary>Takes what our own login library asks of login.microsoftonline.com, whose address is a constant there, to the test's server.</summary>
internal sealed class LoginRoad(LoginServer login) : HttpClientHandler, IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => new(this, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(login.Url + request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
