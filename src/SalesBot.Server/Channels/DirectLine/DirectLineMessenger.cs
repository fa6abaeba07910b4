using System.Text.Json.Nodes;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Writes to conversations that this service hosts itself: a line in the transcript, which open pages get at once and others when they open.</summary>
internal sealed class DirectLineMessenger(Transcript transcript, TimeProvider clock) : IMessenger
{
    public bool Serves(string channel) => string.Equals(channel, Conversations.Channel, StringComparison.Ordinal);

    public Address? Reach(string personKey) => new(Conversations.Channel, Conversations.Of(personKey), personKey, IsGroup: false, Locale: null, Route: "");

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken) => Delivery.Accepted(
        await transcript.AppendAsync(message.To.ConversationId, id => Activity(message, id), message.UpdatesActivityId, clock.GetUtcNow(), cancellationToken));

    private static JsonObject Activity(Outgoing message, string id)
    {
        var (content, to) = (message.Content, message.To);
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["channelId"] = Conversations.ChannelId,
            ["from"] = new JsonObject { ["id"] = Conversations.BotId, ["name"] = Conversations.BotName, ["role"] = "bot" },
            ["recipient"] = new JsonObject { ["id"] = to.UserId },
            ["conversation"] = new JsonObject { ["id"] = to.ConversationId },
        };
        if (message.ReplyToId is not null)
        {
            activity["replyToId"] = message.ReplyToId;
        }

        if (content.Card is null)
        {
            activity["text"] = content.Text;
        }
        else
        {
            // The card says it all; the text is for what cannot show it.
            activity["summary"] = content.Text;
            activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = PressableCard.Write(content.Card, id) });
        }

        if (content.QuickReplies.Count > 0)
        {
            activity["suggestedActions"] = new JsonObject
            {
                ["to"] = new JsonArray(to.UserId),
                ["actions"] = new JsonArray([.. content.QuickReplies.Select(q => new JsonObject { ["type"] = "imBack", ["title"] = q.Title, ["value"] = q.Says })]),
            };
        }

        return activity;
    }
}
