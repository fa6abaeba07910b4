using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Whom and what a clause is about. Several in a list: it is open which.</summary>
internal sealed record Subject
{
    public IReadOnlyList<NamedRecord> Customers { get; init; } = [];

    public IReadOnlyList<NamedRecord> Deals { get; init; } = [];

    public IReadOnlyList<NamedRecord> Contacts { get; init; } = [];

    /// <summary>A name of nobody, or of somebody else's customer; then there is none of the above.</summary>
    public Mark? Unknown { get; init; }

    /// <summary>Named in the words, not taken from the context.</summary>
    public bool Said { get; init; }

    public NamedRecord? Customer => Customers.Count == 1 ? Customers[0] : null;

    public NamedRecord? Deal => Deals.Count == 1 ? Deals[0] : null;
}
