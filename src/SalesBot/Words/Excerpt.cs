namespace SalesBot.Words;

/// <summary>What somebody typed, quoted back to them: a whole page of it would hide what is said about it.</summary>
internal static class Excerpt
{
    private const int Quoted = 40;

    public static string Of(string? text, int most = Quoted) =>
        text is null ? "" : text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");
}
