using System.Text.Json;
using SalesBot.Cards.Expressions;

namespace SalesBot.Cards.Templating;

/// <summary>Makes nodes of a card's JSON. What holds no expression is written out here, once, and only copied later.</summary>
internal sealed class TemplateReader(string card)
{
    private static readonly HashSet<string> Reserved = new(["$data", "$when", "$root", "$index", "$host", "$_acTemplateVersion"], StringComparer.Ordinal);

    public TemplateNode Read(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(json, path),
        JsonValueKind.Array => ReadList(json, path),
        JsonValueKind.String when IsTemplate(json) => ReadText(json.GetString()!, path),
        _ => Literal(json),
    };

    private static bool IsTemplate(JsonElement json) => json.ValueKind == JsonValueKind.String && json.GetString()!.Contains("${", StringComparison.Ordinal);

    private static LiteralNode Literal(JsonElement json)
    {
        var bytes = Bytes(buffer => buffer.AppendValue(Value.FromJson(json)));
        return new LiteralNode(bytes, json.ValueKind == JsonValueKind.Null ? [] : bytes);
    }

    private TemplateNode ReadList(JsonElement json, string path)
    {
        var items = json.EnumerateArray().Select((item, at) => Read(item, $"{path}[{at}]")).ToArray();
        var list = new ListNode(items);
        return Array.TrueForAll(items, item => item is LiteralNode)
            ? new LiteralNode(Bytes(buffer => list.WriteValue(buffer, default)), Bytes(buffer => list.WriteItems(buffer, default)))
            : list;
    }

    private TemplateNode ReadObject(JsonElement json, string path)
    {
        var members = json.EnumerateObject().Where(member => !Reserved.Contains(member.Name))
            .Select(member => new ObjectPart(Bytes(buffer => AppendName(buffer, member.Name)), Read(member.Value, $"{path}.{member.Name}")))
            .ToList();
        var when = json.TryGetProperty("$when", out var condition) ? ReadCondition(condition, path) : Condition.Always;
        var data = json.TryGetProperty("$data", out var source) ? ReadData(source, path) : null;
        var node = new ObjectNode([.. Joined(members)], when, data);
        if (data is not null || when != Condition.Always || !members.TrueForAll(member => member.Node is LiteralNode))
            return node;
        var bytes = Bytes(buffer => node.WriteValue(buffer, default));
        return new LiteralNode(bytes, bytes);
    }

    /// <summary>Neighbouring members without expressions become one run.</summary>
    private static IEnumerable<ObjectPart> Joined(List<ObjectPart> members)
    {
        using var run = new CardBuffer();
        foreach (var member in members)
        {
            if (member.Node is LiteralNode literal)
            {
                run.Separate();
                run.Append(member.Json);
                run.Append(literal.Json);
                continue;
            }

            if (run.Length > 0)
                yield return new ObjectPart(run.Written.ToArray(), Node: null);
            run.Truncate(0);
            yield return member;
        }

        if (run.Length > 0)
            yield return new ObjectPart(run.Written.ToArray(), Node: null);
    }

    private Condition ReadCondition(JsonElement json, string path)
    {
        if (IsTemplate(json))
            return new Condition(constant: false, ReadBinding(json.GetString()!, path + ".$when"));
        var isThere = json.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.False => false,
            JsonValueKind.String => json.GetString()!.Length > 0,
            JsonValueKind.Number => json.GetDouble() != 0,
            _ => true,
        };
        return isThere ? Condition.Never : Condition.Always;
    }

    private DataSource ReadData(JsonElement json, string path)
    {
        path += ".$data";
        if (IsTemplate(json))
            return new DataSource(default, ReadBinding(json.GetString()!, path));
        return json.GetRawText().Contains("${", StringComparison.Ordinal)
            ? throw new CardException(card, path, "binding in literal data")
            : new DataSource(Value.FromJson(json), binding: null);
    }

    // A text is no use as data or condition, but it is allowed: the official package takes it as a string.
    private Binding ReadBinding(string text, string path)
    {
        var place = new Place(card, path, text);
        return Pieces(place) is [var node] && node is not Constant
            ? new Binding(node, place)
            : new Binding(Functions.Call("concat", [new Constant(Value.Of("")), .. Pieces(place)]), place);
    }

    private TemplateNode ReadText(string text, string path)
    {
        var place = new Place(card, path, text);
        var pieces = Pieces(place);
        if (pieces is [var single] && single is not (Constant or Call { Function.Name: "concat" }))
            return new BindingNode(new Binding(single, place));

        // A concat that is the whole string is put together like a text, not like the function.
        var parts = pieces is [Call concat] ? concat.Arguments : pieces;
        return new TextNode([.. parts.Select(Piece)], place);
    }

    private static List<Node> Pieces(Place place)
    {
        try
        {
            return InterpolatedText.Read(place.Text);
        }
        catch (FormatException e)
        {
            throw place.Failure(e.Message, e);
        }
    }

    private static TextPiece Piece(Node node) => node is Constant { Value.IsNullish: false } constant
        ? new TextPiece(Bytes(buffer => buffer.AppendEscaped(Printed.Of(constant.Value))), Node: null)
        : new TextPiece(Literal: null, node);

    private static void AppendName(CardBuffer buffer, string name)
    {
        buffer.AppendText(name);
        buffer.Append((byte)':');
    }

    private static byte[] Bytes(Action<CardBuffer> write)
    {
        using var buffer = new CardBuffer();
        write(buffer);
        return buffer.Written.ToArray();
    }
}
