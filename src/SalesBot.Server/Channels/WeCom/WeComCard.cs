using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;
using SalesBot.Words;

namespace SalesBot.Server.Channels.WeCom;

/// <summary>A message as WeCom takes it.</summary>
/// <param name="Texts">In order, before the card.</param>
/// <param name="Card">Null where the texts say everything.</param>
/// <param name="Coded">Buttons that the texts name by a code.</param>
internal sealed record WeComMessage(IReadOnlyList<string> Texts, JsonObject? Card, IReadOnlyList<CodedButton> Coded);

/// <summary>
/// Lays a card out as a template card with buttons (PROTOCOLS.md C.4). It holds a title, a short text, six facts and six buttons; a card that is more than that goes out
/// whole as text before it, and buttons beyond six, or of rows that look alike, are named there by a code. WeCom cuts what is too long on the screen.
/// </summary>
internal sealed partial class WeComCard(WordBook words)
{
    public const int LongestText = 2048;
    public const int MostButtons = 6;
    public const int MostFacts = 6;
    public const int LongestKey = 1024;

    private const int WidestTitle = 72;
    private const int LongestSubtitle = 160;
    private const int WidestKeyName = 10;
    private const int WidestValue = 60;
    private const int WidestButton = 20;

    /// <summary>The message with a card named <paramref name="task"/>.</summary>
    /// <param name="room">How many buttons a card may have; 0 makes text of everything.</param>
    /// <param name="replaces">It takes the place of a card, so that there must be one.</param>
    public WeComMessage Of(RenderedReply reply, CardOutline? card, string? locale, string task, int room = MostButtons, bool replaces = false)
    {
        IReadOnlyList<CardBlock> blocks = [.. card?.Blocks ?? [new CardText(reply.Text, Subtle: false)], .. reply.QuickReplies.Count > 0 ? [new CardButtons([.. reply.QuickReplies.Select(CardButton.Saying)])] : Array.Empty<CardBlock>()];
        var shown = Shown(blocks, room);
        var language = reply.Language ?? ReplyRenderer.LanguageOf(null, locale);
        var coded = new List<CodedButton>();
        var lines = blocks.SelectMany(b => ShownText.Lines(b).Concat(Named(b, shown, coded, language))).Where(l => l.Length > 0).ToList();
        if (shown.Count == 0 && !replaces)
        {
            return new WeComMessage(Texts(lines), null, coded);
        }

        var made = coded.Count == 0 ? Small(blocks) : null;
        var title = blocks.OfType<CardHeading>().FirstOrDefault()?.Text ?? lines.FirstOrDefault() ?? reply.Text;
        var whole = made ?? new JsonObject { ["main_title"] = new JsonObject { ["title"] = ShownText.ToWidth(title.Split('\n')[0], WidestTitle) } };
        whole["card_type"] = "button_interaction";
        whole["task_id"] = task;
        whole["button_list"] = new JsonArray([.. shown.Select(b => Button(b))]);
        if (shown.Count == 0)
        {
            // WeCom wants to show a button, which is grey then, and means nothing.
            var done = words.Get(language, "Channel.done");
            (whole["button_list"], whole["replace_text"]) = (new JsonArray(new JsonObject { ["type"] = 0, ["text"] = done, ["style"] = 4, ["key"] = "done" }), done);
        }

        return new WeComMessage(made is null ? Texts(lines) : [], whole, coded);
    }

    /// <summary>The card's own buttons go first; those of rows only where all fit and each is called otherwise. A row that does what a button of the card does says nothing of it.</summary>
    private static List<CardButton> Shown(IReadOnlyList<CardBlock> blocks, int room)
    {
        var own = blocks.OfType<CardButtons>().SelectMany(b => b.Buttons).Where(Fits).ToList();
        var all = own.Concat(blocks.OfType<CardRow>().SelectMany(b => b.Buttons).Where(b => Fits(b) && !own.Exists(o => IsSame(o, b)))).ToList();
        return all.Count <= room && all.Select(b => ShownText.ToWidth(b.Title, WidestButton)).Distinct(StringComparer.Ordinal).Count() == all.Count ? all : [.. own.Take(room)];
    }

    private static bool Fits(CardButton button) => button.IsLink ? button.Url!.Length <= LongestKey : Key(button) is not null;

    private static bool IsSame(CardButton one, CardButton other) => one.Verb is not null && one.Value?.Write(int.MaxValue) == other.Value?.Write(int.MaxValue);

    /// <summary>Lines for the buttons of a block that the card does not show.</summary>
    private List<string> Named(CardBlock block, List<CardButton> shown, List<CodedButton> coded, string language)
    {
        var lines = new List<string>();
        foreach (var button in block.AllButtons.Where(b => !shown.Exists(s => ReferenceEquals(s, b) || (block is CardRow && IsSame(s, b)))))
        {
            if (button.Value is not { } value)
            {
                lines.Add(ShownText.Fact((button.Title, button.Url!)));
                continue;
            }

            var code = ButtonCodes.New();
            coded.Add(new CodedButton(code, button.Title, value));
            lines.Add(ShownText.ByCode(words, language, button.Title, code));
        }

        return lines;
    }

    /// <summary>The whole card where it fits into the few places that a template card has; null where it does not.</summary>
    private static JsonObject? Small(IReadOnlyList<CardBlock> blocks)
    {
        var rest = blocks.Where(b => b is not (CardButtons or CardSeparator)).ToList();
        var heading = rest is [CardHeading first, ..] ? first.Text : null;
        var texts = rest.OfType<CardText>().Select(t => t.Text).ToList();
        var facts = rest.OfType<CardFacts>().SelectMany(f => f.Facts).Where(f => f.Title.Length + f.Value.Length > 0).ToList();
        // Texts stand above facts there, so they must stand above them here.
        var inOrder = rest.Skip(heading is null ? 0 : 1).Select(b => b switch { CardText => 1, CardFacts => 2, _ => 0 }).ToList();
        if (inOrder.Contains(0) || !inOrder.SequenceEqual(inOrder.Order()) || facts.Count > MostFacts || facts.Exists(f => f.Title.Length == 0 || ShownText.Width(f.Title) > WidestKeyName || ShownText.Width(f.Value) > WidestValue || f.Value.Contains('\n', StringComparison.Ordinal)))
        {
            return null;
        }

        if (heading is null && texts is [var opening, ..] && opening.Split('\n') is var parts)
        {
            (heading, texts[0]) = (parts[0], string.Join('\n', parts[1..]));
        }

        var subtitle = string.Join('\n', texts.Where(t => t.Length > 0));
        if (heading is null || ShownText.Width(heading) > WidestTitle || heading.Contains('\n', StringComparison.Ordinal) || subtitle.Length > LongestSubtitle)
        {
            return null;
        }

        var card = new JsonObject { ["main_title"] = new JsonObject { ["title"] = heading } };
        if (subtitle.Length > 0)
        {
            card["sub_title_text"] = subtitle;
        }

        if (facts.Count > 0)
        {
            card["horizontal_content_list"] = new JsonArray([.. facts.Select(f => new JsonObject { ["keyname"] = f.Title, ["value"] = f.Value })]);
        }

        return card;
    }

    private static JsonObject Button(CardButton button)
    {
        var made = new JsonObject { ["text"] = ShownText.ToWidth(button.Title, WidestButton), ["style"] = button.Style switch { CardButtonStyle.Positive => 1, CardButtonStyle.Destructive => 2, _ => 4 } };
        if (button.IsLink)
        {
            (made["type"], made["url"]) = (1, button.Url);
            return made;
        }

        (made["type"], made["key"]) = (0, Key(button));
        return made;
    }

    private static string? Key(CardButton button) => button.Value?.Write(LongestKey);

    /// <summary>WeCom makes links of one tag in a text; a customer's name must not.</summary>
    private static IReadOnlyList<string> Texts(IEnumerable<string> lines) => TextCut.Pieces(Tag().Replace(string.Join('\n', lines), "\uFF1C"), LongestText);

    [GeneratedRegex("<(?=/?a[\\s>])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Tag();
}
