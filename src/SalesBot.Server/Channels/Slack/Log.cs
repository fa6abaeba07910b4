namespace SalesBot.Server.Channels.Slack;

/// <summary>Everything this edge logs. Codes and methods only: no text of a customer, no token, no name.</summary>
internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Warning, "Slack {What} refused: {Status} {Reason}")]
    public static partial void SlackRefused(this ILogger log, string what, int status, string reason);

    [LoggerMessage(2102, LogLevel.Warning, "Slack does not take {Method}: {Status} {Code}")]
    public static partial void SlackFailed(this ILogger log, string method, int status, string code);

    [LoggerMessage(2103, LogLevel.Error, "A message from Slack could not be answered: {Fault}")]
    public static partial void SlackUnanswered(this ILogger log, string fault);

    [LoggerMessage(2104, LogLevel.Warning, "A card for Slack has what Slack is not shown ({Unmapped}); its text went out instead")]
    public static partial void CardUnmapped(this ILogger log, string unmapped);
}
