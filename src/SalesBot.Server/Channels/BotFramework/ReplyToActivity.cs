using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework.Files;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>Translates what goes out.</summary>
internal static class ReplyToActivity
{
    // Teams shows six suggestions, in personal chats only; in groups it drops them (PROTOCOLS.md A.3).
    private const int MaxSuggestions = 6;

    /// <summary>Null when the route is none of ours.</summary>
    public static Schema.ConversationReference? Route(Address to)
    {
        try
        {
            return JsonSerializer.Deserialize(to.Route, BotFrameworkJson.Wire.ConversationReference) is { ServiceUrl: not null, Conversation.Id: not null } route ? route : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Who reads the conversation, by the id that Teams knows them by; null where several do.</summary>
    public static string? Viewer(Address to) => to.IsGroup ? null : Route(to)?.User?.Id;

    public static Activity Write(Outgoing message, Schema.ConversationReference route)
    {
        var (to, content) = (message.To, message.Content);
        var activity = route.Message();
        activity.ReplyToId = message.ReplyToId;
        activity.Locale = to.Locale;
        activity.InputHint = "acceptingInput";
        activity.SuggestedActions = Suggestions(to, route, content.QuickReplies);
        if (FileCards.CanOffer(to) && content is { File: not null } or { Saved: not null })
        {
            activity.Summary = content.Saved is null ? content.File!.Name : content.Text;
            activity.Attachments = [content.Saved is { } saved ? FileCards.Kept(saved) : FileCards.Asking(content.File!)];
        }
        else if (content.Card is not { } card)
        {
            // Plain: customers' names hold characters that Markdown would swallow.
            (activity.Text, activity.TextFormat) = (content.Text, "plain");
        }
        else
        {
            // Beside a card a text would be shown as well; the summary is the notification and what is read aloud.
            activity.Summary = content.Text;
            activity.Attachments = [Attachment.AdaptiveCard(CardDialect.For(to.Channel, card, Viewer(to)))];
        }

        return activity;
    }

    private static SuggestedActions? Suggestions(Address to, Schema.ConversationReference route, IReadOnlyList<QuickReply> replies) => replies.Count == 0 || to.IsGroup
        ? null
        : new SuggestedActions { To = route.User?.Id is { } id ? [id] : null, Actions = [.. replies.Take(MaxSuggestions).Select(r => CardAction.ImBack(r.Title, r.Says))] };
}
