using System.Text;

namespace SalesBot.Server.Channels.Cards;

/// <summary>Shortens to what a platform takes, with a sign that something is missing.</summary>
internal static class TextCut
{
    /// <summary>At most so many UTF-16 units, never half a character.</summary>
    public static string To(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>At most so many bytes of UTF-8, never half a character.</summary>
    public static string ToBytes(string text, int most)
    {
        if (Encoding.UTF8.GetByteCount(text) <= most)
        {
            return text;
        }

        var (end, bytes) = (0, Encoding.UTF8.GetByteCount("…"));
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > most)
            {
                break;
            }

            (end, bytes) = (end + rune.Utf16SequenceLength, bytes + rune.Utf8SequenceLength);
        }

        return text[..end] + "…";
    }

    /// <summary>Pieces of at most so many UTF-16 units that say all of it, never within a character.</summary>
    public static IEnumerable<string> Chunks(string text, int most)
    {
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var end = rest.Length <= most ? rest.Length : char.IsHighSurrogate(rest[most - 1]) ? most - 1 : most;
            yield return rest[..end];
            rest = rest[end..];
        }
    }

    /// <summary>Pieces of at most so many bytes of UTF-8 that say all of it, ended at a line's end where one is, never within a character.</summary>
    public static IReadOnlyList<string> Pieces(string text, int most)
    {
        var (pieces, rest) = (new List<string>(), text.Trim('\n'));
        while (Encoding.UTF8.GetByteCount(rest) > most)
        {
            var (end, bytes, line) = (0, 0, 0);
            foreach (var rune in rest.EnumerateRunes())
            {
                if (bytes + rune.Utf8SequenceLength > most)
                {
                    break;
                }

                (end, bytes) = (end + rune.Utf16SequenceLength, bytes + rune.Utf8SequenceLength);
                line = rune.Value == '\n' ? end : line;
            }

            var cut = line > 0 ? line : end;
            pieces.Add(rest[..cut].TrimEnd('\n'));
            rest = rest[cut..].TrimStart('\n');
        }

        return [.. pieces.Append(rest).Where(p => p.Length > 0)];
    }
}
