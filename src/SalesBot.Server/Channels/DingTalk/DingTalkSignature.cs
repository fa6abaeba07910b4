using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>DingTalk's signatures of what it posts (PROTOCOLS.md E.1, E.4). They cover the moment and not the body.</summary>
internal static class DingTalkSignature
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Of a message to the robot.</summary>
    public static string OfMessage(string timestamp, string appSecret) => Of(appSecret, $"{timestamp}\n{appSecret}");

    /// <summary>Of a button of a card.</summary>
    public static string OfCard(string timestamp, string apiSecret) => Of(apiSecret, timestamp);

    /// <summary>What is wrong with it; null when nothing is. A moment ahead of ours is as wrong as one behind.</summary>
    public static string? Fault(string? timestamp, string? signature, Func<string, string> expected, DateTimeOffset now)
    {
        if (timestamp is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return "noTimestamp";
        }

        if (Math.Abs((decimal)milliseconds - now.ToUnixTimeMilliseconds()) > (decimal)Window.TotalMilliseconds)
        {
            return "stale";
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected(timestamp)), Encoding.UTF8.GetBytes(signature ?? "")) ? null : "badSignature";
    }

    private static string Of(string secret, string said) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(said)));
}
