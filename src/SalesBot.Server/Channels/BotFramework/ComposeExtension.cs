using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels.BotFramework.Schema;
using SalesBot.Sharing;
using SalesBot.Words;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>
/// The compose box of Teams: deals and customers of whoever searches (<c>composeExtension/query</c>), and the one that a pasted link of ours names
/// (<c>composeExtension/queryLink</c>), each as a card that says names alone; who reads it opens what they may see.
/// </summary>
internal sealed class ComposeExtension(Func<FindRecords> records, WordBook words, TimeProvider time)
{
    public const string Query = "composeExtension/query";
    public const string PastedLink = "composeExtension/queryLink";

    private const int MostFound = 25;

    public Task<InvokeResponse> AnswerAsync(Activity activity, bool vouched, CancellationToken cancel) => activity.Name is PastedLink ? UnfurlAsync(activity, vouched, cancel) : FindAsync(activity, vouched, cancel);

    private async Task<InvokeResponse> FindAsync(Activity activity, bool vouched, CancellationToken cancel)
    {
        var from = ActivityToTurn.From(activity, activity.From);
        var found = await records().RunAsync(from, vouched ? null : activity.From?.Id, Asked(activity.Value), Page(activity.Value), time.GetUtcNow(), cancel);
        return found is { Count: > 0 } ? Result(found.Select(f => Attachment(from.Channel, f)))
            : Answer(new JsonObject { ["type"] = "message", ["text"] = words.Get(WordBook.Serving(from.Locale ?? WordBook.Chinese), found is null ? "Share.not_you" : "Share.nothing") });
    }

    /// <summary>A link of somebody else's, to nothing, or to what its writer may not see stays a bare link.</summary>
    private async Task<InvokeResponse> UnfurlAsync(Activity activity, bool vouched, CancellationToken cancel)
    {
        var from = ActivityToTurn.From(activity, activity.From);
        var found = await records().OfLinkAsync(from, vouched ? null : activity.From?.Id, activity.Value?.Text("url"), time.GetUtcNow(), cancel);
        return found is null ? new InvokeResponse(StatusCodes.Status200OK) { Other = [] } : Result([Attachment(from.Channel, found)]);
    }

    private static InvokeResponse Result(IEnumerable<JsonNode> attachments) =>
        Answer(new JsonObject { ["type"] = "result", ["attachmentLayout"] = "list", ["attachments"] = new JsonArray([.. attachments]) });

    private static InvokeResponse Answer(JsonObject found) => new(StatusCodes.Status200OK) { Other = new JsonObject { ["composeExtension"] = found } };

    private static JsonObject Attachment(string channel, FoundRecord found) => new()
    {
        ["contentType"] = ContentTypes.AdaptiveCard,
        ["content"] = JsonObject.Create(CardDialect.For(channel, found.Card)),
        ["preview"] = new JsonObject { ["contentType"] = "application/vnd.microsoft.card.thumbnail", ["content"] = new JsonObject { ["title"] = found.Title, ["text"] = found.Detail } },
    };

    /// <summary>What was typed; empty when the box was only opened.</summary>
    private static string Asked(JsonElement? value) => value?.Items("parameters").Where(p => p.Text("name") is "query").Select(p => p.Text("value")).FirstOrDefault() ?? "";

    private static (int Skip, int Count) Page(JsonElement? value) => (Math.Clamp(Number(value, "skip") ?? 0, 0, 10_000), Math.Clamp(Number(value, "count") ?? MostFound, 1, MostFound));

    private static int? Number(JsonElement? value, string name) => value?.At("queryOptions", name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) ? count : null;
}
