using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesBot.Server.Channels.BotFramework.Schema;

/// <summary>The HTTP answer to an activity: a status and, for an invoke, its JSON body.</summary>
/// <param name="Replies">Set when the activity asked for <see cref="DeliveryModes.ExpectReplies"/>; they then are the whole answer.</param>
internal sealed record InvokeResponse(int Status, AdaptiveCardInvokeResponse? Body = null, ExpectedReplies? Replies = null)
{
    /// <summary>The answer of an invoke that is no press of a card (compose box, dialog), in place of <see cref="Body"/>.</summary>
    public JsonObject? Other { get; init; }
}

/// <summary>Payload of <c>adaptiveCard/action</c> (PROTOCOLS.md A.6).</summary>
internal sealed record AdaptiveCardInvokeValue
{
    /// <summary>Name of the invoke that carries it.</summary>
    public const string InvokeName = "adaptiveCard/action";

    public AdaptiveCardInvokeAction? Action { get; set; }

    /// <summary>manual when pressed, automatic from the card's refresh; may be missing.</summary>
    public string? Trigger { get; set; }
}

internal sealed record AdaptiveCardInvokeAction
{
    public const string Execute = "Action.Execute";

    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Verb { get; set; }

    /// <summary>The action's own data with the card's inputs merged in.</summary>
    public JsonElement? Data { get; set; }
}

/// <summary>
/// The outcome of a press. The HTTP status stays 200 whenever our code handled the action; <see cref="StatusCode"/> tells the
/// outcome (PROTOCOLS.md A.6: botbuilder-js copies it into the HTTP status, which is not imitated).
/// </summary>
internal sealed record AdaptiveCardInvokeResponse
{
    public int StatusCode { get; set; }

    public string? Type { get; set; }

    public JsonNode? Value { get; set; }

    /// <summary>Replaces the card, for the one who pressed.</summary>
    public static AdaptiveCardInvokeResponse Card(JsonElement card) => new() { StatusCode = 200, Type = ContentTypes.AdaptiveCard, Value = JsonObject.Create(card) };

    /// <summary>Shows a text; the card stays.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) =>
        new() { StatusCode = 200, Type = ContentTypes.Message, Value = JsonValue.Create(text) };

    public static AdaptiveCardInvokeResponse Failure(int status, string code, string message) => new()
    {
        StatusCode = status,
        Type = ContentTypes.Error,
        Value = new JsonObject { ["code"] = code, ["message"] = message },
    };
}
