namespace SalesBot.Server;

/// <summary>Log lines of the service itself; each channel has its own. Ids and counts only: no customer text.</summary>
internal static partial class Log
{
    [LoggerMessage(201, LogLevel.Error, "The outbox could not be emptied; it is tried again: {Fault}")]
    public static partial void PumpFailed(ILogger logger, string fault);

    [LoggerMessage(202, LogLevel.Warning, "Names that others changed are not known to the reader yet; they are read again: {Fault}")]
    public static partial void NamesBehind(ILogger logger, string fault);
}
