using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;
using SalesBot.Words;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>The way out to DingTalk: Markdown to the address that came with a message, or by the API; cards of a template, which change in place.</summary>
internal sealed class DingTalkMessenger(DingTalkClient dingtalk, DingTalkCard kit, EdgeNotes notes, ButtonCodes codes, DingTalkMessenger.Surroundings around) : IMessenger
{
    /// <summary>What the service gives it.</summary>
    internal sealed record Surroundings(SendPace Pace, IOptions<DingTalkOptions> Options, TimeProvider Time, ILogger<DingTalkMessenger> Log);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An address that ends within it is not begun with any more.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private DingTalkOptions Options => around.Options.Value;

    public bool Serves(string channel) => Options.IsOn && string.Equals(channel, DingTalkRoute.ChannelId, StringComparison.Ordinal);

    /// <summary>Whether DingTalk gives our app a token, or why not. Sends nothing.</summary>
    public async Task<(bool Good, Word Text)> TryAsync(CancellationToken cancellationToken) =>
        await dingtalk.FaultAsync(cancellationToken) is { } fault ? ChannelStanding.Trouble(fault, "Check.dingtalk_fails") : (true, new Word("Check.dingtalk_fine", Options.AppKey!));

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (DingTalkRoute.Of(message.To) is not { } route)
        {
            return Delivery.Refused("badRoute");
        }

        var card = CardOutline.For(message, around.Log);
        var said = message.Said;
        if (message.UpdatesActivityId is { } shown)
        {
            (var updated, said) = await UpdateAsync(message, card, route, shown, cancellationToken);
            if ((updated ?? (message.MayComeBelow ? null : Delivery.Accepted(shown))) is { } done)
            {
                return done;
            }
        }

        return await PostAsync(message, card, route, said, cancellationToken);
    }

    /// <summary>Sends it anew.</summary>
    /// <param name="said">How much of what stands before the card was said already.</param>
    private async Task<Delivery> PostAsync(Outgoing message, CardOutline? card, DingTalkRoute route, int said, CancellationToken cancel)
    {
        var laid = kit.Of(message.Content, card, message.To.Locale, Options.Template is not null);
        // A card that was refused counts as said; what is more is said of the text with links in its place.
        var refused = laid.Texts.Count + 1;
        if (laid.Card is null || said < refused)
        {
            (var answer, said) = await SayAsync(message.To, route, laid, said, cancel);
            if (answer.Error is not null || laid.Card is null)
            {
                return answer.Delivered(Id(answer)) with { Said = said };
            }

            var name = $"sb-{Guid.NewGuid():N}";
            if (!await notes.TryKeepAsync(DingTalkRoute.ChannelId, DingTalkInbox.Cards, [(name, JsonSerializer.Serialize(message.To))], around.Time.GetUtcNow(), cancel))
            {
                return PlatformAnswer.NoNotes.Delivered(null) with { Said = said };
            }

            answer = await DeliverAsync(message.To, route, laid, name, cancel);
            if (answer is not { Error: not null, RetryAfter: null })
            {
                return answer.Delivered(name) with { Said = said };
            }

            said = refused;
        }

        var (text, plain) = await SayAsync(message.To, route, kit.Of(message.Content, card, message.To.Locale, template: false), said - refused, cancel);
        return text.Delivered(Id(text)) with { Said = refused + plain };

        // A text cannot change, but who has it instead of a card hears of the end of what it is about.
        static string? Id(PlatformAnswer answer) => answer.Body.ValueKind == JsonValueKind.Object ? answer.Body.Text("processQueryKey") : null;
    }

    private async Task<PlatformAnswer> DeliverAsync(Address to, DingTalkRoute route, DingTalkLaid laid, string name, CancellationToken cancel)
    {
        if (await around.Pace.EnterAsync(to.ConversationId, cancel) is { } wait)
        {
            return new PlatformAnswer(default, "pace", wait);
        }

        var space = new JsonObject { ["supportForward"] = false, ["lastMessageI18n"] = new JsonObject { ["ZH_CN"] = laid.Title, ["EN_US"] = laid.Title } };
        var body = new JsonObject
        {
            ["cardTemplateId"] = Options.Template, ["outTrackId"] = name, ["callbackType"] = Options.Stream ? "STREAM" : "HTTP", ["cardData"] = new JsonObject { ["cardParamMap"] = laid.Card!.DeepClone() }, ["userIdType"] = 1,
        };
        if (!Options.Stream)
        {
            body["callbackRouteKey"] = Options.CardRouteKey;
        }

        if (route.Group is { } group)
        {
            (body["openSpaceId"], body["imGroupOpenSpaceModel"], body["imGroupOpenDeliverModel"]) = ("dtv1.card//IM_GROUP." + group, space, new JsonObject { ["robotCode"] = Options.Robot });
        }
        else
        {
            (body["openSpaceId"], body["imRobotOpenSpaceModel"], body["imRobotOpenDeliverModel"]) = ("dtv1.card//IM_ROBOT." + to.UserId, space, new JsonObject { ["spaceType"] = "IM_ROBOT", ["robotCode"] = Options.Robot });
        }

        var answer = await dingtalk.CallAsync(HttpMethod.Post, "v1.0/card/instances/createAndDeliver", body, cancel);
        var undelivered = answer.Error is null && answer.Body.At("result") is { } result && result.Items("deliverResults").Any(r => r.At("success") is { ValueKind: JsonValueKind.False });
        return undelivered ? answer with { Error = "notDelivered" } : answer;
    }

    /// <summary>No delivery when the card cannot be changed (any more); and how much of what did not fit it was said.</summary>
    private async Task<(Delivery? Done, int Said)> UpdateAsync(Outgoing message, CardOutline? card, DingTalkRoute route, string shown, CancellationToken cancel)
    {
        var cards = await notes.FindAsync(DingTalkRoute.ChannelId, DingTalkInbox.Cards, shown, DateTimeOffset.MinValue, cancel);
        if (cards.Count == 0)
        {
            return (null, message.Said);
        }

        var laid = kit.Of(message.Content, card, message.To.Locale, template: true);
        var variables = laid.Card ?? new JsonObject { ["title"] = laid.Title, ["content"] = laid.Texts is [{ Length: <= DingTalkCard.LongestVariable / 3 } only] ? only : "", ["buttons"] = "[]" };
        // What does not fit the card comes below it, where somebody waits for it.
        var below = laid with { Texts = message.MayComeBelow && (laid.Card is not null || (string?)variables["content"] == "") ? laid.Texts : [] };
        var (told, said) = await SayAsync(message.To, route, below, message.Said, cancel);
        if (told.Error is not null)
        {
            return (told.Delivered(null) with { Said = said }, said);
        }

        var body = new JsonObject
        {
            ["outTrackId"] = shown, ["cardData"] = new JsonObject { ["cardParamMap"] = variables.DeepClone() }, ["cardUpdateOptions"] = new JsonObject { ["updateCardDataByKey"] = true, ["updatePrivateDataByKey"] = true },
        };
        var answer = await dingtalk.CallAsync(HttpMethod.Put, "v1.0/card/instances", body, cancel);
        return (answer is { Error: not null, RetryAfter: null } ? null : answer.Delivered(shown) with { Said = said }, said);
    }

    /// <summary>Says the pieces that were not said before; returns how many now were.</summary>
    private async Task<(PlatformAnswer Answer, int Said)> SayAsync(Address to, DingTalkRoute route, DingTalkLaid laid, int said, CancellationToken cancel)
    {
        if (!await codes.KeepAsync(to, laid.Coded, around.Time.GetUtcNow(), cancel))
        {
            return (PlatformAnswer.NoNotes, said);
        }

        return await Pieces.SendAsync(laid.Texts, said, text => SayAsync(to, route, laid.Title, text, cancel));
    }

    private async Task<PlatformAnswer> SayAsync(Address to, DingTalkRoute route, string title, string text, CancellationToken cancel)
    {
        if (await around.Pace.EnterAsync(to.ConversationId, cancel) is { } wait)
        {
            return new PlatformAnswer(default, "pace", wait);
        }

        var markdown = new JsonObject { ["title"] = title, ["text"] = text };
        if (route.Webhook is { } webhook && route.WebhookUntil > (around.Time.GetUtcNow() + Margin).ToUnixTimeMilliseconds()
            && await dingtalk.AnswerAsync(webhook, new JsonObject { ["msgtype"] = "markdown", ["markdown"] = markdown.DeepClone() }, cancel) is { Error: null or "timeout" } said)
        {
            // What timed out may have arrived: another way would say it twice.
            return said;
        }

        var body = new JsonObject { ["robotCode"] = Options.Robot, ["msgKey"] = "sampleMarkdown", ["msgParam"] = markdown.ToJsonString(Plain) };
        if (route.Group is { } group)
        {
            body["openConversationId"] = group;
            return await dingtalk.CallAsync(HttpMethod.Post, "v1.0/robot/groupMessages/send", body, cancel);
        }

        body["userIds"] = new JsonArray(to.UserId);
        var answer = await dingtalk.CallAsync(HttpMethod.Post, "v1.0/robot/oToMessages/batchSend", body, cancel);
        // Of one receiver only: taken, and yet sent to nobody.
        return answer.Error is not null ? answer
            : answer.Body.Items("invalidStaffIdList").Any() ? answer with { Error = "invalidStaff" }
            : answer.Body.Items("flowControlledStaffIdList").Any() ? answer with { Error = "flowControlled", RetryAfter = TimeSpan.FromMinutes(1) } : answer;
    }
}
