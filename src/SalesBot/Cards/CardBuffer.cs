using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using SalesBot.Cards.Expressions;

namespace SalesBot.Cards;

/// <summary>
/// JSON being written, as UTF-8 in a pooled array. Made for copying: what the card or the data already holds as JSON goes through unread.
/// </summary>
internal sealed class CardBuffer : IDisposable
{
    // What JSON.stringify escapes; surrogates are here because a lone one has no UTF-8.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);

    public void Truncate(int length) => Length = length;

    public void RemoveAt(int position)
    {
        bytes.AsSpan(position + 1, Length - position - 1).CopyTo(bytes.AsSpan(position));
        Length--;
    }

    public void Append(byte value) => Room(1)[0] = value;

    public void Append(ReadOnlySpan<byte> value) => value.CopyTo(Room(value.Length));

    /// <summary>A comma, unless a list or object has just been opened (or nothing is written yet): a value always ends with another byte.</summary>
    public void Separate()
    {
        if (Length > 0 && bytes[Length - 1] is not ((byte)'[' or (byte)'{'))
            Append((byte)',');
    }

    /// <summary>Any value as JSON.</summary>
    /// <param name="value">Errors and undefined are the caller's business.</param>
    /// <param name="canonicalNumbers">Numbers of the data as ECMAScript prints them instead of as they stand.</param>
    public void AppendValue(in Value value, bool canonicalNumbers = false)
    {
        if (value.FromData && (!canonicalNumbers || value.Kind is ValueKind.Text or ValueKind.Boolean))
        {
            Append(JsonMarshal.GetRawUtf8Value(value.Json));
            return;
        }

        switch (value.Kind)
        {
            case ValueKind.Text:
                AppendText(value.Text);
                break;
            case ValueKind.Number when double.IsFinite(value.Number):
                AppendUtf8(JavaScript.Print(value.Number));
                break;
            case ValueKind.Boolean:
                Append(value.Truth ? "true"u8 : "false"u8);
                break;
            case ValueKind.List:
                AppendList(value.Items(), canonicalNumbers);
                break;
            case ValueKind.Map:
                AppendMap(value.Members(), canonicalNumbers);
                break;
            default:
                Append("null"u8);
                break;
        }
    }

    public void AppendText(string text)
    {
        Append((byte)'"');
        AppendEscaped(text);
        Append((byte)'"');
    }

    /// <summary>Text as it stands between the quotes of a JSON string.</summary>
    public void AppendEscaped(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var plain = text.IndexOfAny(Special) is var at and >= 0 ? at : text.Length;
            AppendUtf8(text[..plain]);
            text = text[plain..];
            if (text.Length == 0)
                return;
            var pair = text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? 2 : 1;
            if (pair == 2)
                AppendUtf8(text[..2]);
            else
                AppendEscape(text[0]);
            text = text[pair..];
        }
    }

    private void AppendEscape(char c)
    {
        switch (c)
        {
            case '"': Append("\\\""u8); break;
            case '\\': Append(@"\\"u8); break;
            case '\n': Append(@"\n"u8); break;
            case '\r': Append(@"\r"u8); break;
            case '\t': Append(@"\t"u8); break;
            case '\b': Append(@"\b"u8); break;
            case '\f': Append(@"\f"u8); break;
            default: AppendUtf8($"\\u{(int)c:x4}"); break;
        }
    }

    private void AppendUtf8(ReadOnlySpan<char> text)
    {
        var room = Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, room) - room.Length;
    }

    private void AppendList(Value[] items, bool canonicalNumbers)
    {
        Append((byte)'[');
        foreach (var item in items)
        {
            Separate();
            AppendValue(item, canonicalNumbers);
        }

        Append((byte)']');
    }

    // What is undefined has no place in an object.
    private void AppendMap(KeyValuePair<string, Value>[] members, bool canonicalNumbers)
    {
        Append((byte)'{');
        foreach (var (name, value) in members)
        {
            if (value.Kind == ValueKind.Undefined)
                continue;
            Separate();
            AppendText(name);
            Append((byte)':');
            AppendValue(value, canonicalNumbers);
        }

        Append((byte)'}');
    }

    private Span<byte> Room(int count)
    {
        if (bytes.Length - Length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + count));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        var room = bytes.AsSpan(Length, count);
        Length += count;
        return room;
    }
}
