using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.Slack;

/// <summary><c>POST /api/slack/interactivity</c>: buttons of messages, with what was filled in above them. They carry no authority.</summary>
internal static class SlackInteractivity
{
    public const string Path = "/api/slack/interactivity";

    private const int LongestId = 200;

    public static async Task<IResult> HandleAsync(HttpContext http, SlackGate gate, AcknowledgedTurns turns, SlackPeople people, TimeProvider time)
    {
        if (await gate.AdmitAsync(http) is not { } request)
        {
            return Results.Empty;
        }

        if (Payload(request.Body) is not { } json || json.Text("type") is null)
        {
            gate.Refuse(http, StatusCodes.Status400BadRequest, "malformed");
            return Results.Empty;
        }

        if (Read(json, time.GetUtcNow()) is { } turn && await AcknowledgedTurns.FaultAsync(() => turns.TakeAsync(turn, people.MeetAsync, http.Response.Sent())) is { } fault)
        {
            // Slack then shows its own sign at the button, and the person may press it again.
            gate.Forget(request);
            gate.Refuse(http, StatusCodes.Status500InternalServerError, fault);
            return Results.Empty;
        }

        return Results.Ok();
    }

    /// <summary>Null for what is no button of ours: a link that was opened, a dialog, a shortcut.</summary>
    public static Turn? Read(JsonElement json, DateTimeOffset now)
    {
        if (json.Text("type") is not "block_actions" || json.Items("actions").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } action || action.Text("value") is not { } value)
        {
            return null;
        }

        var (card, channel) = (json.Text("container", "message_ts"), json.Text("container", "channel_id") ?? json.Text("channel", "id"));
        var thread = json.Text("container", "thread_ts") ?? json.Text("message", "thread_ts") ?? (channel is not null && SlackRoute.IsDirect(channel) ? null : card);
        if (SlackRoute.From(channel, thread, json.Text("user", "id"), locale: null) is not { } from || json.Text("trigger_id") is not { Length: > 0 and <= LongestId } id)
        {
            return null;
        }

        return ButtonValue.Read(value)?.Pressed(new Turn(TurnKind.Pressed, from, id, now), card, slots => Filled(slots, json));
    }

    /// <summary>The button's data and, over it, what was filled in, as an Adaptive Card's submit has it.</summary>
    private static Slots Filled(Slots slots, JsonElement json)
    {
        foreach (var (name, field) in (json.At("state", "values") ?? default).Members().SelectMany(block => block.Value.Members()))
        {
            slots[name] = field.Text("value") ?? field.Text("selected_date") ?? field.Text("selected_time") ?? "";
        }

        return slots;
    }

    private static JsonElement? Payload(byte[] body)
    {
        try
        {
            return QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)).TryGetValue("payload", out var payload) && payload.Count == 1 ? WireJson.Parse(Encoding.UTF8.GetBytes(payload[0]!)) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
