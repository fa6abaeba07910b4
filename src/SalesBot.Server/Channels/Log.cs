namespace SalesBot.Server.Channels;

/// <summary>What the edges of all messengers log. Codes and methods only: no text of a customer, no token, no name.</summary>
internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Warning, "{Channel}: {What} refused: {Status} {Reason}")]
    public static partial void RequestRefused(this ILogger log, string channel, string what, int status, string reason);

    [LoggerMessage(2102, LogLevel.Warning, "{Channel} does not take {Method}: {Status} {Code}")]
    public static partial void CallFailed(this ILogger log, string channel, string method, int status, string code);

    [LoggerMessage(2103, LogLevel.Error, "A message could not be answered: {Fault}")]
    public static partial void Unanswered(this ILogger log, string fault);

    [LoggerMessage(2104, LogLevel.Warning, "A card for {Channel} has what it is not shown ({Unmapped}); its text went out instead")]
    public static partial void CardUnmapped(this ILogger log, string channel, string unmapped);
}
