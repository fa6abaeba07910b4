using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Language;

namespace SalesBot.Server.Channels.Cards;

/// <summary>
/// What a button carries, in as many characters as a platform leaves it: JSON as it is, else compressed. What does not fit even so has no value, and the
/// button is not shown. It carries no authority: every slot is checked as if it had been typed.
/// </summary>
internal sealed record ButtonValue(string? Verb, IReadOnlyDictionary<string, string> Data, string? Says = null)
{
    private const char Compressed = '~';
    private const int LongestVerb = 200;
    private const int MostUnpacked = 64 * 1024;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ButtonValue Saying(string says) => new(null, new Dictionary<string, string>(StringComparer.Ordinal), says);

    /// <summary>Null when it is longer than <paramref name="longest"/> bytes of UTF-8.</summary>
    public string? Write(int longest)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, Plain);
        if (json.Length <= longest)
        {
            return Encoding.UTF8.GetString(json);
        }

        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            pack.Write(json);
        }

        var value = Compressed + Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        return value.Length <= longest ? value : null;
    }

    /// <summary>Null for what is none of ours.</summary>
    public static ButtonValue? Read(string value)
    {
        try
        {
            return JsonSerializer.Deserialize<ButtonValue>(value.StartsWith(Compressed) ? Unpack(value[1..]) : Encoding.UTF8.GetBytes(value)) is { Data: not null } read ? read : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The turn that a press of it is; null for what is none of ours.</summary>
    /// <param name="turn">Who pressed, where and when.</param>
    /// <param name="card">The message that holds it, where the platform tells it.</param>
    /// <param name="filled">What it carries, with what was filled in beside it.</param>
    public Turn? Pressed(Turn turn, string? card, Func<Slots, Slots>? filled = null) => this switch
    {
        { Says: { } says } => turn with { Kind = TurnKind.Said, Text = says, Press = null },
        { Verb: { Length: > 0 and <= LongestVerb } verb } => turn with { Kind = TurnKind.Pressed, Text = null, Press = new Press(verb, filled is null ? new Slots(Data) : filled(new Slots(Data)), card) },
        _ => null,
    };

    private static byte[] Unpack(string text)
    {
        using var unpack = new BrotliStream(new MemoryStream(Base64Url.DecodeFromChars(text)), CompressionMode.Decompress);
        var room = new byte[MostUnpacked];
        var length = unpack.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        return length < room.Length ? room[..length] : throw new InvalidDataException();
    }
}
