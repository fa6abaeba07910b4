using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;
using SalesBot.Words;

namespace SalesBot.Server.Channels.Slack;

/// <summary>The way out to Slack: <c>chat.postMessage</c>, and <c>chat.update</c> for a card that changes in place.</summary>
internal sealed class SlackMessenger(SlackClient slack, [FromKeyedServices(SlackRoute.ChannelId)] SendPace pace, BlockKit kit, IOptions<SlackOptions> options, ILogger<SlackMessenger> log) : IMessenger
{
    // Slack cuts a text at 40,000 by itself.
    private const int LongestText = 39_000;

    public bool Serves(string channel) => options.Value.IsOn && string.Equals(channel, SlackRoute.ChannelId, StringComparison.Ordinal);

    /// <summary>The workspace that lets us in, or why none does. Sends nothing.</summary>
    public async Task<(bool Good, Word Text)> TryAsync(CancellationToken cancellationToken)
    {
        var answer = await slack.AskAsync("auth.test", [], cancellationToken);
        return answer.Error is null
            ? (true, new Word("Check.slack_fine", answer.Body.Text("team") ?? answer.Body.Text("team_id") ?? ""))
            : ChannelStanding.Trouble(answer, "Check.slack_fails");
    }

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (SlackRoute.Of(message.To) is not { } route)
        {
            return Delivery.Refused("badRoute");
        }

        var answer = await PostAsync(message, route, cancellationToken);
        if (answer is { Error: { } refused, RetryAfter: null } && Lesser(message, refused) is { } lesser)
        {
            answer = await PostAsync(lesser, route, cancellationToken);
        }

        return answer.Delivered(answer.Body.Text("ts") ?? message.UpdatesActivityId);
    }

    private async Task<PlatformAnswer> PostAsync(Outgoing message, SlackRoute route, CancellationToken cancel)
    {
        if (await pace.EnterAsync(route.Channel, cancel) is { } wait)
        {
            return new PlatformAnswer(default, "pace", wait);
        }

        var body = Write(message);
        body["channel"] = route.Channel;
        if (message.UpdatesActivityId is { } updated)
        {
            body["ts"] = updated;
            return await slack.PostAsync("chat.update", body, cancel);
        }

        if (route.Thread is { } thread && (message.To.IsGroup || message.ReplyToId is not null))
        {
            body["thread_ts"] = thread;
        }

        return await slack.PostAsync("chat.postMessage", body, cancel);
    }

    private JsonObject Write(Outgoing message)
    {
        var card = CardOutline.For(message, log);
        // An update without blocks keeps the old ones.
        var blocks = kit.Of(message.Content, card, message.To.Locale) ?? (message.UpdatesActivityId is null ? null : []);
        var body = new JsonObject { ["text"] = TextCut.To(SlackText.Escape(message.Content.Text), LongestText), ["mrkdwn"] = false, ["unfurl_links"] = false };
        if (blocks is not null)
        {
            body["blocks"] = blocks;
        }

        return body;
    }

    /// <summary>
    /// What to try instead: blocks that Slack does not take become their text, and an answer to a press that cannot replace the card comes below it. A card that is only
    /// kept up to date is not posted anew.
    /// </summary>
    private static Outgoing? Lesser(Outgoing message, string error) => error switch
    {
        "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" or "msg_too_long" when message.Content is { Card: not null } or { QuickReplies.Count: > 0 } =>
            message with { Content = message.Content with { Card = null, QuickReplies = [] } },
        "message_not_found" or "cant_update_message" or "edit_window_closed" when message.MayComeBelow => message with { UpdatesActivityId = null },
        _ => null,
    };
}
