using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>"twenty four um hundred", “跟 呃 房所”: sounds of somebody who looks for a word while dictating. They part what belongs together, so that they are cut out before anything is read.</summary>
internal static class Hesitation
{
    private static readonly string[] Sounds = ["um", "umm", "uh", "uhh", "uhm", "erm", "ehm", "errm"];

    private const char Chinese = '呃';

    public static NormalText Without(NormalText text)
    {
        for (var at = text.Length - 1; at >= 0; at--)
        {
            var start = at;
            while (start > 0 && char.IsAsciiLetter(text[start]) && char.IsAsciiLetter(text[start - 1])) start--;
            if (IsSound(text, start, at + 1)) text = text.Without(start > 0 && text[start - 1] == ' ' && at + 1 < text.Length && text[at + 1] == ' ' ? start - 1 : start, at + 1);
            at = Math.Min(start, text.Length);
        }

        return text;
    }

    /// <summary>Not before a figure, where it is a German “at”, and not when nothing else is said.</summary>
    private static bool IsSound(NormalText text, int start, int end)
    {
        var rest = text.Slice(end, text.Length).TrimStart();
        if (rest.IsEmpty && text.Slice(0, start).IsWhiteSpace()) return false;
        return text[start] == Chinese ? end - start == 1 : (rest.IsEmpty || !char.IsAsciiDigit(rest[0])) && Sounds.Contains(text.Text[start..end], StringComparer.Ordinal);
    }
}
