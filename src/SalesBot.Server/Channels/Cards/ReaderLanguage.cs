using SalesBot.Words;

namespace SalesBot.Server.Channels.Cards;

/// <summary>The language of the few words that an edge says itself.</summary>
internal static class ReaderLanguage
{
    public static string Of(string? locale) => locale is null ? WordBook.Chinese : WordBook.Serving(locale);
}
