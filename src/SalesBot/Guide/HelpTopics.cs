using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>The levels of the help: a few areas (<c>help-areas.txt</c>), each with its topics, each with its commands; and what people call them (<c>help-topics.txt</c>).</summary>
internal static class HelpTopics
{
    private static readonly Lazy<IReadOnlyList<(string Area, string[] Topics)>> Read = new(() => [.. GuideFile.Lines("help-areas.txt").Select(l => l.Split(" = ", 2)).Select(l => (l[0], l[1].Split(' ')))]);
    private static readonly Lazy<IReadOnlyList<(string Name, string Word)>> Called = new(() => [.. Names().OrderByDescending(n => n.Word.Length)]);
    private static readonly Lazy<WordBook> Book = new(() => new WordBook());

    public static IReadOnlyList<(string Area, string[] Topics)> Areas => Read.Value;

    /// <summary>The topics of an area of which the person may do something, in order; none of what is no area.</summary>
    public static IReadOnlyList<IGrouping<string, CommandSpec>> In(string area, ILookup<string, CommandSpec> mine) =>
        [.. Areas.Where(a => a.Area == area).SelectMany(a => a.Topics).Where(mine.Contains).Select(topic => mine.First(g => g.Key == topic))];

    /// <summary>The area or topic of that name of ours, or that some words name: whole, else by the longest name in them; null where they name none.</summary>
    public static string? Find(string? words)
    {
        var text = words?.Trim() ?? "";
        if (text.Length == 0)
        {
            return null;
        }

        return Called.Value.Select(n => n.Name).FirstOrDefault(name => name == text)
            ?? Called.Value.FirstOrDefault(n => string.Equals(n.Word, text, StringComparison.OrdinalIgnoreCase)).Name
            ?? Called.Value.FirstOrDefault(n => Stands(text, n.Word)).Name;
    }

    public static Word Title(string name) => Areas.Any(a => a.Area == name) ? new("Area." + name) : new("Topic." + name);

    private static IEnumerable<(string Name, string Word)> Names()
    {
        var named = Areas.SelectMany(a => a.Topics.Prepend(a.Area));
        return named.SelectMany(name => WordBook.Languages.Select(l => (name, Book.Value.Get(l, Title(name).Key))))
            .Concat(GuideFile.Lines("help-topics.txt").Select(l => l.Split(" = ", 2)).SelectMany(l => l[1].Split('|').Select(word => (l[0], word))));
    }

    /// <summary>A word in Latin letters stands alone, any other anywhere.</summary>
    private static bool Stands(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && !(char.IsAsciiLetter(word[0]) && ((at > 0 && char.IsAsciiLetter(text[at - 1])) || (at + word.Length < text.Length && char.IsAsciiLetter(text[at + word.Length]))));
    }
}
