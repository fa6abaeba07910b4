using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SalesBot.Tests.Channels.BotFramework.Authentication;

/// <summary>Stands for login.botframework.com: publishes OpenID metadata and keys, and signs tokens with them.</summary>
internal sealed class LoginServer : IAsyncDisposable
{
    // Making one takes longer than a whole test.
    private static readonly ConcurrentDictionary<string, RSA> Keys = new(StringComparer.Ordinal);

    private readonly List<JsonObject> _published = [];
    private LocalServer _http = null!;

    public string Metadata => _http.Url + "/v1/.well-known/openidconfiguration";

    public int KeyFetches { get; private set; }

    public bool IsDown { get; set; }

    /// <summary>Sent in place of the metadata, or of the keys.</summary>
    public string? BrokenMetadata { get; set; }

    public string? BrokenKeys { get; set; }

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

        if (context.Request.Path.Value!.EndsWith("/keys", StringComparison.Ordinal))
        {
            KeyFetches++;
            return context.Response.WriteAsync(BrokenKeys ?? new JsonObject { ["keys"] = new JsonArray([.. _published.Select(k => k.DeepClone())]) }.ToJsonString());
        }

        return context.Response.WriteAsync(BrokenMetadata ?? new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = _http.Url + "/v1/.well-known/keys" }.ToJsonString());
    }
}
