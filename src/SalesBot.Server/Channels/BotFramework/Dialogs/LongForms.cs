using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.BotFramework.Dialogs;

/// <summary>Which buttons lead to a form, as nearly everything that their command needs is still to be said. What a command needs is the same in every service.</summary>
internal static class LongForms
{
    private static readonly CommandTable Commands = CommandTable.Scan();

    public static bool Opens(string? verb, JsonElement? data)
    {
        if (verb is null || Commands.Find(verb) is not { Spec: { Requires.Count: > 0 } spec })
        {
            return false;
        }

        var given = PressData.Slots(data);
        return CommandSpec.WantsForm(spec.Requires.Count(slot => !given.ContainsKey(slot) && !given.ContainsKey(slot + "_text")));
    }

    /// <summary>True for a card with fields to fill in.</summary>
    public static bool IsOne(JsonElement card) => card.ValueKind switch
    {
        JsonValueKind.Object => card.EnumerateObject().Any(m => m.NameEquals("type") ? m.Value.ValueKind == JsonValueKind.String && m.Value.GetString()!.StartsWith("Input.", StringComparison.Ordinal) : !m.NameEquals("data") && IsOne(m.Value)),
        JsonValueKind.Array => card.EnumerateArray().Any(IsOne),
        _ => false,
    };
}
