using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>What Feishu encrypts with the Encrypt Key: the initialisation vector and AES-256-CBC behind it, in Base64 (PROTOCOLS.md D.1).</summary>
internal static class FeishuCipher
{
    private const int Block = 16;

    /// <summary>The object that a body holds, encrypted or not, or why there is none.</summary>
    public static (JsonElement? Json, string? Fault) Open(string encryptKey, ReadOnlySpan<byte> body)
    {
        if (WireJson.Parse(body) is not { } outer)
        {
            return (null, "malformed");
        }

        if (outer.At("encrypt") is null)
        {
            return (outer, null);
        }

        if (outer.Text("encrypt") is not { } encrypted || Decrypt(encryptKey, encrypted) is not { } plain)
        {
            return (null, "undecipherable");
        }

        return WireJson.Parse(plain) is { } inner ? (inner, null) : (null, "malformed");
    }

    /// <summary>Null for what was not encrypted with this key, or was cut.</summary>
    public static byte[]? Decrypt(string encryptKey, string encrypted)
    {
        try
        {
            var bytes = Convert.FromBase64String(encrypted);
            if (bytes.Length < 2 * Block)
            {
                return null;
            }

            using var aes = Aes.Create();
            aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(encryptKey));
            return aes.DecryptCbc(bytes.AsSpan(Block), bytes.AsSpan(0, Block), PaddingMode.PKCS7);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
