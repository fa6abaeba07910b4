namespace SalesBot.Server.Channels.DirectLine;

internal static partial class Log
{
    [LoggerMessage(2100, LogLevel.Error, "Direct Line conversation {Conversation} could not be answered: {Fault}")]
    public static partial void TurnLost(ILogger logger, string conversation, string fault);
}
