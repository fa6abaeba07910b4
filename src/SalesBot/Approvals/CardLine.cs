using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>One line of an approval's card.</summary>
internal sealed record CardLine(Word Label, object Value);
