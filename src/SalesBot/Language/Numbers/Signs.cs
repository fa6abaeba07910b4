namespace SalesBot.Language.Numbers;

/// <summary>Whether a dash or plus is the sign of the number after it: in 10-20, "A - 5" and (415)-555 it is not.</summary>
internal static class Signs
{
    public static bool MayBegin(ReadOnlySpan<char> text, int at)
    {
        var before = at == 0 ? '\n' : text[at - 1];
        if (char.IsAsciiLetterOrDigit(before) || before is ')' or '%' or '\u00B0') return false;

        // A dash between blanks parts two thoughts.
        return at + 1 >= text.Length || text[at + 1] != ' ' || text[..at].TrimEnd(' ') is [] or [.., '\n' or '(' or ':' or '=' or ','];
    }
}
