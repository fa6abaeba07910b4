using System.Text.Json;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.Cards;

/// <summary>
/// One of our cards as a plain list of blocks, for messengers that have cards of their own. What they cannot show (colour, width, alignment) is left out here for all of
/// them; <see cref="Unmapped"/> names what nobody has thought of yet, and such a card goes out as its text.
/// </summary>
internal sealed class CardOutline
{
    /// <summary>Members that are read here or that only say how it looks.</summary>
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["AdaptiveCard"] = ["version", "body", "actions", "$schema", "lang", "speak", "fallbackText", "refresh"],
        ["TextBlock"] = ["text", "weight", "size", "wrap", "isSubtle", "spacing", "horizontalAlignment", "color", "maxLines", "separator"],
        ["Container"] = ["items", "spacing", "separator", "selectAction", "style"],
        ["ColumnSet"] = ["columns", "spacing", "separator", "selectAction"],
        ["Column"] = ["items", "width", "verticalContentAlignment", "spacing"],
        ["FactSet"] = ["facts", "spacing", "separator"],
        ["Table"] = ["columns", "rows", "firstRowAsHeader", "showGridLines", "spacing", "separator"],
        ["TableRow"] = ["cells"],
        ["TableCell"] = ["items"],
        ["ActionSet"] = ["actions", "spacing", "separator"],
        ["Input.Text"] = ["id", "label", "value", "placeholder", "isMultiline", "maxLength", "spacing", "separator"],
        ["Input.Number"] = ["id", "label", "value", "placeholder", "min", "spacing", "separator"],
        ["Input.Date"] = ["id", "label", "value", "placeholder", "spacing", "separator"],
        ["Input.Time"] = ["id", "label", "value", "placeholder", "spacing", "separator"],
        ["Action.Execute"] = ["title", "verb", "data", "style"],
        ["Action.OpenUrl"] = ["title", "url", "style"],
    };

    private readonly List<CardBlock> _blocks = [];
    private readonly SortedSet<string> _unmapped = new(StringComparer.Ordinal);

    private CardOutline()
    {
    }

    public IReadOnlyList<CardBlock> Blocks => _blocks;

    /// <summary>Elements and members that no messenger is told how to show.</summary>
    public IReadOnlyCollection<string> Unmapped => _unmapped;

    public static CardOutline Of(JsonElement card)
    {
        var outline = new CardOutline();
        outline.Check(card, "AdaptiveCard");
        outline.Items(Array(card, "body"), outline._blocks);
        if (outline.Buttons(Array(card, "actions")) is { Count: > 0 } buttons)
        {
            outline._blocks.Add(new CardButtons(buttons));
        }

        return outline;
    }

    /// <summary>The card of a message; null where it has none, or one that nobody can lay out.</summary>
    public static CardOutline? For(Outgoing message, ILogger log)
    {
        var card = message.Content.Card is { } json ? Of(json) : null;
        if (card is not { Unmapped.Count: > 0 })
        {
            return card;
        }

        log.CardUnmapped(message.To.Channel, string.Join(' ', card.Unmapped));
        return null;
    }

    private void Items(IEnumerable<JsonElement> items, List<CardBlock> to)
    {
        foreach (var item in items)
        {
            Check(item, "an element");
            if (item.TryGetProperty("separator", out var line) && line.ValueKind == JsonValueKind.True && to.Count > 0)
            {
                to.Add(new CardSeparator());
            }

            Item(item, to);
        }
    }

    private void Item(JsonElement item, List<CardBlock> to)
    {
        switch (Text(item, "type"))
        {
            case "TextBlock" when Text(item, "text") is { Length: > 0 } text:
                text = Plain(text);
                to.Add(IsHeading(item) ? new CardHeading(text) : new CardText(text, Subtle: item.TryGetProperty("isSubtle", out var subtle) && subtle.ValueKind == JsonValueKind.True));
                break;
            case "Container":
                Container(item, to);
                break;
            case "ColumnSet":
                Row(Array(item, "columns"), item, to);
                break;
            case "Table":
                foreach (var row in Array(item, "rows"))
                {
                    Check(row, "a row");
                    Row(Array(row, "cells"), row, to);
                }

                break;
            case "FactSet":
                to.Add(new CardFacts([.. Array(item, "facts").Select(f => (Text(f, "title") ?? "", Text(f, "value") ?? ""))]));
                break;
            case "ActionSet" when Buttons(Array(item, "actions")) is { Count: > 0 } buttons:
                to.Add(new CardButtons(buttons));
                break;
            case ['I', 'n', 'p', 'u', 't', '.', ..] kind when Enum.TryParse<CardInputKind>(kind["Input.".Length..], out var input):
                to.Add(Input(item, input));
                break;
        }
    }

    /// <summary>A container that can be pressed is a row; any other is what is in it.</summary>
    private void Container(JsonElement item, List<CardBlock> to)
    {
        if (!IsPressable(item))
        {
            Items(Array(item, "items"), to);
            return;
        }

        var inside = new List<CardBlock>();
        Items(Array(item, "items"), inside);
        Add(new CardRow([string.Join('\n', inside.Select(Said).OfType<string>())], Pressed(item)), inside, to);
    }

    private void Row(IEnumerable<JsonElement> columns, JsonElement item, List<CardBlock> to)
    {
        var (cells, rest) = (new List<string>(), new List<CardBlock>());
        foreach (var column in columns)
        {
            Check(column, "Column");
            var inside = new List<CardBlock>();
            Items(Array(column, "items"), inside);
            if (string.Join('\n', inside.Select(Said).OfType<string>()) is { Length: > 0 } text)
            {
                cells.Add(text);
            }

            rest.AddRange(inside);
        }

        Add(new CardRow(cells, Pressed(item)), rest, to);
    }

    /// <summary>A row takes the buttons in it; what else is neither text nor button comes below it.</summary>
    private static void Add(CardRow row, List<CardBlock> inside, List<CardBlock> to)
    {
        to.Add(row with { Buttons = [.. row.Buttons, .. inside.SelectMany(b => b switch { CardRow r => r.Buttons, CardButtons buttons => buttons.Buttons, _ => [] })] });
        to.AddRange(inside.Where(b => b is CardFacts or CardInput));
    }

    private static string? Said(CardBlock block) => block switch
    {
        CardHeading heading => heading.Text,
        CardText text => text.Text,
        CardRow row => InLine(row.Cells),
        _ => null,
    };

    /// <summary>Side by side becomes one after the other: the first lines on one line, the others below.</summary>
    public static string InLine(IReadOnlyList<string> cells)
    {
        var lines = cells.Select(c => c.Split('\n')).ToList();
        return string.Join('\n', lines.Select(l => l[0]).Where(l => l.Length > 0).Aggregate("", (all, l) => all.Length == 0 ? l : $"{all}  ·  {l}") is { Length: > 0 } first
            ? lines.SelectMany(l => l.Skip(1)).Prepend(first) : lines.SelectMany(l => l.Skip(1)));
    }

    /// <summary>Receipts set in bold what a value became, which plain text does not know. No other asterisk is ours: names hold some, and masked numbers.</summary>
    public static string Plain(string text)
    {
        const string Became = " → **";
        var at = text.IndexOf(Became, StringComparison.Ordinal);
        return at >= 0 && text.EndsWith("**", StringComparison.Ordinal) && text.Length >= at + Became.Length + 2 ? text[..(at + 3)] + text[(at + Became.Length)..^2] : text;
    }

    private static bool IsHeading(JsonElement item) => Text(item, "weight") is "Bolder" && Text(item, "size") is "Medium" or "Large" or "ExtraLarge";

    private static CardInput Input(JsonElement item, CardInputKind kind) => new(kind, Text(item, "id") ?? "", Text(item, "label") ?? "")
    {
        Value = item.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(item, "value") is { Length: > 0 } text ? text : null,
        Placeholder = Text(item, "placeholder"),
        Multiline = item.TryGetProperty("isMultiline", out var lines) && lines.ValueKind == JsonValueKind.True,
        MaxLength = item.TryGetProperty("maxLength", out var most) && most.TryGetInt32(out var length) ? length : null,
        Min = item.TryGetProperty("min", out var least) && least.TryGetDecimal(out var number) ? number : null,
    };

    /// <summary>A template leaves nothing, or an empty object, where there is no action.</summary>
    private static bool IsPressable(JsonElement item) => item.TryGetProperty("selectAction", out var action) && Text(action, "type") is not null;

    private List<CardButton> Pressed(JsonElement item) => IsPressable(item) ? Buttons([item.GetProperty("selectAction")]) : [];

    private List<CardButton> Buttons(IEnumerable<JsonElement> actions)
    {
        var buttons = new List<CardButton>();
        foreach (var action in actions)
        {
            Check(action, "an action");
            var style = Text(action, "style") switch { "positive" => CardButtonStyle.Positive, "destructive" => CardButtonStyle.Destructive, _ => CardButtonStyle.Plain };
            if (Text(action, "title") is { Length: > 0 } title && (Text(action, "verb") ?? Text(action, "url")) is { Length: > 0 })
            {
                buttons.Add(new CardButton(title, Text(action, "verb"), PressData.Slots(action.TryGetProperty("data", out var data) ? data : null), Text(action, "url"), style));
            }
        }

        return buttons;
    }

    private void Check(JsonElement item, string expected)
    {
        // Columns, rows and cells may go without a type, which their place tells.
        var type = Text(item, "type") ?? expected;
        if (!Known.TryGetValue(type, out var members))
        {
            _unmapped.Add(type);
            return;
        }

        foreach (var member in item.EnumerateObject().Where(m => m.Name is not "type" && !members.Contains(m.Name, StringComparer.Ordinal)))
        {
            _unmapped.Add($"{type}.{member.Name}");
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static IEnumerable<JsonElement> Array(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];
}
