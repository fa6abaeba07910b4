using System.Text;
using SalesBot.Language.Phrases;
using SalesBot.Words;

namespace SalesBot.Server.Channels.Cards;

/// <summary>A card as lines of text in reading order, for what a messenger has no element for.</summary>
internal static class ShownText
{
    /// <summary>What one block says; buttons say nothing here.</summary>
    public static IEnumerable<string> Lines(CardBlock block) => block switch
    {
        CardHeading heading => [heading.Text],
        CardText text => [text.Text],
        CardFacts facts => facts.Facts.Where(f => f.Title.Length + f.Value.Length > 0).Select(Fact),
        CardRow row => [CardOutline.InLine(row.Cells)],
        CardInput input => [Fact((input.Label, input.Value ?? input.Placeholder ?? ""))],
        _ => [],
    };

    public static string Fact((string Title, string Value) fact) => fact switch
    {
        ({ Length: 0 }, var value) => value,
        (var title, { Length: 0 }) => title,
        var (title, value) => title[^1] is ':' or '\uFF1A' ? $"{title} {value}" : Script.HasChinese(title) ? $"{title}\uFF1A{value}" : $"{title}: {value}",
    };

    /// <summary>Neighbouring texts and rows in as few texts as they need, each of less than so many UTF-16 units where it was not longer before; rows lose their buttons.</summary>
    public static List<CardBlock> Joined(IReadOnlyList<CardBlock> blocks, int most)
    {
        var joined = new List<CardBlock>();
        foreach (var block in blocks.Where(b => b is not CardSeparator))
        {
            var text = block switch { CardText t => t.Text, CardRow row => CardOutline.InLine(row.Cells), _ => null };
            if (text is not null && joined is [.., CardText before] && before.Text.Length + text.Length < most)
            {
                joined[^1] = new CardText($"{before.Text}\n{text}", Subtle: false);
            }
            else
            {
                joined.Add(text is null ? block : new CardText(text, Subtle: false));
            }
        }

        return joined;
    }

    /// <summary>How to press a button that is not shown as one.</summary>
    public static string ByCode(WordBook words, string language, string title, string code) =>
        words.Get(language, "Channel.by_code").Replace("{0}", title, StringComparison.Ordinal).Replace("{1}", code, StringComparison.Ordinal);

    /// <summary>How wide it stands on a screen: a Chinese character is two.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(r => r.Value > 0x2E7F ? 2 : 1);

    /// <summary>At most so wide, with a sign that something is missing.</summary>
    public static string ToWidth(string text, int most)
    {
        if (Width(text) <= most)
        {
            return text;
        }

        var cut = new StringBuilder();
        var width = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            width += rune.Value > 0x2E7F ? 2 : 1;
            if (width > most)
            {
                break;
            }

            cut.Append(rune);
        }

        return cut.Append('…').ToString();
    }
}
