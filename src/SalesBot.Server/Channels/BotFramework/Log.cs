namespace SalesBot.Server.Channels.BotFramework;

/// <summary>Everything this edge logs. Ids, hosts and codes only: no text of a customer, no token.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Warning, "Connector {Method} {Host} refused: {Status} {Code} (correlation {Correlation})")]
    public static partial void ConnectorRefused(this ILogger log, string method, string host, int status, string code, string? correlation);

    [LoggerMessage(2002, LogLevel.Warning, "Connector {Method} {Host} not reached: {Failure}")]
    public static partial void ConnectorUnreachable(this ILogger log, string method, string host, string failure);

    [LoggerMessage(2003, LogLevel.Error, "Signing keys of {Address} could not be read; the ones at hand serve on")]
    public static partial void SigningKeysUnavailable(this ILogger log, string address, Exception? failure);

    [LoggerMessage(2004, LogLevel.Warning, "Activity of channel {Channel} refused: {Status} {Reason}")]
    public static partial void ActivityRefused(this ILogger log, string? channel, int status, string? reason);

    [LoggerMessage(2005, LogLevel.Warning, "File at {Host} not taken: {Fault}")]
    public static partial void FileRefused(this ILogger log, string host, Conversation.FileFault fault);

    [LoggerMessage(2006, LogLevel.Warning, "File not put at {Host}: {Failure}")]
    public static partial void FileNotPut(this ILogger log, string host, string failure);
}
