using System.Text.Json;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>What was said to the robot, as it comes over HTTP and over the stream alike (PROTOCOLS.md E.1).</summary>
internal static class DingTalkMessage
{
    private const int LongestId = 200;
    private const int LongestCode = 2000;

    /// <summary>A file to be exchanged for its content.</summary>
    internal sealed record Sent(string Code, string Name);

    /// <summary>Not sent to our company, or to another robot of it.</summary>
    public static bool IsForAnother(JsonElement json, DingTalkOptions options) => json.Text("chatbotCorpId") != options.CorpId || (json.Text("robotCode") is { } robot && robot != options.Robot);

    /// <summary>Said by somebody of another company, in a group with ours.</summary>
    public static bool IsForeign(JsonElement json, DingTalkOptions options) => json.Text("senderCorpId") != options.CorpId;

    /// <summary>Null for what needs no answer: without words and files, or of nobody of the company.</summary>
    /// <param name="vouched">Whether an address is DingTalk's.</param>
    public static Turn? Read(JsonElement json, DateTimeOffset now, Func<string?, bool> vouched, Func<IReadOnlyList<Sent>, Func<CancellationToken, Task<IReadOnlyList<ReceivedFile>>>> fetch)
    {
        var webhook = json.Text("sessionWebhook");
        var until = json.At("sessionWebhookExpiredTime") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var moment) ? moment : 0;
        var group = json.Text("conversationType") == "2";
        if (json.Text("msgId") is not { Length: > 0 and <= LongestId } id || DingTalkRoute.From(json.Text("conversationId"), json.Text("senderStaffId"), group, vouched(webhook) ? webhook : null, until) is not { } from)
        {
            return null;
        }

        var (text, files) = Content(json);
        return text.Length == 0 && files.Count == 0 ? null : new Turn(TurnKind.Said, from, id, now) { Text = text, Fetch = files.Count > 0 ? fetch(files) : null };
    }

    private static (string Text, IReadOnlyList<Sent> Files) Content(JsonElement json)
    {
        var content = json.At("content") ?? default;
        var kind = json.Text("msgtype");
        return kind switch
        {
            // A sample of the vendor has the text in the place of the object.
            "text" => ((json.Text("text", "content") ?? json.Text("content") ?? json.Text("content", "content") ?? "").Trim(), []),
            "richText" => (string.Concat(content.Items("richText").Select(p => p.Text("text"))).Trim(), [.. content.Items("richText").Select(p => File(p, "picture.jpg")).OfType<Sent>()]),
            "audio" when content.Text("recognition") is { Length: > 0 } heard => (heard.Trim(), []),
            "picture" or "audio" or "video" or "file" => ("", File(content, kind switch { "picture" => "picture.jpg", "audio" => "audio.amr", "video" => "video.mp4", _ => "file" }) is { } one ? [one] : []),
            _ => ("", []),
        };
    }

    private static Sent? File(JsonElement part, string usual) =>
        part.Text("downloadCode") is { Length: > 0 and <= LongestCode } code ? new Sent(code, part.Text("fileName") is { Length: > 0 } name ? name : usual) : null;
}
