using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Authentication;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Tests.Channels.BotFramework.Authentication;
using SalesBot.Tests.Channels.BotFramework.Connector;

namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>What <c>check</c> says of Teams: Microsoft's login is a stub, the keys come over HTTP.</summary>
public sealed class TeamsStandingTests : IDisposable
{
    private const string App = "11111111-2222-3333-4444-555555555555";
    private readonly LoginStub _login = new();
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _login.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task An_app_that_gets_its_token_and_the_keys_is_accepted()
    {
        await using var keys = await KeysAsync();
        Assert.Equal((true, "Check.teams_fine", App), await TryAsync(keys.Url));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_by_name_and_a_login_that_is_down_is_not_reached()
    {
        await using var keys = await KeysAsync();
        _login.Refuses = true;
        Assert.Equal((false, "Check.teams_fails", "invalid_client"), await TryAsync(keys.Url));
        _login.IsDown = true;
        var (good, key, _) = await TryAsync(keys.Url);
        Assert.Equal((false, "Check.silent"), (good, key));
    }

    [Fact]
    public async Task Without_the_keys_nobody_could_be_let_in()
    {
        await using var keys = await LocalServer.StartAsync(http => http.Response.WriteAsync("{}"));
        Assert.Equal((false, "Check.silent", keys.Url), await TryAsync(keys.Url));
    }

    private static Task<LocalServer> KeysAsync() => LocalServer.StartAsync(http => http.Response.WriteAsync(
        http.Request.Path.Value!.EndsWith("/keys", StringComparison.Ordinal) ? """{"keys":[{"kty":"RSA","kid":"k1","n":"AQAB","e":"AQAB"}]}""" : $$"""{"issuer":"https://api.botframework.com","jwks_uri":"http://{{http.Request.Host}}/keys"}"""));

    private async Task<(bool Good, string Key, string Said)> TryAsync(string metadata)
    {
        var options = Options.Create(new BotFrameworkOptions { AppId = App, TenantId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", AppPassword = "secret", OpenIdMetadata = metadata });
        using var token = new ConnectorToken(options, _login);
        using var keys = new SigningKeysStore(options, Environments.Development, _http, TimeProvider.System, NullLogger<SigningKeysStore>.Instance);
        var (good, text) = await new TeamsStanding(options, token, keys).TryAsync(CancellationToken.None);
        return (good, text.Key, text.Args[0]!.ToString()!);
    }
}
