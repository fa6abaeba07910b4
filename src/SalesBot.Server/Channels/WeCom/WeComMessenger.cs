using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;
using SalesBot.Words;

namespace SalesBot.Server.Channels.WeCom;

/// <summary>The way out to WeCom: <c>message/send</c>, and <c>message/update_template_card</c> for a card that changes in place, which takes a code that is good once.</summary>
internal sealed class WeComMessenger(WeComClient wecom, WeComCard kit, WeComDesk desk, WeComMessenger.Surroundings around) : IMessenger
{
    /// <summary>What the service gives it.</summary>
    internal sealed record Surroundings(SendPace Pace, IOptions<WeComOptions> Options, TimeProvider Time, ILogger<WeComMessenger> Log);

    /// <summary>Codes are good for 72 hours.</summary>
    private static readonly TimeSpan CodeLives = TimeSpan.FromHours(72);

    public bool Serves(string channel) => around.Options.Value.IsOn && string.Equals(channel, WeComRoute.ChannelId, StringComparison.Ordinal);

    /// <summary>The app that WeCom knows us as, or why it does not. Sends nothing.</summary>
    public async Task<(bool Good, Word Text)> TryAsync(CancellationToken cancellationToken)
    {
        var answer = await wecom.GetAsync("agent/get", [("agentid", around.Options.Value.AgentId.ToString(System.Globalization.CultureInfo.InvariantCulture))], cancellationToken);
        return answer.Error is null
            ? (true, new Word("Check.wecom_fine", answer.Body.Text("name") ?? ""))
            : ChannelStanding.Trouble(answer, "Check.wecom_fails");
    }

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var card = CardOutline.For(message, around.Log);
        if (message.UpdatesActivityId is not { } shown)
        {
            return await PostAsync(message, card, message.Said, cancellationToken);
        }

        var (updated, said) = await UpdateAsync(message, card, shown, cancellationToken);
        return updated ?? (message.MayComeBelow
            ? await PostAsync(message, card, said, cancellationToken)
            // It was to be kept up to date and can be no more; pressed, it is answered with the present state.
            : Delivery.Accepted(shown));
    }

    /// <summary>Sends it anew.</summary>
    /// <param name="said">How much of what stands before the card was said already.</param>
    private async Task<Delivery> PostAsync(Outgoing message, CardOutline? card, int said, CancellationToken cancel)
    {
        var task = $"sb-{Guid.NewGuid():N}";
        var laid = kit.Of(message.Content, card, message.To.Locale, task);
        // A card that was refused counts as said; what is more is said of the text in its place.
        var refused = laid.Texts.Count + 1;
        if (laid.Card is null || said < refused)
        {
            (var answer, said) = await SayAsync(message.To, laid, said, cancel);
            if (answer.Error is not null || laid.Card is null)
            {
                return answer.Delivered(Id(answer)) with { Said = said };
            }

            answer = await SendAsync(message.To, "template_card", laid.Card, cancel);
            if (answer is not { Error: not null, RetryAfter: null } || IsLost(answer))
            {
                if (answer.Error is null && answer.Body.Text("response_code") is { } code)
                {
                    // Without it the card cannot change any more; it is there all the same.
                    await desk.Notes.TryKeepAsync(WeComRoute.ChannelId, message.To.ConversationId, [(task, code)], around.Time.GetUtcNow(), cancel);
                }

                return answer.Delivered(task) with { Said = said };
            }

            said = refused;
        }

        var (text, plain) = await SayAsync(message.To, kit.Of(message.Content, card, message.To.Locale, task, room: 0), said - refused, cancel);
        return text.Delivered(Id(text)) with { Said = refused + plain };

        static string? Id(PlatformAnswer answer) => answer.Body.ValueKind == JsonValueKind.Object ? answer.Body.Text("msgid") : null;
    }

    /// <summary>No delivery when there is no code left by which the card could be changed; and how much of what did not fit it was said.</summary>
    private async Task<(Delivery? Done, int Said)> UpdateAsync(Outgoing message, CardOutline? card, string shown, CancellationToken cancel)
    {
        var now = around.Time.GetUtcNow();
        var codes = await desk.Notes.FindAsync(WeComRoute.ChannelId, message.To.ConversationId, shown, now - CodeLives, cancel);
        if (codes.Count == 0)
        {
            return (null, message.Said);
        }

        var laid = kit.Of(message.Content, card, message.To.Locale, shown, replaces: true);
        // What does not fit the card comes below it, where somebody waits for it. First, as the code is good once.
        var (told, said) = message.MayComeBelow ? await SayAsync(message.To, laid, message.Said, cancel) : (new PlatformAnswer(default), 0);
        if (told.Error is not null)
        {
            return (told.Delivered(null) with { Said = said }, said);
        }

        foreach (var code in codes)
        {
            var body = new JsonObject { ["userids"] = new JsonArray(message.To.UserId), ["agentid"] = around.Options.Value.AgentId, ["response_code"] = code.Value, ["template_card"] = laid.Card!.DeepClone() };
            var answer = await wecom.PostAsync("message/update_template_card", body, cancel);
            if (answer.RetryAfter is not null)
            {
                return (answer.Delivered(null) with { Said = said }, said);
            }

            await desk.Notes.ForgetAsync(code, cancel);
            if (answer.Error is null)
            {
                return (Delivery.Accepted(shown), said);
            }
        }

        return (null, said);
    }

    /// <summary>Says the pieces that were not said before; returns how many now were.</summary>
    private async Task<(PlatformAnswer Answer, int Said)> SayAsync(Address to, WeComMessage laid, int said, CancellationToken cancel)
    {
        if (!await desk.Codes.KeepAsync(to, laid.Coded, around.Time.GetUtcNow(), cancel))
        {
            return (PlatformAnswer.NoNotes, said);
        }

        return await Pieces.SendAsync(laid.Texts, said, text => SendAsync(to, "text", new JsonObject { ["content"] = text }, cancel));
    }

    private async Task<PlatformAnswer> SendAsync(Address to, string kind, JsonObject content, CancellationToken cancel)
    {
        if (await around.Pace.EnterAsync(to.UserId, cancel) is { } wait)
        {
            return new PlatformAnswer(default, "pace", wait);
        }

        var answer = await wecom.PostAsync("message/send", new JsonObject { ["touser"] = to.UserId, ["msgtype"] = kind, ["agentid"] = around.Options.Value.AgentId, [kind] = content }, cancel);
        // Of one receiver only: taken, and yet sent to nobody.
        return answer.Error is null && (answer.Body.Text("invaliduser") ?? answer.Body.Text("unlicenseduser")) is { Length: > 0 } ? answer with { Error = "invaliduser" } : answer;
    }

    /// <summary>Nothing reaches this member, in whatever form.</summary>
    private static bool IsLost(PlatformAnswer answer) => answer.Error is "invaliduser" or "81013" or "40003" or "60111";
}
