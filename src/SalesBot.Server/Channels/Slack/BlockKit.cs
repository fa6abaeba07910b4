using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;
using SalesBot.Words;

namespace SalesBot.Server.Channels.Slack;

/// <summary>
/// Lays a card out within Block Kit's limits (PROTOCOLS.md F). All text is plain: customers' names hold characters that Slack's Markdown would swallow. What does
/// not fit is said in a line below; no button goes without a word.
/// </summary>
internal sealed class BlockKit(WordBook words)
{
    public const int MostBlocks = 50;
    public const int LongestSection = 3000;

    private const int LongestHeader = 150;
    private const int LongestTitle = 75;
    private const int LongestFact = 2000;
    private const int LongestUrl = 3000;
    private const int LongestValue = 2000;
    private const int MostFacts = 10;
    private const int MostButtons = 25;

    /// <summary>The message as blocks; null where its text alone says everything.</summary>
    public JsonArray? Of(RenderedReply reply, CardOutline? card, string? locale)
    {
        var suggestions = reply.QuickReplies.Select(CardButton.Saying).Select(Button).OfType<JsonObject>().Take(MostButtons).ToList();
        if (card is null && suggestions.Count == 0)
        {
            return null;
        }

        IReadOnlyList<CardBlock> blocks = card?.Blocks ?? [new CardText(reply.Text, Subtle: false)];
        var laid = Lay(blocks, out var left);
        var shortened = laid.Count + 2 > MostBlocks;
        if (shortened)
        {
            // The buttons of single rows go first; those of the whole card stay, at its end.
            laid = Lay(ShownText.Joined(blocks, LongestSection), out left);
            var last = laid.Count + 2 > MostBlocks ? laid.Where(b => (string?)b["type"] is "actions").TakeLast(1).ToList() : [];
            laid = [.. laid.Except(last).Take(MostBlocks - 2 - last.Count), .. last];
        }

        if (shortened || left.Count > 0)
        {
            laid.Add(Section(words.Get(reply.Language ?? ReplyRenderer.LanguageOf(null, locale), left.Count > 0 ? "Channel.too_long" : "Channel.shortened").Replace("{0}", string.Join(" · ", left), StringComparison.Ordinal)));
        }

        if (suggestions.Count > 0)
        {
            laid.Add(Actions(suggestions));
        }

        Number(laid);
        return [.. laid];
    }

    private static List<JsonObject> Lay(IReadOnlyList<CardBlock> blocks, out List<string> left)
    {
        var (laid, missing) = (new List<JsonObject>(), new List<string>());
        foreach (var block in blocks)
        {
            laid.AddRange(block switch
            {
                CardHeading heading => [new JsonObject { ["type"] = "header", ["text"] = Plain(heading.Text, LongestHeader) }, .. heading.Text.Length > LongestHeader ? Sections(heading.Text) : []],
                CardText text => Sections(text.Text),
                CardFacts facts => Facts(facts),
                CardRow row => Row(row, missing),
                CardInput input => [Input(input)],
                CardButtons buttons => Buttons(buttons.Buttons, missing),
                CardSeparator => [new JsonObject { ["type"] = "divider" }],
                _ => throw new NotSupportedException(block.GetType().Name),
            });
        }

        left = missing;
        return laid;
    }

    private static IEnumerable<JsonObject> Row(CardRow row, List<string> left)
    {
        var buttons = Buttons(row.Buttons, left).ToList();
        var text = Sections(CardOutline.InLine(row.Cells)).ToList();
        if (text.Count == 1 && buttons is [var only] && only["elements"]!.AsArray() is { Count: 1 } single)
        {
            text[0]["accessory"] = single[0]!.DeepClone();
            return text;
        }

        return [.. text, .. buttons];
    }

    private static IEnumerable<JsonObject> Sections(string text) => TextCut.Chunks(text, LongestSection).Select(Section);

    private static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Plain(text, LongestSection) };

    private static IEnumerable<JsonObject> Facts(CardFacts facts) => facts.Facts.Where(f => f.Title.Length + f.Value.Length > 0).Chunk(MostFacts).Select(some => new JsonObject
    {
        ["type"] = "section", ["fields"] = new JsonArray([.. some.Select(f => Plain($"{f.Title}\n{f.Value}", LongestFact))]),
    });

    private static JsonObject Input(CardInput input)
    {
        var element = new JsonObject { ["type"] = input.Kind switch { CardInputKind.Number => "number_input", CardInputKind.Date => "datepicker", CardInputKind.Time => "timepicker", _ => "plain_text_input" }, ["action_id"] = input.Id };
        if (input.Value is { } value)
        {
            element[input.Kind switch { CardInputKind.Date => "initial_date", CardInputKind.Time => "initial_time", _ => "initial_value" }] = TextCut.To(value, LongestSection);
        }

        if (input.Placeholder is { Length: > 0 } placeholder)
        {
            element["placeholder"] = Plain(placeholder, 150);
        }

        switch (input.Kind)
        {
            case CardInputKind.Number:
                element["is_decimal_allowed"] = true;
                if (input.Min is { } least)
                {
                    element["min_value"] = least.ToString(System.Globalization.CultureInfo.InvariantCulture);
                }

                break;
            case CardInputKind.Text:
                element["multiline"] = input.Multiline;
                element["max_length"] = Math.Clamp(input.MaxLength ?? LongestSection, 1, LongestSection);
                break;
        }

        return new JsonObject { ["type"] = "input", ["block_id"] = "in:" + input.Id, ["optional"] = true, ["label"] = Plain(input.Label, LongestFact), ["element"] = element };
    }

    private static IEnumerable<JsonObject> Buttons(IReadOnlyList<CardButton> buttons, List<string> left)
    {
        var shown = new List<JsonObject>();
        foreach (var button in buttons)
        {
            if (Button(button) is { } made)
            {
                shown.Add(made);
            }
            else
            {
                left.Add(button.Title);
            }
        }

        return shown.Chunk(MostButtons).Select(Actions);
    }

    private static JsonObject? Button(CardButton button)
    {
        var made = button.IsLink ? Link(button) : Carrying(button.Title, button.Value?.Write(LongestValue));
        if (made is not null && button.Style != CardButtonStyle.Plain)
        {
            made["style"] = button.Style == CardButtonStyle.Positive ? "primary" : "danger";
        }

        return made;
    }

    private static JsonObject? Link(CardButton button) =>
        button.Url is { Length: <= LongestUrl } url ? new JsonObject { ["type"] = "button", ["text"] = Plain(button.Title, LongestTitle), ["url"] = url } : null;

    private static JsonObject? Carrying(string title, string? value) =>
        value is null ? null : new JsonObject { ["type"] = "button", ["text"] = Plain(title, LongestTitle), ["value"] = value };

    private static JsonObject Actions(IEnumerable<JsonObject> buttons) => new() { ["type"] = "actions", ["elements"] = new JsonArray([.. buttons]) };

    /// <summary>Not read for emoji: <c>10:30:</c> is a time.</summary>
    private static JsonObject Plain(string text, int most) => new() { ["type"] = "plain_text", ["text"] = TextCut.To(text.Length == 0 ? " " : text, most), ["emoji"] = false };

    /// <summary>Each button has a name of its own in the message.</summary>
    private static void Number(List<JsonObject> blocks)
    {
        var number = 0;
        foreach (var button in blocks.SelectMany(b => b["elements"]?.AsArray().OfType<JsonObject>() ?? (b["accessory"] is JsonObject accessory ? [accessory] : [])))
        {
            button["action_id"] = FormattableString.Invariant($"b{++number}");
        }
    }
}
