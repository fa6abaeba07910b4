using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>Takes what reached us, over HTTP or over the stream.</summary>
internal sealed class DingTalkInbox(AcknowledgedTurns turns, DingTalkPeople people, EdgeNotes notes, ButtonCodes codes, DingTalkInbox.Surroundings around)
{
    /// <summary>What the service gives it.</summary>
    internal sealed record Surroundings(IOptions<DingTalkOptions> Options, IHostEnvironment Environment, TimeProvider Time);

    /// <summary>Why somebody of another company is left alone; a refusal would only bring the message again.</summary>
    public const string Foreign = "otherCompany";

    /// <summary>The <see cref="EdgeNote.ConversationId"/> under which is kept where a card is.</summary>
    public const string Cards = "cards";

    /// <summary>DingTalk waits two seconds for the answer to a press, and does not say how long for that to a message.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>As long as a card is kept up to date.</summary>
    private static readonly TimeSpan CardLives = TimeSpan.FromDays(90);

    /// <summary>Null when it was taken, or needs no answer; else why it is refused. Throws when it could not be taken and may come again.</summary>
    public async Task<string?> SayAsync(JsonElement json, Task acknowledged)
    {
        if (DingTalkMessage.IsForAnother(json, around.Options.Value))
        {
            return "notForUs";
        }

        if (DingTalkMessage.IsForeign(json, around.Options.Value))
        {
            return Foreign;
        }

        if (DingTalkMessage.Read(json, around.Time.GetUtcNow(), address => DingTalkRoute.IsTheirs(address, around.Environment), people.Fetching) is { } turn)
        {
            await turns.TakeAsync(await codes.ResolveAsync(turn, CancellationToken.None), people.MeetAsync, acknowledged, Patience);
        }

        return null;
    }

    /// <summary>The same of a button of a card.</summary>
    /// <param name="delivery">By which a repetition is known.</param>
    public async Task<string?> PressAsync(JsonElement json, string delivery, Task acknowledged)
    {
        if (json.Text("corpId") is { } corp && corp != around.Options.Value.CorpId)
        {
            return "notForUs";
        }

        var now = around.Time.GetUtcNow();
        if (DingTalkPress.Read(json, delivery) is not { } press || await PlaceAsync(press, now) is not { } place)
        {
            return null;
        }

        var turn = await codes.ResolveAsync(new Turn(TurnKind.Said, place, press.Id, now) { Text = press.Code }, CancellationToken.None);
        // What is no code is no sentence of the presser's either.
        if (turn.Text != press.Code)
        {
            await turns.TakeAsync(turn.Press is { } found ? turn with { Press = found with { CardActivityId = press.Card } } : turn, people.MeetAsync, acknowledged, Patience);
        }

        return null;
    }

    /// <summary>Where the card is; in a group whoever presses it speaks.</summary>
    private async Task<Address?> PlaceAsync(DingTalkPress press, DateTimeOffset now)
    {
        var found = await notes.FindAsync(DingTalkRoute.ChannelId, Cards, press.Card, now - CardLives, CancellationToken.None);
        return found.Count > 0 && JsonSerializer.Deserialize<Address>(found[0].Value) is { } place && (place.IsGroup || place.UserId == press.User) ? place with { UserId = press.User } : null;
    }
}
