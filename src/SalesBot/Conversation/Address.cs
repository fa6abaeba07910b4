namespace SalesBot.Conversation;

/// <summary>Where a person can be answered. <paramref name="Route"/> belongs to the channel's adapter alone.</summary>
/// <param name="Channel">The messenger's channel id, as its protocol names it.</param>
/// <param name="Locale">The client's locale as sent (<c>zh-CN</c>, <c>en-US</c>), null when unknown.</param>
internal sealed record Address(string Channel, string ConversationId, string UserId, bool IsGroup, string? Locale, string Route);
