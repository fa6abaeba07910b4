using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace SalesBot.Server.Channels.BotFramework.Authentication;

/// <summary>A key of the Bot Framework says in its member <c>endorsements</c> for which channels it may sign (PROTOCOLS.md A.4).</summary>
internal static class Endorsements
{
    /// <summary>True as well for a key that names none: such keys are not bound to channels.</summary>
    public static bool Cover(JsonWebKey key, string? channelId) =>
        !key.AdditionalData.TryGetValue("endorsements", out var raw) || Read(raw) is not { Count: > 0 } named || named.Contains(channelId, StringComparer.Ordinal);

    private static List<string?> Read(object raw) => raw switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString() : null)],
        IEnumerable<object> list => [.. list.Select(o => o as string)],
        // Something else than a list endorses nothing.
        _ => [null],
    };
}
