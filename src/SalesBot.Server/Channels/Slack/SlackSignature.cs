using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SalesBot.Server.Channels.Slack;

/// <summary>Slack's signature v0 over the bytes as they came (PROTOCOLS.md F).</summary>
internal static class SlackSignature
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Version = "v0=";

    /// <summary>What is wrong with it; null when nothing is. A moment ahead of ours is as wrong as one behind.</summary>
    public static string? Fault(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return "noTimestamp";
        }

        if (Math.Abs((decimal)seconds - now.ToUnixTimeSeconds()) > (decimal)Window.TotalSeconds)
        {
            return "stale";
        }

        var expected = Encoding.ASCII.GetBytes(Of(secret, timestamp, body));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature ?? "")) ? null : "badSignature";
    }

    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        mac.AppendData(body);
        return Version + Convert.ToHexStringLower(mac.GetHashAndReset());
    }
}
