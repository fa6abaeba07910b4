using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Server.Channels.BotFramework.Files;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>The way out to every Azure Bot channel, through the Connector that the conversation came from.</summary>
internal sealed class BotFrameworkMessenger(ConnectorClient connector, IOptions<BotFrameworkOptions> options) : IMessenger
{
    private static readonly HashSet<string> Azure = new(StringComparer.Ordinal)
    {
        Schema.Channels.MsTeams, Schema.Channels.M365Extensions, Schema.Channels.Outlook, Schema.Channels.WebChat, "directline", "emulator", "agents",
        "directlinespeech", "email", "facebook", "line", "sms", "telegram", "twilio-sms", "omnichannel", "search",
    };

    public bool Serves(string channel) => Azure.Contains(channel);

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (ReplyToActivity.Route(message.To) is not { } route)
        {
            return Delivery.Refused("badRoute");
        }

        if (!options.Value.OfferFiles)
        {
            message = message with { Content = message.Content with { File = null } };
        }

        var answer = await PostAsync(message, route, cancellationToken);
        // Each form has less than the one before, so that it ends.
        while (answer.Fault is { } refused && Lesser(message, refused) is { } lesser)
        {
            message = lesser;
            answer = await PostAsync(message, route, cancellationToken);
        }

        return answer.Fault switch
        {
            null => Delivery.Accepted(message.UpdatesActivityId ?? answer.Value?.Id),
            { RetryAfter: { } wait } fault => Delivery.RetryLater(Reason(fault), wait),
            var fault => Delivery.Refused(Reason(fault)),
        };
    }

    private Task<ConnectorAnswer<ResourceResponse>> PostAsync(Outgoing message, Schema.ConversationReference route, CancellationToken cancel)
    {
        var (activity, url, id) = (ReplyToActivity.Write(message, route), route.ServiceUrl!, route.Conversation!.Id!);
        return message switch
        {
            { UpdatesActivityId: { } updated } => connector.UpdateAsync(url, id, updated, activity, cancel),
            { ReplyToId: { } answered } => connector.ReplyAsync(url, id, answered, activity, cancel),
            _ => connector.SendAsync(url, id, activity, cancel),
        };
    }

    /// <summary>
    /// What to try instead: a file that Teams will not keep (an older package of the app) has its link, a card that is too big becomes its text, and an answer to a press that cannot replace the card (gone, or a
    /// channel without updates) comes below it. A card that is only kept up to date is not posted anew.
    /// </summary>
    private static Outgoing? Lesser(Outgoing message, ConnectorFault fault) => fault switch
    {
        { RetryAfter: null } when message.Content.File is not null && FileCards.CanOffer(message.To) => message with { Content = message.Content with { File = null } },
        { RetryAfter: null, Status: 400 or 403 } when message.Content.Saved is not null => message with { Content = message.Content with { Saved = null } },
        { Status: 413 } when message.Content.Card is not null => message with { Content = message.Content with { Card = null } },
        { Status: 404 or 405 or 501 } when message.MayComeBelow => message with { UpdatesActivityId = null },
        _ => null,
    };

    private static string Reason(ConnectorFault fault) => FormattableString.Invariant($"{fault.Status} {fault.Code}");
}
