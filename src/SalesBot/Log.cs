using Microsoft.Extensions.Logging;
using SalesBot.Conversation;

namespace SalesBot;

/// <summary>All log lines of the product, by name. Ids and counts only: no customer text, no names, no amounts.</summary>
internal static partial class Log
{
    // 1xx: turns
    [LoggerMessage(101, LogLevel.Error, "Turn failed, fault id {FaultId}, channel {Channel}, kind {Kind}: {Fault}")]
    public static partial void TurnFailed(ILogger logger, string faultId, string channel, TurnKind kind, string fault);

    [LoggerMessage(102, LogLevel.Warning, "Names that a turn changed are not known to the reader yet: {Fault}")]
    public static partial void NamesBehind(ILogger logger, string fault);

    // 2xx: nudges
    [LoggerMessage(201, LogLevel.Error, "Nudge rule {Rule} failed to {Part}; the others go on: {Fault}")]
    public static partial void RuleFailed(ILogger logger, string rule, string part, string fault);
}
