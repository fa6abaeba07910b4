using System.Text.Json;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>Reads what Feishu brings; null for what needs no answer: other bots' words, what was not said to it, events nobody asked for.</summary>
internal sealed class FeishuInbox(FeishuSelf self, FeishuFiles files, TimeProvider time)
{
    /// <summary>The turn that an event is.</summary>
    /// <exception cref="HttpRequestException">Feishu does not say who the bot is, on whose name a message in a group depends.</exception>
    public async Task<Turn?> ReadAsync(JsonElement json, CancellationToken cancel)
    {
        var (said, id) = (json.At("event")!.Value, json.Text("header", "event_id")!);
        return json.Text("header", "event_type") switch
        {
            "im.message.receive_v1" => await MessageAsync(said, cancel),
            "card.action.trigger" => FeishuPress.Read(said, id, time.GetUtcNow()),
            // Told each time; who has a message there already was greeted, or needs no greeting.
            "im.chat.access_event.bot_p2p_chat_entered_v1" when said.Text("last_message_id") is null or "" => Joined(said, isGroup: false),
            "im.chat.member.bot.added_v1" => Joined(said, isGroup: true),
            _ => null,
        };
    }

    private async Task<Turn?> MessageAsync(JsonElement said, CancellationToken cancel)
    {
        if (said.Text("sender", "sender_type") is not "user" || said.At("message") is not { } message || FeishuMessage.Read(message) is not { } read)
        {
            return null;
        }

        // Who the bot is matters only where somebody was named.
        var own = read.Mentions.Count > 0 ? await self.OpenIdAsync(cancel) ?? throw new HttpRequestException() : null;
        var (isGroup, id) = (message.Text("chat_type") is not "p2p", message.Text("message_id"));
        if ((isGroup && !read.Names(own)) || !FeishuRoute.IsId(id) || FeishuRoute.From(message.Text("chat_id"), said.Text("sender", "sender_id", "open_id"), isGroup, id) is not { } from)
        {
            return null;
        }

        var text = read.Said(own);
        return text.Length > 0 || read.Files.Count > 0
            ? new Turn(TurnKind.Said, from, id!, time.GetUtcNow()) { Text = text, Fetch = read.Files.Count > 0 ? stop => files.FetchAsync(id!, read.Files, stop) : null }
            : null;
    }

    private Turn? Joined(JsonElement said, bool isGroup) => FeishuRoute.From(said.Text("chat_id"), said.Text("operator_id", "open_id"), isGroup, message: null) is { } from
        ? new Turn(TurnKind.Joined, from, "joined:" + from.UserId, time.GetUtcNow())
        : null;
}
