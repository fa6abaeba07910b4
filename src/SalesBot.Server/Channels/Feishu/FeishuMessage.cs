using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>What somebody typed or handed in. Whoever is named stands in the text as a key.</summary>
/// <param name="Mentions">Key, open id and name of each who is named.</param>
internal sealed partial record FeishuMessage(string Text, IReadOnlyList<SentResource> Files, IReadOnlyList<(string Key, string? Id, string Name)> Mentions)
{
    /// <summary>Null for what the bot cannot read: stickers, places, forwarded talks.</summary>
    public static FeishuMessage? Read(JsonElement message)
    {
        if (message.Text("content") is not { } text || WireJson.Parse(Encoding.UTF8.GetBytes(text)) is not { } content)
        {
            return null;
        }

        (string Text, IReadOnlyList<SentResource> Files)? read = message.Text("message_type") switch
        {
            "text" => (content.Text("text") ?? "", []),
            "post" => Post(content),
            "image" => ("", Resources(SentResource.Image(content))),
            "file" or "media" or "audio" => ("", Resources(SentResource.File(content))),
            _ => null,
        };
        return read is { } found ? new FeishuMessage(found.Text, found.Files, [.. message.Items("mentions").Select(m => (m.Text("key") ?? "", m.Text("id", "open_id"), m.Text("name") ?? ""))]) : null;
    }

    public bool Names(string? user) => user is not null && Mentions.Any(m => string.Equals(m.Id, user, StringComparison.Ordinal));

    /// <summary>The words without the bot's own name; colleagues keep theirs.</summary>
    public string Said(string? bot) => Key().Replace(Text, found => Mentions.FirstOrDefault(m => m.Key == found.Value) switch
    {
        (null, _, _) => " ",
        var (_, id, _) when id is not null && id == bot => " ",
        var (_, _, name) => name,
    }).Replace('\u00A0', ' ').Trim();

    private static (string Text, IReadOnlyList<SentResource> Files) Post(JsonElement content)
    {
        var (lines, files) = (new List<string> { content.Text("title") ?? "" }, new List<SentResource>());
        foreach (var paragraph in content.Items("content").Where(p => p.ValueKind == JsonValueKind.Array))
        {
            lines.Add(string.Concat(paragraph.EnumerateArray().Select(piece => piece.Text("tag") switch
            {
                "at" => piece.Text("user_id"),
                "a" => piece.Text("text") ?? piece.Text("href"),
                "img" or "media" or "emotion" => null,
                _ => piece.Text("text"),
            })));
            files.AddRange(paragraph.EnumerateArray().SelectMany(piece => Resources(piece.Text("tag") switch { "img" => SentResource.Image(piece), "media" => SentResource.File(piece), _ => null })));
        }

        return (string.Join('\n', lines.Where(l => l.Length > 0)), files);
    }

    private static IReadOnlyList<SentResource> Resources(SentResource? one) => one is null ? [] : [one];

    [GeneratedRegex(@"@_(user_\d+|all)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Key();
}

/// <summary>A file that lies with Feishu.</summary>
/// <param name="Kind">What Feishu calls its type: <c>file</c> or <c>image</c>.</param>
internal sealed record SentResource(string Key, string Kind, string Name)
{
    public static SentResource? Image(JsonElement content) => FeishuRoute.IsId(content.Text("image_key")) ? new SentResource(content.Text("image_key")!, "image", "image") : null;

    public static SentResource? File(JsonElement content) => FeishuRoute.IsId(content.Text("file_key")) ? new SentResource(content.Text("file_key")!, "file", content.Text("file_name") ?? "file") : null;
}
