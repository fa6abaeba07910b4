using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework.Dialogs;
using SalesBot.Server.Channels.BotFramework.Schema;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>Reads <c>adaptiveCard/action</c> and the invokes of a dialog; what is malformed gets the bodies that botbuilder gives (PROTOCOLS.md A.6).</summary>
internal static class CardPress
{
    private const string BadRequest = "BadRequest";
    private const int LongestVerb = 200;

    public static (Press? Press, AdaptiveCardInvokeResponse? Refusal) Read(Activity activity)
    {
        if (activity.Value is not { ValueKind: not JsonValueKind.Null } value)
        {
            return Refused(BadRequest, "Missing value property");
        }

        if (TaskDialog.Is(activity.Name))
        {
            return value.At("data") is { ValueKind: JsonValueKind.Object } data && data.Text(PressData.Verb) is { Length: > 0 and <= LongestVerb } of
                ? (new Press(of, PressData.Slots(data), activity.ReplyToId), null)
                : Refused(BadRequest, "Missing verb property");
        }

        if (Parse(value) is not { Action: { } action } invoked)
        {
            return Refused(BadRequest, "Missing action property");
        }

        if (!string.Equals(action.Type, AdaptiveCardInvokeAction.Execute, StringComparison.Ordinal))
        {
            return Refused("NotSupported", "action.type");
        }

        return action.Verb is { Length: > 0 and <= LongestVerb } verb
            ? (new Press(verb, PressData.Slots(action.Data), activity.ReplyToId) { Automatic = invoked.Trigger is "automatic" }, null)
            : Refused(BadRequest, "Missing verb property");
    }

    private static AdaptiveCardInvokeValue? Parse(JsonElement value)
    {
        try
        {
            return value.Deserialize(BotFrameworkJson.Wire.AdaptiveCardInvokeValue);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (Press?, AdaptiveCardInvokeResponse?) Refused(string code, string message) => (null, AdaptiveCardInvokeResponse.Failure(400, code, message));
}
