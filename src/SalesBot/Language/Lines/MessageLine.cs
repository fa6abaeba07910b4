using System.Text.Json;

namespace SalesBot.Language.Lines;

/// <summary>One line of <c>understand</c>'s input: <c>{id, text, user, context}</c>; unknown members are ignored.</summary>
internal sealed record MessageLine(string Id, string Text, string User, Focus Focus)
{
    private static readonly string[] Known = ["deal", "customer", "lead", "contract", "approval", "list", "choices", "alert", "pending", "asked", "last_intent", "last_slots", "filled", "slots"];

    /// <summary>Reads one line.</summary>
    /// <exception cref="JsonException">The line is no JSON object.</exception>
    public static MessageLine Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw new JsonException("The line is no object.");
        var focus = root.TryGetProperty("context", out var context) && context.ValueKind == JsonValueKind.Object ? FocusOf(context) : new Focus();
        return new MessageLine(Member(root, "id") ?? string.Empty, Member(root, "text") ?? string.Empty, Member(root, "user") ?? string.Empty, focus);
    }

    private static Focus FocusOf(JsonElement context)
    {
        var pending = context.TryGetProperty("pending", out var form) && form.ValueKind == JsonValueKind.Object ? form : context;
        return new Focus
        {
            Deal = Member(context, "deal"),
            Customer = Member(context, "customer"),
            Lead = Member(context, "lead"),
            Contract = Member(context, "contract"),
            Approval = Member(context, "approval"),
            List = List(context, "list"),
            Choices = List(context, "choices"),
            Alert = Member(context, "alert"),
            Pending = Member(context, "pending") ?? Member(pending, "intent"),
            Asked = Member(context, "asked") ?? Member(pending, "asked"),
            Filled = Filled(context, pending),
            LastIntent = Member(context, "last_intent"),
            Fresh = Member(context, "last_intent") is not null,
            LastSlots = context.TryGetProperty("last_slots", out var last) ? SlotsOf(last) : null,
        };
    }

    /// <summary>What the open form has: under <c>filled</c> or <c>slots</c>, or beside the other members.</summary>
    private static Slots? Filled(JsonElement context, JsonElement pending)
    {
        if (!context.TryGetProperty("pending", out _)) return null;
        var filled = new Slots();
        foreach (var holder in new[] { context, pending })
        {
            foreach (var name in new[] { "filled", "slots" })
            {
                if (!holder.TryGetProperty(name, out var inner)) continue;
                foreach (var (slot, value) in SlotsOf(inner)) filled[slot] = value;
            }

            foreach (var member in holder.EnumerateObject().Where(member => !Known.Contains(member.Name, StringComparer.Ordinal) && member.Name != "intent"))
            {
                if (Value(member.Value) is { } value) filled[member.Name] = value;
            }
        }

        return filled;
    }

    private static Slots SlotsOf(JsonElement element)
    {
        var slots = new Slots();
        if (element.ValueKind != JsonValueKind.Object) return slots;
        foreach (var member in element.EnumerateObject())
        {
            if (Value(member.Value) is { } value) slots[member.Name] = value;
        }

        return slots;
    }

    private static string? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string? Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Value(value) : null;

    private static IReadOnlyList<string> List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray().Select(Value).OfType<string>()] : [];
}
