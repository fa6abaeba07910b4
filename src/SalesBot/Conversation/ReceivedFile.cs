namespace SalesBot.Conversation;

/// <summary>A file that came with a message; the channel's edge has fetched it and kept to its limits.</summary>
/// <param name="Name">As the sender's machine called it; may hold anything.</param>
/// <param name="ContentType">As the channel says; not to be trusted.</param>
internal sealed record ReceivedFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);
