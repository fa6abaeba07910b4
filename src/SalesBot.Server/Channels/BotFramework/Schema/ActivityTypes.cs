namespace SalesBot.Server.Channels.BotFramework.Schema;

/// <summary>The activity types that are acted on (PROTOCOLS.md A.1 lists all).</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string ConversationUpdate = "conversationUpdate";
    public const string Typing = "typing";
    public const string EndOfConversation = "endOfConversation";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string InstallationUpdate = "installationUpdate";
    public const string MessageReaction = "messageReaction";
}

internal static class DeliveryModes
{
    public const string Normal = "normal";

    /// <summary>Replies go into the HTTP answer and not to the service URL.</summary>
    public const string ExpectReplies = "expectReplies";
}

/// <summary>Channel ids whose dialect differs.</summary>
internal static class Channels
{
    public const string MsTeams = "msteams";

    public const string WebChat = "webchat";
    public const string M365Extensions = "m365extensions";
    public const string Outlook = "outlook";
}

internal static class RoleTypes
{
    public const string User = "user";
    public const string Bot = "bot";
}
