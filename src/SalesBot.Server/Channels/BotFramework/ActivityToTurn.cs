using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework.Files;
using SalesBot.Server.Channels.BotFramework.Schema;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>Translates what came in. Product rules are none of its business.</summary>
internal static class ActivityToTurn
{
    // What the database keeps of them; an id beyond that is nobody's.
    private const int MaxId = 200;
    private const int MaxConversationId = 300;

    /// <summary>False for an activity that no channel sends: no conversation, no service to answer to, no sender of what was said, or ids of absurd length.</summary>
    public static bool IsWellFormed(Activity activity) =>
        activity.Reference() is { ChannelId.Length: > 0 and <= 40, Conversation.Id.Length: > 0 and <= MaxConversationId }
        && !(activity.Id?.Length > MaxId) && !(Key(activity.From)?.Length > MaxId)
        && (activity.From?.Id is { Length: > 0 } || activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke));

    /// <summary>
    /// Null for what needs no answer; a message may be nothing but files. <paramref name="press"/> is that of an invoke; a message finds its own. Only where nobody vouched
    /// for the sender (practice on loopback) is the id taken as the person's key.
    /// </summary>
    public static Turn? Read(Activity activity, Press? press, bool vouched, DateTimeOffset now)
    {
        press ??= string.Equals(activity.Type, ActivityTypes.Message, StringComparison.Ordinal) ? Submitted(activity) : null;
        var text = MentionText.Strip(activity);
        return activity.Type switch
        {
            _ when press is not null => Turn(TurnKind.Pressed, activity.From) with { Press = press },
            ActivityTypes.Message when !string.IsNullOrEmpty(text) || SentFile.In(activity).Count > 0 => Turn(TurnKind.Said, activity.From) with { Text = text },
            ActivityTypes.ConversationUpdate when Newcomer(activity) is { } member => Turn(TurnKind.Joined, member),
            ActivityTypes.InstallationUpdate when activity.Action is "add" && activity.From?.Id is not null => Turn(TurnKind.Joined, activity.From),
            _ => null,
        };

        Turn Turn(TurnKind kind, ChannelAccount? who) => new(kind, From(activity, who), Id(activity, kind, who), now) { PersonKey = vouched ? null : who?.Id };
    }

    private static Press? Submitted(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(PressData.Verb, out var verb) && PressData.Plain(verb) is { Length: > 0 and <= MaxId } name
            ? new Press(name, PressData.Slots(value), activity.ReplyToId)
            : null;

    private static ChannelAccount? Newcomer(Activity activity) =>
        activity.MembersAdded?.FirstOrDefault(m => m.Id is not null && !string.Equals(m.Id, activity.Recipient?.Id, StringComparison.Ordinal));

    /// <summary>Teams tells of one arrival twice, by conversationUpdate and installationUpdate: both get one name, so that one is greeted.</summary>
    private static string Id(Activity activity, TurnKind kind, ChannelAccount? who) =>
        kind == TurnKind.Joined ? "joined:" + Key(who) : activity.Id ?? Guid.NewGuid().ToString("N");

    public static Address From(Activity activity, ChannelAccount? who)
    {
        var conversation = activity.Conversation!;
        var route = activity.Reference()! with { User = who, ActivityId = null, Locale = null };
        var isGroup = conversation.IsGroup ?? conversation.ConversationType is "groupChat" or "channel";
        // Two people's own chat, where a card of ours was pasted: it is not the bot's with either of them.
        isGroup |= activity.ChannelId is Schema.Channels.MsTeams && conversation.Id!.StartsWith("19:", StringComparison.Ordinal);
        return new Address(activity.ChannelId!, conversation.Id!, Key(who) ?? "", isGroup, Locale(activity), JsonSerializer.Serialize(route, BotFrameworkJson.Wire.ConversationReference));
    }

    /// <summary>The Entra id where there is one: it is the same in all of a person's conversations and known to the company's directory.</summary>
    private static string? Key(ChannelAccount? who) => who?.AadObjectId ?? who?.Id;

    private static string? Locale(Activity activity)
    {
        var locale = activity.Locale ?? activity.Entities?.Select(ClientLocale).FirstOrDefault(l => l is not null);
        return locale is { Length: > 0 and <= 20 } ? locale : null;
    }

    private static string? ClientLocale(Entity entity) =>
        entity is { Type: "clientInfo", Properties: { } more } && more.TryGetValue("locale", out var locale) && locale.ValueKind == JsonValueKind.String ? locale.GetString() : null;
}
