using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Writes to conversations that this service hosts itself: a line in the transcript, which open pages get at once and others when they open.</summary>
internal sealed class DirectLineMessenger(Transcript transcript, TimeProvider clock) : IMessenger
{
    private static readonly ChannelAccount Bot = new() { Id = Conversations.BotId, Name = Conversations.BotName, Role = RoleTypes.Bot };

    public bool Serves(string channel) => string.Equals(channel, Conversations.Channel, StringComparison.Ordinal);

    public Address? Reach(string personKey) => Conversations.Seat(Conversations.Of(personKey), personKey, locale: null);

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken) => Delivery.Accepted(
        await transcript.AppendAsync(message.To.ConversationId, id => Write(Unthreaded(message), id), message.UpdatesActivityId, clock.GetUtcNow(), cancellationToken));

    /// <summary>A greeting answers the opening, which no page has as a message: Web Chat would hold it back for five seconds, waiting for that.</summary>
    private static Outgoing Unthreaded(Outgoing message) =>
        message.ReplyToId is { } asked && Conversations.Sequence(message.To.ConversationId, asked) is 0 ? message with { ReplyToId = null } : message;

    private static JsonObject Write(Outgoing message, string id)
    {
        var activity = ReplyToActivity.Write(message, new BotFramework.Schema.ConversationReference
        {
            ChannelId = Conversations.ChannelId,
            Bot = Bot,
            User = new ChannelAccount { Id = message.To.UserId, Role = RoleTypes.User },
            Conversation = new ConversationAccount { Id = message.To.ConversationId },
        });
        var json = JsonSerializer.SerializeToNode(activity, BotFrameworkJson.Wire.Activity)!.AsObject();
        PressableCard.Stamp(json["attachments"], id);
        return json;
    }
}
