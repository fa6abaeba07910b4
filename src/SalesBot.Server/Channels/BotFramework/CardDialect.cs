using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels.BotFramework.Dialogs;
using SalesBot.Server.Channels.BotFramework.Schema;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>
/// Cards are written with Action.Execute. Teams gets them with an Action.Submit to fall back on; every other channel gets that
/// alone, as Web Chat knows nothing else (PROTOCOLS.md A.6). The verb then travels in the data, where <see cref="ActivityToTurn"/> finds it. In Teams a button that
/// leads to a form opens it as a dialog.
/// </summary>
internal static class CardDialect
{
    private const string Submit = "Action.Submit";

    /// <summary>What buttons a channel knows.</summary>
    private enum Tongue
    {
        Submit,
        Execute,
        ExecuteAndDialogs,
    }

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The card itself when there is nothing to change, else a changed copy.</summary>
    /// <param name="viewer">The one for whom Teams brings a card with a refresh up to date by itself, each time it is looked at; null: for everybody, where they are few (PROTOCOLS.md A.6).</param>
    public static JsonElement For(string channelId, JsonElement card, string? viewer = null)
    {
        if (!HasExecute(card))
        {
            return card;
        }

        var copy = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(copy, Plain))
        {
            var tongue = channelId switch
            {
                Schema.Channels.MsTeams when !LongForms.IsOne(card) => Tongue.ExecuteAndDialogs,
                Schema.Channels.MsTeams or Schema.Channels.M365Extensions or Schema.Channels.Outlook => Tongue.Execute,
                _ => Tongue.Submit,
            };
            Copy(json, For(card, viewer), tongue);
        }

        return JsonElement.Parse(copy.WrittenSpan);
    }

    private static JsonElement For(JsonElement card, string? viewer)
    {
        if (viewer is null || !card.TryGetProperty("refresh", out _))
        {
            return card;
        }

        var meant = JsonObject.Create(card)!.DeepClone();
        meant["refresh"]!["userIds"] = new JsonArray(viewer);
        return JsonSerializer.SerializeToElement(meant);
    }

    private static bool HasExecute(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => IsExecute(node) || node.EnumerateObject().Any(m => !IsData(m) && HasExecute(m.Value)),
        JsonValueKind.Array => node.EnumerateArray().Any(HasExecute),
        _ => false,
    };

    private static void Copy(Utf8JsonWriter json, JsonElement node, Tongue tongue)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Object:
                CopyObject(json, node, tongue);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in node.EnumerateArray())
                {
                    Copy(json, item, tongue);
                }

                json.WriteEndArray();
                break;
            default:
                WriteAsItIs(json, node);
                break;
        }
    }

    private static void WriteAsItIs(Utf8JsonWriter json, JsonElement node) => json.WriteRawValue(JsonMarshal.GetRawUtf8Value(node), skipInputValidation: true);

    private static void CopyObject(Utf8JsonWriter json, JsonElement node, Tongue tongue)
    {
        var dialog = tongue == Tongue.ExecuteAndDialogs && IsExecute(node) && LongForms.Opens(Verb(node), node.TryGetProperty("data", out var data) ? data : null);
        var turned = IsExecute(node) && (dialog || tongue == Tongue.Submit);
        json.WriteStartObject();
        foreach (var member in node.EnumerateObject())
        {
            if (IsExecutesOwn(member, ofExecute: turned, refreshes: tongue != Tongue.Submit))
            {
                continue;
            }

            json.WritePropertyName(member.Name);
            if (IsData(member))
            {
                WriteAsItIs(json, member.Value);
            }
            else
            {
                Copy(json, member.Value, tongue);
            }
        }

        if (turned)
        {
            WriteSubmit(json, node, dialog);
        }
        else if (IsExecute(node) && !node.TryGetProperty("fallback", out _))
        {
            WriteFallback(json, node);
        }

        json.WriteEndObject();
    }

    /// <summary>What only a channel that knows Action.Execute can read: a card's refresh, and members of the action that a submit has not, or has otherwise.</summary>
    private static bool IsExecutesOwn(JsonProperty member, bool ofExecute, bool refreshes) =>
        (!refreshes && member.NameEquals("refresh")) ||
        (ofExecute && (member.NameEquals("type") || member.NameEquals("verb") || member.NameEquals("data") || member.NameEquals("fallback")));

    private static void WriteFallback(Utf8JsonWriter json, JsonElement execute)
    {
        json.WriteStartObject("fallback");
        WriteSubmit(json, execute);
        foreach (var member in execute.EnumerateObject().Where(m => m.Name is "title" or "style" or "associatedInputs"))
        {
            member.WriteTo(json);
        }

        json.WriteEndObject();
    }

    /// <summary>The action as a submit: its data has the verb beside it, which wins over a member of that name.</summary>
    private static void WriteSubmit(Utf8JsonWriter json, JsonElement execute, bool dialog = false)
    {
        json.WriteString("type", Submit);
        json.WriteStartObject("data");
        if (execute.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in data.EnumerateObject().Where(m => m.Name is not PressData.Verb))
            {
                member.WriteTo(json);
            }
        }

        json.WriteString(PressData.Verb, Verb(execute));
        if (dialog)
        {
            json.WriteStartObject("msteams");
            json.WriteString("type", TaskDialog.Fetch);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string? Verb(JsonElement execute) => execute.TryGetProperty("verb", out var verb) ? verb.GetString() : null;

    private static bool IsExecute(JsonElement node) =>
        node.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals(AdaptiveCardInvokeAction.Execute);

    // What a button carries is the product's, whatever it looks like.
    private static bool IsData(JsonProperty member) => member.NameEquals("data");
}
