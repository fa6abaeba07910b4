using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>The way out to Feishu: messages and replies, and a card that changes in place.</summary>
internal sealed class FeishuMessenger(FeishuClient feishu, [FromKeyedServices(FeishuRoute.ChannelId)] SendPace pace, FeishuCard kit, IOptions<FeishuOptions> options, ILogger<FeishuMessenger> log) : IMessenger
{
    /// <summary>The message that is answered or updated is gone, or too old: recalled, its topic closed, hidden, about to vanish.</summary>
    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal) { "230011", "230019", "230050", "230110", "230111" };

    /// <summary>The card is none that Feishu takes, by its length or otherwise.</summary>
    private static readonly HashSet<string> NoCard = new(StringComparer.Ordinal) { "230001", "230025", "230028", "230099" };

    public bool Serves(string channel) => options.Value.IsOn && string.Equals(channel, FeishuRoute.ChannelId, StringComparison.Ordinal);

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (FeishuRoute.Of(message.To) is not { } route)
        {
            return Delivery.Refused("badRoute");
        }

        var answer = await PostAsync(message, route, cancellationToken);
        while (answer is { Error: { } refused, RetryAfter: null } && Lesser(message, refused) is { } lesser)
        {
            message = lesser;
            answer = await PostAsync(message, route, cancellationToken);
        }

        return answer.Delivered((answer.Error is null ? answer.Body.Text("data", "message_id") : null) ?? message.UpdatesActivityId);
    }

    private async Task<PlatformAnswer> PostAsync(Outgoing message, FeishuRoute route, CancellationToken cancel)
    {
        if (await pace.EnterAsync(route.Chat, cancel) is { } wait)
        {
            return new PlatformAnswer(default, "pace", wait);
        }

        var card = kit.Of(message, CardOutline.For(message, log));
        if (message.UpdatesActivityId is { } updated)
        {
            return card is null || !FeishuRoute.IsId(updated)
                ? new PlatformAnswer(default, "230099")
                : await feishu.CallAsync(new FeishuCall(HttpMethod.Patch, "im.message.patch", $"im/v1/messages/{updated}", new JsonObject { ["content"] = card }), cancel);
        }

        var (kind, content) = card is null ? FeishuText.Write(message.Content.Text) : ("interactive", card);
        var body = new JsonObject { ["msg_type"] = kind, ["content"] = content };
        if (message.Once is { } once)
        {
            // Feishu takes it once within an hour; the same answer may be two different messages of one turn.
            body["uuid"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(once + content)))[..32];
        }

        if (message.To.IsGroup && message.ReplyToId is not null && route.Message is { } answered)
        {
            return await feishu.CallAsync(new FeishuCall(HttpMethod.Post, "im.message.reply", $"im/v1/messages/{answered}/reply", body), cancel);
        }

        body["receive_id"] = route.Chat;
        return await feishu.CallAsync(new FeishuCall(HttpMethod.Post, "im.message.create", "im/v1/messages?receive_id_type=chat_id", body), cancel);
    }

    /// <summary>
    /// What to try instead: an answer to a press that cannot replace the card comes below it, an answer to a message that is gone stands by itself, and a card that Feishu
    /// does not take becomes its text. A card that is only kept up to date is not posted anew.
    /// </summary>
    private static Outgoing? Lesser(Outgoing message, string error) => message switch
    {
        { MayComeBelow: true } => message with { UpdatesActivityId = null },
        { ReplyToId: not null, UpdatesActivityId: null } when Gone.Contains(error) => message with { ReplyToId = null },
        { Content: { Card: not null } or { QuickReplies.Count: > 0 } } when NoCard.Contains(error) => message with { Content = message.Content with { Card = null, QuickReplies = [] } },
        _ => null,
    };
}
