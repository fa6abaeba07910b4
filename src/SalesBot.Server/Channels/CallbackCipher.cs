using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SalesBot.Server.Channels;

/// <summary>
/// How WeCom and DingTalk seal what they push (PROTOCOLS.md C.1, E.5): AES-256-CBC, padded to 32, and SHA-1 over the sorted parts. The signature is looked at before
/// anything is opened, so that nobody without the token learns how a ciphertext is wrong.
/// </summary>
/// <param name="receiver">Whom it is for: the corp id of WeCom, the app key of DingTalk.</param>
internal sealed class CallbackCipher(string token, string encodingAesKey, string receiver)
{
    private const int Block = 32;
    private const int Random = 16;
    private const int Head = Random + sizeof(int);

    private readonly byte[] _key = Key(encodingAesKey) ?? throw new ArgumentException("no key of 43 characters", nameof(encodingAesKey));

    /// <summary>Null for what is no key. The last character's lowest bits belong to nothing and may be any.</summary>
    public static byte[]? Key(string? encodingAesKey)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        if (encodingAesKey is not { Length: 43 } || encodingAesKey.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }

        return Convert.FromBase64String(encodingAesKey[..^1] + Alphabet[Alphabet.IndexOf(encodingAesKey[^1], StringComparison.Ordinal) & ~3] + "=");
    }

    public string Sign(string timestamp, string nonce, string sealedText)
    {
        string[] parts = [token, timestamp, nonce, sealedText];
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // The platforms' own choice.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    public bool IsSigned(string signature, string timestamp, string nonce, string sealedText) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(timestamp, nonce, sealedText)), Encoding.UTF8.GetBytes(signature));

    /// <summary>What was sealed, of which <see cref="IsSigned"/> was asked before; else what is wrong with it.</summary>
    public (byte[]? Message, string? Fault) Open(string sealedText)
    {
        var cipher = new byte[sealedText.Length];
        if (!Convert.TryFromBase64String(sealedText, cipher, out var length) || length is 0 || length % Block != 0)
        {
            return (null, "undecipherable");
        }

        using var aes = Aes.Create();
        aes.Key = _key;
        var plain = aes.DecryptCbc(cipher.AsSpan(0, length), _key.AsSpan(0, 16), PaddingMode.None);
        var padding = plain[^1];
        if (padding is < 1 or > Block || plain.Length - padding < Head || plain.AsSpan(plain.Length - padding).ContainsAnyExcept(padding))
        {
            return (null, "undecipherable");
        }

        var said = plain.AsSpan(Head, plain.Length - padding - Head);
        var message = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(Random));
        if (message < 0 || message > said.Length)
        {
            return (null, "undecipherable");
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(receiver), said[message..]) ? (said[..message].ToArray(), null) : (null, "notForUs");
    }

    public string Seal(ReadOnlySpan<byte> message) => Seal(message, RandomNumberGenerator.GetBytes(Random));

    /// <summary>With sixteen bytes that were chosen, for who compares.</summary>
    public string Seal(ReadOnlySpan<byte> message, ReadOnlySpan<byte> random)
    {
        var length = Head + message.Length + Encoding.UTF8.GetByteCount(receiver);
        // A whole block more where it fits: there is always padding.
        var plain = new byte[length + Block - (length % Block)];
        random.CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(Random), message.Length);
        message.CopyTo(plain.AsSpan(Head));
        Encoding.UTF8.GetBytes(receiver, plain.AsSpan(Head + message.Length));
        plain.AsSpan(length).Fill((byte)(plain.Length - length));
        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key.AsSpan(0, 16), PaddingMode.None));
    }
}
