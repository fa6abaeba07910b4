namespace SalesBot.Server.Channels.BotFramework.Connector;

/// <summary>
/// What became of a call to the Connector: <see cref="Value"/> when it was accepted, else <see cref="Fault"/>.
/// Nothing that a platform or a network can do is thrown; a caller that has a row to settle reads it here.
/// </summary>
internal readonly record struct ConnectorAnswer<T>(T? Value, ConnectorFault? Fault)
    where T : class
{
    public static implicit operator ConnectorAnswer<T>(ConnectorFault fault) => new(null, fault);
}

/// <summary>Why a call was not accepted.</summary>
/// <param name="RetryAfter">How long to wait before trying again; null: refused for good, trying again would be refused again.</param>
/// <param name="Status">HTTP status; 0 when no answer came at all.</param>
/// <param name="Code">The Connector's word, such as <c>BotNotInConversationRoster</c>, or ours in camel case. Fit for logs.</param>
/// <param name="Message">The Connector's sentence. May quote what was sent: not fit for logs.</param>
internal sealed record ConnectorFault(TimeSpan? RetryAfter, int Status, string Code, string? Message = null);
