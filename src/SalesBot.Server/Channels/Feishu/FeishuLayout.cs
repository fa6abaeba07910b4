using System.Text.Json.Nodes;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>
/// Lays the blocks of a card out as elements of Feishu's card JSON 2.0 (PROTOCOLS.md D.3). All text is plain: customers' names hold what Feishu's Markdown would read.
/// </summary>
/// <param name="isGroup">Whether the card goes to a group, which Feishu does not tell when a button is pressed.</param>
internal sealed class FeishuLayout(bool isGroup, FeishuLayout.Density density)
{
    /// <summary>How much room a card is given.</summary>
    internal enum Density
    {
        /// <summary>Cells in columns, facts in pairs.</summary>
        Wide,

        /// <summary>A row is a line, with its button beside it.</summary>
        Tight,

        /// <summary>Neighbouring lines are one text; rows have no buttons.</summary>
        Joined,
    }

    private const int LongestTitle = 100;
    private const int LongestUrl = 3000;
    private const int LongestValue = 3000;
    private const int LongestInput = 1000;
    private const int LongestText = 1000;
    private const int ShortCell = 60;
    private const int MostCells = 4;

    private readonly List<string> _left = [];
    private readonly List<CardButton> _links = [];
    private IReadOnlyList<CardInput> _fields = [];
    private int _number;

    /// <summary>The buttons that carry too much.</summary>
    public IReadOnlyList<string> Left => _left;

    public List<JsonObject> Lay(IReadOnlyList<CardBlock> blocks)
    {
        blocks = density == Density.Joined ? ShownText.Joined(blocks, LongestText) : blocks;
        var (start, end) = Form(blocks);
        if (start == end)
        {
            return [.. blocks.SelectMany(Block)];
        }

        var laid = blocks.Take(start).SelectMany(Block).ToList();
        _fields = [.. blocks.Take(start..end).OfType<CardInput>()];
        laid.Add(new JsonObject { ["tag"] = "form", ["name"] = "form", ["elements"] = new JsonArray([.. blocks.Take(start..end).SelectMany(Block)]) });
        _fields = [];
        laid.AddRange(ButtonRow(Made(_links)));
        laid.AddRange(blocks.Skip(end).SelectMany(Block));
        return laid;
    }

    /// <summary>Suggestions under the message, which are no part of its form.</summary>
    public IEnumerable<JsonObject> Suggestions(IEnumerable<Conversation.QuickReply> replies) =>
        ButtonRow([.. replies.Select(CardButton.Saying).Select(r => (r.Title, Does: Does(r))).Where(r => r.Does is not null).Select(r => Button(r.Title, r.Does!, "default"))]);

    public static JsonObject Text(string text, string? size = null, string? color = null)
    {
        var plain = Plain(text);
        if (size is not null)
        {
            plain["text_size"] = size;
        }

        if (color is not null)
        {
            plain["text_color"] = color;
        }

        return new JsonObject { ["tag"] = "div", ["text"] = plain };
    }

    public static JsonObject Plain(string text) => new() { ["tag"] = "plain_text", ["content"] = text };

    /// <summary>From the first field to the last buttons below it: they bring the fields along. Fields without a button are only shown.</summary>
    private static (int Start, int End) Form(IReadOnlyList<CardBlock> blocks)
    {
        var start = blocks.TakeWhile(b => b is not CardInput).Count();
        var end = blocks.Count;
        while (end > start && !blocks[end - 1].AllButtons.Any(b => b.Verb is not null))
        {
            end--;
        }

        return (start, end);
    }

    private IEnumerable<JsonObject> Block(CardBlock block) => block switch
    {
        CardHeading heading => [Text(heading.Text, "heading")],
        CardText text => Texts(text.Text, text.Subtle ? "grey" : null),
        CardFacts facts => Facts(facts),
        CardRow row => Row(row),
        CardInput input => _fields.Count > 0 ? Input(input) : [Text($"{input.Label}: {input.Value}")],
        CardButtons buttons => ButtonRow(Made(buttons.Buttons)),
        CardSeparator => [new JsonObject { ["tag"] = "hr" }],
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static IEnumerable<JsonObject> Texts(string text, string? color = null) => TextCut.Chunks(text, LongestText).Select(piece => Text(piece, color: color));

    private IEnumerable<JsonObject> Facts(CardFacts facts)
    {
        foreach (var pair in facts.Facts.Where(f => f.Title.Length + f.Value.Length > 0).Chunk(2))
        {
            if (density == Density.Wide && pair.Length == 2 && pair.All(f => f.Value.Length <= ShortCell))
            {
                yield return Columns([.. pair.Select(f => Column(Text($"{f.Title}\n{f.Value}"), 1))]);
            }
            else
            {
                yield return Text(string.Join('\n', pair.Select(f => $"{f.Title}: {f.Value}")));
            }
        }
    }

    private IEnumerable<JsonObject> Row(CardRow row)
    {
        var buttons = density == Density.Joined ? [] : Made(row.Buttons);
        IReadOnlyList<string> cells = density == Density.Wide && row.Cells.Count is > 1 and <= MostCells && row.Cells.All(c => c.Length <= ShortCell) ? row.Cells : [CardOutline.InLine(row.Cells)];
        if (cells is [{ Length: 0 } or { Length: > LongestText }] || buttons.Count > 1 || (cells.Count == 1 && buttons.Count == 0))
        {
            return [.. Texts(CardOutline.InLine(cells)), .. ButtonRow(buttons)];
        }

        return [Columns([.. cells.Select((c, i) => Column(Text(c), i == 0 ? 2 : 1)), .. buttons.Select(b => Column(b, weight: null))])];
    }

    private static JsonObject Columns(JsonNode[] columns) => new() { ["tag"] = "column_set", ["columns"] = new JsonArray(columns) };

    private static JsonObject Column(JsonObject element, int? weight)
    {
        var column = new JsonObject { ["tag"] = "column", ["width"] = weight is null ? "auto" : "weighted", ["elements"] = new JsonArray(element) };
        if (weight is not null)
        {
            column["weight"] = weight;
        }

        return column;
    }

    private static IEnumerable<JsonObject> Input(CardInput input)
    {
        var picks = input.Kind is CardInputKind.Date or CardInputKind.Time;
        var element = new JsonObject { ["tag"] = input.Kind switch { CardInputKind.Date => "date_picker", CardInputKind.Time => "picker_time", _ => "input" }, ["name"] = FeishuPress.Name(input), ["width"] = "fill" };
        if (input.Value is { } value)
        {
            element[input.Kind switch { CardInputKind.Date => "initial_date", CardInputKind.Time => "initial_time", _ => "default_value" }] = TextCut.To(value, LongestInput);
        }

        if (input.Placeholder is { Length: > 0 } || picks)
        {
            element["placeholder"] = Plain(TextCut.To(input.Placeholder is { Length: > 0 } placeholder ? placeholder : input.Label, LongestTitle));
        }

        if (picks)
        {
            return [Text(input.Label), element];
        }

        element["label"] = Plain(input.Label);
        element["max_length"] = Math.Clamp(input.MaxLength ?? LongestInput, 1, LongestInput);
        if (input.Multiline)
        {
            element["input_type"] = "multiline_text";
        }

        return [element];
    }

    private static IEnumerable<JsonObject> ButtonRow(IReadOnlyList<JsonObject> buttons) =>
        buttons.Count == 0 ? [] : [new JsonObject { ["tag"] = "column_set", ["flex_mode"] = "flow", ["columns"] = new JsonArray([.. buttons.Select(b => Column(b, weight: null))]) }];

    private List<JsonObject> Made(IReadOnlyList<CardButton> buttons)
    {
        var made = new List<JsonObject>();
        foreach (var button in buttons)
        {
            if (button.Verb is null && _fields.Count > 0)
            {
                // A button of a form submits it or clears it; links come below.
                _links.Add(button);
            }
            else if (Does(button) is { } behaviour)
            {
                made.Add(Button(button.Title, behaviour, button.Style switch { CardButtonStyle.Positive => "primary", CardButtonStyle.Destructive => "danger", _ => "default" }));
            }
            else
            {
                _left.Add(button.Title);
            }
        }

        return made;
    }

    private JsonObject? Does(CardButton button) => button.IsLink
        ? button.Url is { Length: <= LongestUrl } url ? new JsonObject { ["type"] = "open_url", ["default_url"] = url } : null
        : button.Value?.Write(LongestValue) is { } value ? Callback(value) : null;

    private JsonObject Callback(string carried) => new() { ["type"] = "callback", ["value"] = FeishuPress.Value(carried, isGroup, _fields) };

    private JsonObject Button(string title, JsonObject behaviour, string type)
    {
        var button = new JsonObject { ["tag"] = "button", ["text"] = Plain(TextCut.To(title, LongestTitle)), ["type"] = type, ["behaviors"] = new JsonArray(behaviour) };
        if (_fields.Count > 0)
        {
            button["name"] = FormattableString.Invariant($"b{++_number}");
            button["form_action_type"] = "submit";
        }

        return button;
    }
}
