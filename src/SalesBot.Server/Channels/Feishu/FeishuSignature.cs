using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>Feishu's signature over the bytes as they came, still encrypted (PROTOCOLS.md D.1).</summary>
internal static class FeishuSignature
{
    /// <summary>What is wrong with it; null when nothing is. A moment ahead of ours is as wrong as one behind.</summary>
    public static string? Fault(FeishuOptions options, SignedHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(headers.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return "noTimestamp";
        }

        if (Math.Abs((decimal)seconds - now.ToUnixTimeSeconds()) > (decimal)options.Window.TotalSeconds)
        {
            return "stale";
        }

        var expected = Encoding.ASCII.GetBytes(Of(options.EncryptKey!, headers.Timestamp, headers.Nonce, body));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(headers.Signature)) ? null : "badSignature";
    }

    public static string Of(string encryptKey, string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp + nonce + encryptKey));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>What Feishu signs a request with.</summary>
internal sealed record SignedHeaders(string Timestamp, string Nonce, string Signature)
{
    /// <summary>Null for a request that claims no signature at all.</summary>
    public static SignedHeaders? Of(HttpRequest request)
    {
        var (timestamp, nonce, signature) = (request.Headers["X-Lark-Request-Timestamp"], request.Headers["X-Lark-Request-Nonce"], request.Headers["X-Lark-Signature"]);
        return timestamp.Count + nonce.Count + signature.Count == 0 ? null : new SignedHeaders(timestamp.ToString(), nonce.ToString(), signature.ToString());
    }
}
