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

/// <summary>The same tokens before three judges: ours, and Microsoft's botframework-connector and agents-hosting from npm (PROTOCOLS.md H).</summary>
public sealed class TokenOracleTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string OtherTenant = "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string ServiceUrl = "https://smba.trafficmanager.net/apac/";

    // The other judges know the machine's clock only.
    private readonly SkippingClock _clock = new() { Now = TimeProvider.System.GetUtcNow() };

    /// <summary>As judge-tokens.cjs calls them.</summary>
    [Flags]
    private enum Judges
    {
        None = 0,
        Connector = 1,
        Agents = 2,
    }

    [NodeTheory]
    [InlineData(nameof(Judges.Connector))]
    [InlineData(nameof(Judges.Agents))]
    public async Task Agrees_with_Microsofts_own_judges_but_where_it_is_wiser_not_to(string name)
    {
        await using var login = await LoginServer.StartAsync();
        // What agents-hosting would answer with.
        login.Grant = (_, _) => "none";
        var judge = Enum.Parse<Judges>(name);
        var cases = Cases(login).ToList();

        var ours = await OursAsync(login, cases);
        var theirs = await TheirsAsync(judge, login, cases);

        var apart = cases.Where((_, i) => ours[i] != theirs[i]).Select(c => c.Name);
        Assert.Equal(cases.Where(c => c.Differs.HasFlag(judge)).Select(c => c.Name), apart, StringComparer.Ordinal);
        Assert.Equal(["good", "good, RS512", "expired 4 min", "nbf in 4 min", "endorsed", "own app from Entra", "service url less its slash"], cases.Where((_, i) => ours[i]).Select(c => c.Name), StringComparer.Ordinal);
    }

    private IEnumerable<Case> Cases(LoginServer login)
    {
        var (key, endorsed) = (login.NewKey("k1"), login.NewKey("k2", publish: true, "msteams"));
        yield return Channel("good", key);
        // The longer ones are as good; agents-hosting takes RS256 alone.
        yield return Channel("good, RS512", new SigningCredentials(key.Key, SecurityAlgorithms.RsaSha512)) with { Differs = Judges.Agents };
        yield return Channel("expired 4 min", key, c => c["exp"] = _clock.Now.AddMinutes(-4).ToUnixTimeSeconds());
        yield return Channel("expired 6 min", key, c => c["exp"] = _clock.Now.AddMinutes(-6).ToUnixTimeSeconds());
        yield return Channel("nbf in 4 min", key, c => c["nbf"] = _clock.Now.AddMinutes(4).ToUnixTimeSeconds());
        yield return Channel("nbf in 6 min", key, c => c["nbf"] = _clock.Now.AddMinutes(6).ToUnixTimeSeconds());
        yield return Channel("other audience", key, c => c["aud"] = Tenant);
        yield return Channel("other issuer", key, c => c["iss"] = "https://evil.example");
        // Our answer goes there, with our token: agents-hosting holds against each other only what is said.
        yield return Channel("no service url", key, c => c["serviceurl"] = null) with { Differs = Judges.Agents };
        yield return Channel("other service url", key, c => c["serviceurl"] = "https://evil.example/");
        yield return Channel("forged key", login.NewKey("k1", publish: false));
        yield return Channel("unknown key", login.NewKey("k3", publish: false));
        yield return Channel("HS256", new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256));
        yield return Channel("unsigned", key: null);
        yield return Channel("endorsed", endorsed);
        // One channel's key must not speak for another: agents-hosting knows no endorsements.
        yield return Channel("not endorsed", endorsed, channel: "slack") with { Differs = Judges.Agents };
        yield return new Case("no header", null, "msteams", Judges.None);
        yield return new Case("no token", "Bearer x", "msteams", Judges.None);
        yield return Entra("own app from Entra", key);
        // To agents-hosting any app of the tenant is an agent that may call; we are called by channels.
        yield return Entra("other app from Entra", key, c => c["azp"] = Tenant) with { Differs = Judges.Agents };
        // Which claim names the app depends on it.
        yield return Entra("unheard-of version", key, c => c["ver"] = "3.0") with { Differs = Judges.Agents };
        // Channels differ in that slash, and it leads to no other host.
        yield return Channel("service url less its slash", key, c => c["serviceurl"] = ServiceUrl.TrimEnd('/')) with { Differs = Judges.Connector };
        // All tenants share Entra's keys: whoever names our app from a foreign tenant is not us.
        yield return Entra("foreign tenant", key, c => (c["iss"], c["tid"]) = ($"https://login.microsoftonline.com/{OtherTenant}/v2.0", OtherTenant)) with { Differs = Judges.Connector };
    }

    private Case Channel(string name, SigningCredentials? key, Action<JsonObject>? change = null, string channel = "msteams") =>
        new(name, "Bearer " + LoginServer.Sign(TokenClaims.Changed(TokenClaims.Channel(AppId, ServiceUrl, _clock.Now), change), key), channel, Judges.None);

    private Case Entra(string name, SigningCredentials key, Action<JsonObject>? change = null) =>
        new(name, "Bearer " + LoginServer.Sign(TokenClaims.Changed(TokenClaims.Entra(AppId, Tenant, _clock.Now), change), key), "msteams", Judges.None);

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

    private static async Task<List<bool>> TheirsAsync(Judges judge, LoginServer login, IEnumerable<Case> cases)
    {
        var question = JsonSerializer.Serialize(new
        {
            judge = judge.ToString().ToLowerInvariant(), login = login.Url, metadata = login.Metadata, appId = AppId, tenant = Tenant,
            cases = cases.Select(c => new { authorization = c.Authorization, activity = new { type = "message", channelId = c.Channel, serviceUrl = ServiceUrl, conversation = new { id = "c" } } }),
        });
        var answer = await NodeScript.RunAsync("judge-tokens.cjs", question);
        return [.. answer.EnumerateArray().Select(a => a.GetProperty("granted").GetBoolean())];
    }

    private sealed record Case(string Name, string? Authorization, string Channel, Judges Differs);
}
