using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;
using SalesBot.Words;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>A message as a card of Feishu's, within its limits. What does not fit is said in a line below; no button goes without a word.</summary>
internal sealed class FeishuCard(WordBook words)
{
    public const int MostElements = 200;

    /// <summary>Feishu takes 30 KB of a request, in which the card is a text.</summary>
    public const int MostBytes = 28 * 1024;

    private const int LongestHeader = 100;
    private const int LongestSummary = 100;

    private static readonly FeishuLayout.Density[] Densities = Enum.GetValues<FeishuLayout.Density>();

    /// <summary>Null where the text alone says everything, and where nothing else would fit. What takes a card's place is always one.</summary>
    public string? Of(Outgoing message, CardOutline? card)
    {
        var reply = message.Content;
        if (card is null && reply.QuickReplies.Count == 0 && message.UpdatesActivityId is null)
        {
            return null;
        }

        IReadOnlyList<CardBlock> blocks = card?.Blocks ?? [new CardText(reply.Text, Subtle: false)];
        foreach (var density in Densities)
        {
            var layout = new FeishuLayout(message.To.IsGroup, density);
            var header = blocks is [CardHeading { Text.Length: <= LongestHeader } first, _, ..] ? first.Text : null;
            var laid = layout.Lay(header is null ? blocks : [.. blocks.Skip(1)]);
            var suggestions = layout.Suggestions(reply.QuickReplies).ToList();
            var shortened = density == FeishuLayout.Density.Joined;
            do
            {
                var note = shortened || layout.Left.Count > 0 ? Note(layout.Left, reply.Language ?? ReplyRenderer.LanguageOf(null, message.To.Locale)) : null;
                var whole = Whole(header, [.. laid, .. note is null ? [] : new[] { note }, .. suggestions], reply.Text);
                if (Fits(whole) is { } fitting)
                {
                    return fitting;
                }
            }
            while (shortened && Shorten(laid));
        }

        return null;
    }

    private JsonObject Note(IReadOnlyList<string> left, string language) => FeishuLayout.Text(
        words.Get(language, left.Count > 0 ? "Channel.too_long" : "Channel.shortened").Replace("{0}", string.Join(" · ", left), StringComparison.Ordinal),
        "notation");

    private static JsonObject Whole(string? header, List<JsonObject> elements, string text)
    {
        var card = new JsonObject
        {
            ["schema"] = "2.0",
            ["config"] = new JsonObject { ["update_multi"] = true, ["enable_forward"] = false, ["summary"] = new JsonObject { ["content"] = TextCut.To(text.Length == 0 ? " " : text, LongestSummary) } },
            ["body"] = new JsonObject { ["elements"] = new JsonArray([.. elements.Select(e => e.Parent is null ? e : e.DeepClone())]) },
        };
        if (header is not null)
        {
            card["header"] = new JsonObject { ["title"] = FeishuLayout.Plain(header), ["template"] = "blue" };
        }

        return card;
    }

    private static string? Fits(JsonObject card)
    {
        var json = card.ToJsonString(FeishuClient.Wire);
        return Elements(card) <= MostElements && JsonSerializer.SerializeToUtf8Bytes(json, FeishuClient.Wire).Length <= MostBytes ? json : null;
    }

    /// <summary>Drops the last text; false when there is none.</summary>
    private static bool Shorten(List<JsonObject> laid)
    {
        var last = laid.FindLastIndex(e => (string?)e["tag"] is "div");
        if (last >= 0)
        {
            laid.RemoveAt(last);
        }

        return last >= 0;
    }

    private static int Elements(JsonNode? node) => node switch
    {
        JsonObject o => (o.ContainsKey("tag") ? 1 : 0) + o.Sum(m => Elements(m.Value)),
        JsonArray a => a.Sum(Elements),
        _ => 0,
    };
}
