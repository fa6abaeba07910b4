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
}
