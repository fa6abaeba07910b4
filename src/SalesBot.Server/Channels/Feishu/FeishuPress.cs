using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>Buttons of cards, with what was filled in above them. They carry no authority.</summary>
internal static class FeishuPress
{
    private const string Carried = "v";
    private const string InGroup = "g";
    private const string Fields = "f";
    private const char Between = '\n';

    /// <summary>What Feishu is to bring back. It does not say whether a chat is a group, nor name a field that was left empty.</summary>
    public static JsonObject Value(string carried, bool isGroup, IEnumerable<CardInput> fields)
    {
        var value = new JsonObject { [Carried] = carried };
        if (isGroup)
        {
            value[InGroup] = true;
        }

        if (string.Join(Between, fields.Select(Name)) is { Length: > 0 } names)
        {
            value[Fields] = names;
        }

        return value;
    }

    public static string Name(CardInput input) => $"{input.Kind}_{input.Id}";

    /// <summary>Null for what is no button of ours.</summary>
    public static Turn? Read(JsonElement said, string id, DateTimeOffset now)
    {
        var card = said.Text("context", "open_message_id");
        if (said.At("action", "value") is not { ValueKind: JsonValueKind.Object } value || value.Text(Carried) is not { } carried
            || FeishuRoute.From(said.Text("context", "open_chat_id"), said.Text("operator", "open_id"), value.Is(InGroup), card) is not { } from)
        {
            return null;
        }

        return ButtonValue.Read(carried)?.Pressed(new Turn(TurnKind.Pressed, from, id, now), FeishuRoute.IsId(card) ? card : null, slots => Filled(slots, value, said));
    }

    /// <summary>The button's data and, over it, what was filled in, as an Adaptive Card's submit has it.</summary>
    private static Slots Filled(Slots slots, JsonElement value, JsonElement said)
    {
        foreach (var name in (value.Text(Fields) ?? "").Split(Between).Where(n => n.Contains('_', StringComparison.Ordinal)))
        {
            var (kind, id) = (name[..name.IndexOf('_', StringComparison.Ordinal)], name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..]);
            var filled = said.Text("action", "form_value", name) ?? "";
            // Dates and times come with the user's own offset from UTC, which nobody asked for.
            slots[id] = kind is nameof(CardInputKind.Date) or nameof(CardInputKind.Time) ? filled.Split(' ')[0] : filled;
        }

        return slots;
    }
}
