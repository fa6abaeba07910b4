using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Authentication;
using SalesBot.Server.Channels.BotFramework.Schema;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.BotFramework.Authentication;

/// <summary>The same tokens before two judges: ours, and Microsoft's botframework-connector from npm (PROTOCOLS.md H).</summary>
public sealed class TokenOracleTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string OtherTenant = "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string ServiceUrl = "https://smba.trafficmanager.net/apac/";

    // The other judge knows the machine's clock only.
    private readonly SkippingClock _clock = new() { Now = TimeProvider.System.GetUtcNow() };

    [NodeFact]
    public async Task Agrees_with_the_official_connector_but_where_it_is_wiser_not_to()
    {
        await using var login = await LoginServer.StartAsync();
        var cases = Cases(login).ToList();

        var ours = await OursAsync(login, cases);
        var theirs = await TheirsAsync(login, cases);

        var apart = cases.Where((_, i) => ours[i] != theirs[i]).Select(c => c.Name);
        Assert.Equal(cases.Where(c => c.Differs).Select(c => c.Name), apart, StringComparer.Ordinal);
        Assert.Equal(["good", "good, RS512", "expired 4 min", "nbf in 4 min", "endorsed", "own app from Entra"], cases.Where((_, i) => ours[i] && theirs[i]).Select(c => c.Name), StringComparer.Ordinal);
    }

    private IEnumerable<Case> Cases(LoginServer login)
    {
        var (key, endorsed) = (login.NewKey("k1"), login.NewKey("k2", publish: true, "msteams"));
        yield return Channel("good", key);
        yield return Channel("good, RS512", new SigningCredentials(key.Key, SecurityAlgorithms.RsaSha512));
        yield return Channel("expired 4 min", key, c => c["exp"] = _clock.Now.AddMinutes(-4).ToUnixTimeSeconds());
        yield return Channel("expired 6 min", key, c => c["exp"] = _clock.Now.AddMinutes(-6).ToUnixTimeSeconds());
        yield return Channel("nbf in 4 min", key, c => c["nbf"] = _clock.Now.AddMinutes(4).ToUnixTimeSeconds());
        yield return Channel("nbf in 6 min", key, c => c["nbf"] = _clock.Now.AddMinutes(6).ToUnixTimeSeconds());
        yield return Channel("other audience", key, c => c["aud"] = Tenant);
        yield return Channel("other issuer", key, c => c["iss"] = "https://evil.example");
        yield return Channel("no service url", key, c => c["serviceurl"] = null);
        yield return Channel("other service url", key, c => c["serviceurl"] = "https://evil.example/");
        yield return Channel("forged key", login.NewKey("k1", publish: false));
        yield return Channel("unknown key", login.NewKey("k3", publish: false));
        yield return Channel("HS256", new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256));
        yield return Channel("unsigned", key: null);
        yield return Channel("endorsed", endorsed);
        yield return Channel("not endorsed", endorsed, channel: "slack");
        yield return new Case("no header", null, "msteams", Differs: false);
        yield return new Case("no token", "Bearer x", "msteams", Differs: false);
        yield return Entra("own app from Entra", key);
        yield return Entra("other app from Entra", key, c => c["azp"] = Tenant);
        yield return Entra("unheard-of version", key, c => c["ver"] = "3.0");
        // Channels differ in that slash, and it leads to no other host.
        yield return Channel("service url less its slash", key, c => c["serviceurl"] = ServiceUrl.TrimEnd('/')) with { Differs = true };
        // All tenants share Entra's keys: whoever names our app from a foreign tenant is not us.
        yield return Entra("foreign tenant", key, c => (c["iss"], c["tid"]) = ($"https://login.microsoftonline.com/{OtherTenant}/v2.0", OtherTenant)) with { Differs = true };
    }

    private Case Channel(string name, SigningCredentials? key, Action<JsonObject>? change = null, string channel = "msteams") =>
        new(name, "Bearer " + LoginServer.Sign(TokenClaims.Changed(TokenClaims.Channel(AppId, ServiceUrl, _clock.Now), change), key), channel, Differs: false);

    private Case Entra(string name, SigningCredentials key, Action<JsonObject>? change = null) =>
        new(name, "Bearer " + LoginServer.Sign(TokenClaims.Changed(TokenClaims.Entra(AppId, Tenant, _clock.Now), change), key), "msteams", Differs: false);

    private async Task<List<bool>> OursAsync(LoginServer login, IEnumerable<Case> cases)
    {
        var options = Options.Create(new BotFrameworkOptions { AppId = AppId, TenantId = Tenant, OpenIdMetadata = login.Metadata, EmulatorOpenIdMetadata = login.Metadata });
        using var http = new HttpClient();
        using var keys = new SigningKeysStore(options, Environments.Development, http, _clock, NullLogger<SigningKeysStore>.Instance);
        var judge = new ConnectorTokenValidation(options, Environments.Development, keys, _clock);
        var answers = new List<bool>();
        foreach (var @case in cases)
        {
            var activity = new Activity { ChannelId = @case.Channel, ServiceUrl = ServiceUrl, Conversation = new ConversationAccount { Id = "c", TenantId = Tenant } };
            answers.Add((await judge.JudgeAsync(@case.Authorization, activity, default)).IsGranted);
        }

        return answers;
    }

    private static async Task<List<bool>> TheirsAsync(LoginServer login, IEnumerable<Case> cases)
    {
        var question = JsonSerializer.Serialize(new
        {
            appId = AppId, tenant = Tenant, metadata = login.Metadata, issuer = "https://api.botframework.com",
            cases = cases.Select(c => new { authorization = c.Authorization, activity = new { type = "message", channelId = c.Channel, serviceUrl = ServiceUrl } }),
        });
        var answer = await NodeScript.RunAsync("judge-tokens.cjs", question);
        return [.. answer.EnumerateArray().Select(a => a.GetProperty("granted").GetBoolean())];
    }

    private sealed record Case(string Name, string? Authorization, string Channel, bool Differs);
}
