using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Authentication;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Tests.Channels.BotFramework.Authentication;

/// <summary>The conformance table of PROTOCOLS.md A.4, with tokens of our own and keys from a local metadata server.</summary>
public sealed class ConnectorTokenValidationTests : IAsyncLifetime
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string ServiceUrl = "https://smba.trafficmanager.net/apac/";

    private readonly SkippingClock _clock = new();
    private readonly BotFrameworkOptions _options = new() { AppId = AppId, TenantId = Tenant };
    private readonly HttpClient _http = new();
    private LoginServer _login = null!;
    private SigningCredentials _key = null!;
    private SigningKeysStore? _keys;

    public async Task InitializeAsync()
    {
        _login = await LoginServer.StartAsync();
        _key = _login.NewKey("k1");
        (_options.OpenIdMetadata, _options.EmulatorOpenIdMetadata) = (_login.Metadata, _login.Metadata);
    }

    public async Task DisposeAsync()
    {
        _keys?.Dispose();
        _http.Dispose();
        await _login.DisposeAsync();
    }

    [Fact]
    public async Task Lets_in_what_the_channel_signed()
    {
        var admission = await JudgeAsync(Token());

        Assert.Equal(new Admission(200, null, Vouched: true), admission);
    }

    [Theory]
    [InlineData("aud", "99999999-2222-3333-4444-555555555555")]
    [InlineData("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("iss", "https://api.botframework.us")]
    [InlineData("aud", null)]
    [InlineData("iss", null)]
    [InlineData("exp", null)]
    [InlineData("serviceurl", null)]
    [InlineData("serviceurl", "")]
    [InlineData("serviceurl", "https://evil.example/apac/")]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/APAC/")]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/apac//")]
    public async Task Refuses_a_token_whose_claim_is_wrong_or_missing(string claim, string? value) =>
        Assert.Equal(401, (await JudgeAsync(Token(c => c[claim] = value))).Status);

    [Fact]
    public async Task Takes_a_service_url_that_differs_by_its_last_slash_only() =>
        Assert.True((await JudgeAsync(Token(c => c["serviceurl"] = ServiceUrl.TrimEnd('/')))).IsGranted);

    [Theory]
    [InlineData("exp", -4, 200)]
    [InlineData("exp", -6, 401)]
    [InlineData("nbf", 4, 200)]
    [InlineData("nbf", 6, 401)]
    public async Task Allows_clocks_to_differ_by_five_minutes(string claim, int minutes, int status) =>
        Assert.Equal(status, (await JudgeAsync(Token(c => c[claim] = _clock.Now.AddMinutes(minutes).ToUnixTimeSeconds()))).Status);

    [Fact]
    public async Task Refuses_a_key_that_was_never_published()
    {
        Assert.Equal("unknownKey", (await JudgeAsync(Token(key: _login.NewKey("forged", publish: false)))).Reason);
        Assert.Equal(401, (await JudgeAsync(Token(key: _login.NewKey("k1", publish: false)))).Status);
    }

    [Fact]
    public async Task Refuses_unsigned_symmetric_and_foreign_algorithms()
    {
        var claims = Claims();
        var symmetric = new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256);
        var pss = new SigningCredentials(_key.Key, SecurityAlgorithms.RsaSsaPssSha256);
        var none = $"{Base64UrlEncoder.Encode("""{"alg":"none","kid":"k1","typ":"JWT"}""")}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.";

        Assert.Equal(401, (await JudgeAsync("Bearer " + LoginServer.Sign(claims, key: null))).Status);
        Assert.Equal(401, (await JudgeAsync("Bearer " + none)).Status);
        Assert.Equal(401, (await JudgeAsync("Bearer " + LoginServer.Sign(claims, symmetric))).Status);
        Assert.Equal(401, (await JudgeAsync("Bearer " + LoginServer.Sign(claims, pss))).Status);
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task Takes_the_longer_RSA_hashes(string algorithm) =>
        Assert.True((await JudgeAsync("Bearer " + LoginServer.Sign(Claims(), new SigningCredentials(_key.Key, algorithm)))).IsGranted);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer 东岭.阀门.周总")]
    [InlineData("Basic dTpw")]
    // Five parts are an encrypted token: none is ours, and this one's parts cannot be decoded.
    [InlineData("Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIiwidHlwIjoiSldUIn0.0.eyJhdWQiOiJ4In0.0.AAAA")]
    public async Task Refuses_what_is_no_bearer_token(string? header) => Assert.Equal(401, (await JudgeAsync(header)).Status);

    [Fact]
    public async Task Refuses_a_token_with_another_signature()
    {
        var (one, other) = (Token(), Token(c => c["aud"] = "x"));

        Assert.Equal(401, (await JudgeAsync(other[..other.LastIndexOf('.')] + one[one.LastIndexOf('.')..])).Status);
    }

    [Fact]
    public async Task Holds_a_key_to_the_channels_that_it_is_endorsed_for()
    {
        var key = _login.NewKey("k2", publish: true, "msteams", "webchat");

        Assert.True((await JudgeAsync(Token(key: key))).IsGranted);
        Assert.Equal("channelNotEndorsed", (await JudgeAsync(Token(key: key), channel: "slack")).Reason);
    }

    [Fact]
    public async Task Fetches_again_for_an_unknown_key_but_once_an_hour()
    {
        await JudgeAsync(Token());
        var late = _login.NewKey("k2");
        Assert.Equal(401, (await JudgeAsync(Token(key: late))).Status);
        Assert.Equal(1, _login.KeyFetches);

        _clock.Now += TimeSpan.FromMinutes(61);
        Assert.True((await JudgeAsync(Token(key: late))).IsGranted);
        await JudgeAsync(Token(key: _login.NewKey("k3", publish: false)));
        Assert.Equal(2, _login.KeyFetches);
    }

    [Fact]
    public async Task Keeps_the_keys_at_hand_while_the_login_service_is_down()
    {
        _login.IsDown = true;
        Assert.Equal(503, (await JudgeAsync(Token())).Status);

        _login.IsDown = false;
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.True((await JudgeAsync(Token())).IsGranted);

        _login.IsDown = true;
        _clock.Now += TimeSpan.FromHours(25);
        Assert.True((await JudgeAsync(Token())).IsGranted);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"keys":7,"jwks_uri":7}""")]
    [InlineData("""{"keys":[{}],"jwks_uri":"http://127.0.0.1:1/keys"}""")]
    [InlineData("""{"keys":["x"],"jwks_uri":"nowhere"}""")]
    public async Task Keeps_the_keys_at_hand_when_rubbish_comes_instead(string rubbish)
    {
        await JudgeAsync(Token());
        foreach (var broken in new (string?, string?)[] { (rubbish, null), (null, rubbish) })
        {
            (_login.BrokenMetadata, _login.BrokenKeys) = broken;
            _clock.Now += TimeSpan.FromHours(2);
            Assert.Equal(401, (await JudgeAsync(Token(key: _login.NewKey("k2", publish: false)))).Status);
            Assert.True((await JudgeAsync(Token())).IsGranted);
        }
    }

    [Theory]
    [InlineData(null, "msteams", 403)]
    [InlineData("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee", "msteams", 403)]
    [InlineData(Tenant, "msteams", 200)]
    [InlineData(null, "webchat", 200)]
    public async Task Lets_in_the_people_of_allowed_tenants(string? tenant, string channel, int status) =>
        Assert.Equal(status, (await JudgeAsync(Token(), channel, tenant)).Status);

    [Fact]
    public async Task Reads_the_tenant_of_channel_data_too()
    {
        var activity = Activity("msteams", tenant: null);
        activity.ChannelData = JsonSerializer.SerializeToElement(new { tenant = new { id = Tenant } });

        Assert.True((await Validation(Environments.Production).JudgeAsync(Token(), activity, default)).IsGranted);
    }

    [Fact]
    public async Task Takes_our_own_token_from_Entra_in_Development_only()
    {
        var token = EntraToken();

        Assert.True((await JudgeAsync(token)).IsGranted);
        Assert.Equal(401, (await Validation(Environments.Production).JudgeAsync(token, Activity("emulator", Tenant), default)).Status);
    }

    [Theory]
    [InlineData("azp", "99999999-2222-3333-4444-555555555555")]
    [InlineData("azp", null)]
    [InlineData("ver", "3.0")]
    [InlineData("ver", "1.0")]
    [InlineData("tid", null)]
    [InlineData("tid", "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee")]
    [InlineData("iss", "https://login.microsoftonline.com/bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee/v2.0")]
    [InlineData("iss", "https://login.microsoftonline.com/")]
    public async Task Refuses_an_Entra_token_of_another_app_or_tenant(string claim, string? value) =>
        Assert.Equal(401, (await JudgeAsync(EntraToken(c => c[claim] = value))).Status);

    private Task<Admission> JudgeAsync(string? header, string channel = "msteams", string? tenant = Tenant) =>
        Validation(Environments.Development).JudgeAsync(header, Activity(channel, tenant), default);

    private ConnectorTokenValidation Validation(IHostEnvironment environment)
    {
        // RequireHttps is the environment's; the keys come over http here, so they are always fetched as Development does.
        _keys ??= new SigningKeysStore(Options.Create(_options), Environments.Development, _http, _clock, NullLogger<SigningKeysStore>.Instance);
        return new ConnectorTokenValidation(Options.Create(_options), environment, _keys, _clock);
    }

    private static Activity Activity(string channel, string? tenant) => new()
    {
        Type = "message", ChannelId = channel, ServiceUrl = ServiceUrl, Conversation = new ConversationAccount { Id = "c", TenantId = tenant },
    };

    private JsonObject Claims(Action<JsonObject>? change = null) => TokenClaims.Changed(TokenClaims.Channel(AppId, ServiceUrl, _clock.Now), change);

    private string Token(Action<JsonObject>? change = null, SigningCredentials? key = null) => "Bearer " + LoginServer.Sign(Claims(change), key ?? _key);

    private string EntraToken(Action<JsonObject>? change = null) =>
        "Bearer " + LoginServer.Sign(TokenClaims.Changed(TokenClaims.Entra(AppId, Tenant, _clock.Now), change), _key);
}
