using System.Text.Json.Nodes;

namespace SalesBot.Tests.Channels.BotFramework.Authentication;

/// <summary>What the two kinds of token say when all is well.</summary>
internal static class TokenClaims
{
    public static JsonObject Channel(string appId, string serviceUrl, DateTimeOffset now) => new()
    {
        ["iss"] = "https://api.botframework.com", ["aud"] = appId, ["serviceurl"] = serviceUrl,
        ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(), ["exp"] = now.AddHours(30).ToUnixTimeSeconds(),
    };

    public static JsonObject Entra(string appId, string tenant, DateTimeOffset now) => new()
    {
        ["iss"] = $"https://login.microsoftonline.com/{tenant}/v2.0", ["aud"] = appId, ["azp"] = appId, ["ver"] = "2.0", ["tid"] = tenant,
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
    };

    /// <summary>Null in <paramref name="change"/> takes a claim away.</summary>
    public static JsonObject Changed(JsonObject claims, Action<JsonObject>? change)
    {
        change?.Invoke(claims);
        foreach (var empty in claims.Where(c => c.Value is null).Select(c => c.Key).ToList())
        {
            claims.Remove(empty);
        }

        return claims;
    }
}
