namespace SalesBot.Language.Phrases;

/// <summary>Where a Latin word begins and ends; Chinese has no such edge, every place is one.</summary>
internal static class Script
{
    public static bool IsLatin(char c) => c < 0x250 && char.IsLetterOrDigit(c);

    public static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9FFF';

    public static bool HasChinese(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u3400', '\u9FFF');

    public static bool IsAllChinese(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('\u3400', '\u9FFF');

    /// <summary>A place between two Latin letters or digits of the same sort is inside a word. "200k" is left whole too; "Q3" and "MES" stand free beside Chinese.</summary>
    public static bool IsEdge(string text, int at) =>
        at <= 0 || at >= text.Length || !(IsLatin(text[at - 1]) && IsLatin(text[at]));
}
