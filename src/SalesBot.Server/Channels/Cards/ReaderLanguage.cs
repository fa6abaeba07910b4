using SalesBot.Words;

namespace SalesBot.Server.Channels.Cards;

/// <summary>The language of the few words that an edge says itself.</summary>
internal static class ReaderLanguage
{
    /// <summary>Where the messenger does not tell it, the message does.</summary>
    /// <param name="said">The message that they stand in; a few Chinese names do not make it Chinese.</param>
    public static string Of(string? locale, string said = "")
    {
        if (locale is not null)
        {
            return WordBook.Serving(locale);
        }

        var (chinese, latin) = (said.Count(IsChinese), said.Count(char.IsAsciiLetter));
        return latin > 0 && latin >= 2 * chinese ? WordBook.English : WordBook.Chinese;
    }

    public static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9fff';
}
