namespace SalesBot.People;

/// <summary>
/// Who is looking: the person and the people whose records they may see, themselves included.
/// <see cref="Owners"/> null means everybody's.
/// </summary>
internal sealed record Viewer(Person Person, IReadOnlySet<long>? Owners)
{
    /// <summary>The only one whose records they may see; asked for by number, an index answers in its own order.</summary>
    public long? Only { get; } = Owners is { Count: 1 } ? Person.Id : null;

    public bool Sees(long? ownerId) => Owners is null || ownerId is null || Owners.Contains(ownerId.Value);
}
