using SalesBot.Conversation;

namespace SalesBot.Tests.Talking;

/// <summary>What lies between one person and the bot.</summary>
internal interface ITalkLine
{
    /// <summary>Says or presses something and returns what came in answer, when all of it is there.</summary>
    Task<IReadOnlyList<Heard>> TakeAsync(TurnKind kind, string? text, Press? press, string locale, params IReadOnlyList<ReceivedFile> files);

    /// <summary>Everything that ever came, in order; what was updated comes again under its id.</summary>
    Task<IReadOnlyList<Heard>> HeardAsync();

    /// <summary>Lets what waits for this person arrive.</summary>
    Task DeliverAsync();
}
