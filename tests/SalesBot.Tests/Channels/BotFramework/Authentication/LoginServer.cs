using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SalesBot.Tests.Channels.BotFramework.Authentication;

/// <summary>Stands for login.botframework.com and login.microsoftonline.com: publishes OpenID metadata and keys, signs tokens with them, and grants them to apps.</summary>
internal sealed class LoginServer : IAsyncDisposable
{
    // Making one takes longer than a whole test.
    private static readonly ConcurrentDictionary<string, RSA> Keys = new(StringComparer.Ordinal);

    private readonly List<JsonObject> _published = [];
    private LocalServer _http = null!;

    /// <summary>No slash at the end.</summary>
    public string Url => _http.Url;

    public string Metadata => _http.Url + "/v1/.well-known/openidconfiguration";

    public int KeyFetches { get; private set; }

    public bool IsDown { get; set; }

    /// <summary>Sent in place of the metadata, or of the keys.</summary>
    public string? BrokenMetadata { get; set; }

    public string? BrokenKeys { get; set; }

    /// <summary>The token for an app that asks for one, to speak with an audience.</summary>
    public Func<string, string, string> Grant { get; set; } = (_, _) => throw new NotSupportedException();

    public static async Task<LoginServer> StartAsync()
    {
        var server = new LoginServer();
        server._http = await LocalServer.StartAsync(server.AnswerAsync);
        return server;
    }

    /// <summary>A new key, published unless it is a forger's.</summary>
    public SigningCredentials NewKey(string kid, bool publish = true, params string[] endorsements)
    {
        var rsa = Keys.GetOrAdd(publish ? kid : kid + " forged", _ => RSA.Create(2048));
        var open = rsa.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = kid, ["x5t"] = kid,
            ["n"] = Base64UrlEncoder.Encode(open.Modulus), ["e"] = Base64UrlEncoder.Encode(open.Exponent),
        };
        if (endorsements.Length > 0)
        {
            jwk["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]);
        }

        if (publish)
        {
            _published.Add(jwk);
        }

        return new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = kid }, SecurityAlgorithms.RsaSha256);
    }

    public static string Sign(JsonObject claims, SigningCredentials? key)
    {
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return key is null ? handler.CreateToken(claims.ToJsonString()) : handler.CreateToken(claims.ToJsonString(), key);
    }

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (IsDown)
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        }

        if (context.Request.Path.Value!.EndsWith("/token", StringComparison.Ordinal))
        {
            return GrantAsync(context);
        }

        if (context.Request.Path.Value!.EndsWith("/keys", StringComparison.Ordinal))
        {
            KeyFetches++;
            return context.Response.WriteAsync(BrokenKeys ?? new JsonObject { ["keys"] = new JsonArray([.. _published.Select(k => k.DeepClone())]) }.ToJsonString());
        }

        return context.Response.WriteAsync(BrokenMetadata ?? new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = _http.Url + "/v1/.well-known/keys" }.ToJsonString());
    }

    private async Task GrantAsync(HttpContext context)
    {
        var asked = await context.Request.ReadFormAsync();
        var audience = asked["scope"].ToString().Split(' ')[0].Replace("/.default", "", StringComparison.Ordinal);
        await context.Response.WriteAsJsonAsync(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = Grant(asked["client_id"].ToString(), audience) });
    }
}
