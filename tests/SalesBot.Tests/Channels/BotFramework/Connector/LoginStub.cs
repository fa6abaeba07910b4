using System.Net;
using Microsoft.Identity.Client;

namespace SalesBot.Tests.Channels.BotFramework.Connector;

/// <summary>Stands for login.microsoftonline.com: token1, token2 … and the forms that asked for them.</summary>
internal sealed class LoginStub : HttpMessageHandler, IMsalHttpClientFactory
{
    private readonly List<(Uri Address, string Form)> _asked = [];

    public IReadOnlyList<(Uri Address, string Form)> Asked => _asked;

    public bool IsDown { get; set; }

    /// <summary>The secret is not the app's.</summary>
    public bool Refuses { get; set; }

    public HttpClient GetHttpClient() => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        }

        _asked.Add((request.RequestUri!, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return Refuses
            ? new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request, Content = new StringContent("""{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}""") }
            : new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token{{_asked.Count}}"}"""),
        };
    }
}
