namespace SalesBot.People;

/// <summary>
/// Who is looking: the person and the people whose records they may see, themselves included.
/// <see cref="Owners"/> null means everybody's.
/// </summary>
internal sealed record Viewer(Person Person, IReadOnlySet<long>? Owners)
{
    public bool Sees(long? ownerId) => Owners is null || ownerId is null || Owners.Contains(ownerId.Value);
}
