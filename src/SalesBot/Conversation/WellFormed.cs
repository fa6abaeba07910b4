using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SalesBot.Conversation;

/// <summary>
/// What people send may hold what no database keeps: PostgreSQL refuses U+0000 in text, and half a surrogate pair is no character anywhere.
/// The first is dropped, the second becomes U+FFFD.
/// </summary>
internal static class WellFormed
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || !text.Any(c => c == '\0' || char.IsSurrogate(c)))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => r.Value != 0))
        {
            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
