namespace SalesBot.Words;

/// <summary>Something that people wrote in one of our languages or in both; who reads the other one gets what there is.</summary>
internal sealed record LocalText(string? En, string? Zh)
{
    public string? In(string language) => language == WordBook.Chinese ? Zh ?? En : En ?? Zh;

    /// <summary>The same in both, of a text that somebody typed.</summary>
    public static LocalText Of(string text) => new(text, text);
}
