namespace SalesBot.Conversation;

/// <summary>A file that came with a message; the channel's edge has fetched it and kept to its limits.</summary>
/// <param name="Name">As the sender's machine called it; may hold anything.</param>
/// <param name="ContentType">As the channel says; not to be trusted.</param>
internal sealed record ReceivedFile(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <summary>Why there is no content; null where there is.</summary>
    public FileFault? Fault { get; init; }

    public static ReceivedFile Missing(string name, FileFault fault) => new(name, "", ReadOnlyMemory<byte>.Empty) { Fault = fault };
}

internal enum FileFault
{
    TooLarge,

    /// <summary>Its address is none from which files are fetched.</summary>
    Untrusted,

    /// <summary>It could not be fetched, or not in time.</summary>
    Unreachable,
}
