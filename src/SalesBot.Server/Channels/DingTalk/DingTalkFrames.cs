using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>What a frame of the stream asks for, and how it is acknowledged. What is not acknowledged comes again.</summary>
internal sealed class DingTalkFrames(DingTalkInbox inbox, ILogger<DingTalkFrames> log)
{
    public const string Message = "/v1.0/im/bot/messages/get";
    public const string Card = "/v1.0/card/instances/callback";

    public static string[] Topics { get; } = [Message, Card];

    /// <summary>DingTalk is about to end this connection; another is to be opened.</summary>
    public static bool IsGoodbye(JsonElement frame) => frame.Text("type") is "SYSTEM" && frame.Text("headers", "topic") is "disconnect";

    /// <summary>Never throws: one frame must not end the connection of all.</summary>
    public async Task TakeAsync(JsonElement frame, Func<JsonObject, Task> send)
    {
        var acknowledged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            if (await AckAsync(frame, acknowledged.Task) is { } ack)
            {
                await send(ack);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.CallFailed(DingTalkRoute.ChannelId, "stream", 0, fault.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            // The service stops; what was not acknowledged comes again.
        }
        finally
        {
            // What is committed is answered, whether or not DingTalk heard so.
            acknowledged.TrySetResult();
        }
    }

    private async Task<JsonObject?> AckAsync(JsonElement frame, Task acknowledged)
    {
        if (frame.Text("headers", "messageId") is not { Length: > 0 and <= 200 } id)
        {
            return null;
        }

        switch (frame.Text("type"), frame.Text("headers", "topic"))
        {
            case ("SYSTEM", "ping"):
                return new JsonObject { ["code"] = 200, ["headers"] = Copy(frame.At("headers")), ["message"] = "OK", ["data"] = Copy(frame.At("data")) };
            case ("EVENT", _):
                return Ack(id, new JsonObject { ["status"] = "SUCCESS", ["message"] = "" });
            case ("CALLBACK", Message):
                if (Data(frame) is { } said && await inbox.SayAsync(said, acknowledged) is { } refused)
                {
                    log.RequestRefused(DingTalkRoute.ChannelId, "message", 0, refused);
                }

                return Ack(id, new JsonObject { ["response"] = new JsonObject() });
            case ("CALLBACK", Card):
                if (Data(frame) is { } pressed && await inbox.PressAsync(pressed, id, acknowledged) is { } unpressed)
                {
                    log.RequestRefused(DingTalkRoute.ChannelId, "press", 0, unpressed);
                }

                return Ack(id, new JsonObject { ["response"] = JsonSerializer.SerializeToNode(DingTalkPress.Answer) });
            default:
                return null;
        }
    }

    private static JsonElement? Data(JsonElement frame) => frame.Text("data") is { } data ? WireJson.Parse(Encoding.UTF8.GetBytes(data)) : null;

    private static JsonObject Ack(string id, JsonObject data) => new()
    {
        ["code"] = 200, ["headers"] = new JsonObject { ["contentType"] = "application/json", ["messageId"] = id }, ["message"] = "OK", ["data"] = data.ToJsonString(),
    };

    private static JsonNode? Copy(JsonElement? json) => json is { } element ? JsonNode.Parse(element.GetRawText()) : null;
}
