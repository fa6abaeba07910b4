using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.WeCom;

/// <summary><c>/api/wecom/callback</c>: WeCom's check of the address, what members say to the app, and buttons of its cards.</summary>
internal static class WeComCallback
{
    public const string Path = "/api/wecom/callback";

    private const int LongestId = 200;
    private const int LongestTask = 128;
    private const int LongestCode = 1000;

    /// <summary>Plain, within a second: nothing is looked up.</summary>
    public static async Task<IResult> VerifyAsync(HttpContext http, WeComGate gate) =>
        await gate.AdmitAsync(http) is { } request ? Results.Bytes(request.Message, "text/plain") : Results.Empty;

    public static async Task<IResult> TakeAsync(HttpContext http, WeComGate gate, AcknowledgedTurns turns, WeComPeople people, TimeProvider time)
    {
        if (await gate.AdmitAsync(http) is not { } request || gate.Read(http, request) is not { } xml)
        {
            return Results.Empty;
        }

        if (Read(xml, time.GetUtcNow(), people.Fetching) is { } turn && await AcknowledgedTurns.FaultAsync(async () =>
        {
            if (await people.ReadyAsync(turn, Code(xml), CancellationToken.None) is { } ready)
            {
                await turns.TakeAsync(ready, people.MeetAsync, http.Response.Sent());
            }
        }) is { } fault)
        {
            // WeCom brings it again.
            gate.Forget(request);
            gate.Refuse(http, StatusCodes.Status500InternalServerError, fault);
            return Results.Empty;
        }

        return Results.Ok();
    }

    /// <summary>Null for what needs no answer.</summary>
    /// <param name="fetch">How a file is fetched, by its media id and kind.</param>
    public static Turn? Read(XElement xml, DateTimeOffset now, Func<string, string, Func<CancellationToken, Task<IReadOnlyList<ReceivedFile>>>> fetch)
    {
        if (WeComRoute.From(xml.Text("FromUserName")) is not { } from || Id(xml) is not { } id)
        {
            return null;
        }

        var kind = xml.Text("MsgType")!;
        return kind switch
        {
            "text" when xml.Text("Content")?.Trim() is { Length: > 0 } text => new Turn(TurnKind.Said, from, id, now) { Text = text },
            "link" when xml.Text("Url") is { } address => new Turn(TurnKind.Said, from, id, now) { Text = $"{xml.Text("Title")} {address}".Trim() },
            "image" or "file" or "voice" or "video" when xml.Text("MediaId") is { Length: <= 500 } media => new Turn(TurnKind.Said, from, id, now) { Fetch = fetch(media, kind) },
            "event" => xml.Text("Event") switch
            {
                // Told each time that the app is opened: one name, so that one is greeted.
                "subscribe" or "enter_agent" => new Turn(TurnKind.Joined, from, "joined:" + from.UserId, now),
                "template_card_event" when xml.Text("EventKey") is { } key && xml.Text("TaskId") is { Length: <= LongestTask } task => ButtonValue.Read(key)?.Pressed(new Turn(TurnKind.Pressed, from, id, now), task),
                _ => null,
            },
            _ => null,
        };
    }

    /// <summary>By which the pressed card may be changed once.</summary>
    private static string? Code(XElement xml) => xml.Text("ResponseCode") is { Length: <= LongestCode } code ? code : null;

    /// <summary>A message has an id of its own; an event is known by who did what when.</summary>
    private static string? Id(XElement xml)
    {
        if (xml.Text("MsgId") is { } id)
        {
            return id.Length <= LongestId ? id : null;
        }

        string?[] parts = [xml.Text("FromUserName"), xml.Text("CreateTime"), xml.Text("Event"), xml.Text("TaskId"), xml.Text("EventKey")];
        return xml.Text("CreateTime") is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}
