using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace SalesBot.Data;

/// <summary>What the company has laid down for itself, as it holds at one moment: the newest <see cref="Definition"/> of each name.</summary>
internal sealed class Definitions(IReadOnlyDictionary<string, Definition> newest)
{
    private readonly ConcurrentDictionary<string, object> read = new(StringComparer.Ordinal);

    /// <summary>Nothing laid down: what the service ships with holds.</summary>
    public static Definitions None { get; } = new(new Dictionary<string, Definition>(StringComparer.Ordinal));

    public static async Task<Definitions> LoadAsync(SalesDb db, CancellationToken cancellationToken)
    {
        var newest = await db.Definitions.AsNoTracking().Where(d => !db.Definitions.Any(later => later.Name == d.Name && later.Number > d.Number)).ToListAsync(cancellationToken);
        return new Definitions(newest.ToDictionary(d => d.Name, StringComparer.Ordinal));
    }

    /// <summary>The newest of that name as it is in the database now, for what is changed in the same turn; null where none was saved.</summary>
    public static Task<Definition?> NewestAsync(SalesDb db, string name, CancellationToken cancellationToken) =>
        db.Definitions.AsNoTracking().Include(d => d.By).Where(d => d.Name == name).OrderByDescending(d => d.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The version after one that was seen: where another was saved meanwhile the number is taken, and the turn runs again on that one.</summary>
    /// <param name="by">Who saves it; null for an import.</param>
    /// <param name="note">Why, in their words.</param>
    public static Definition Next(string name, int seen, string content, DateTimeOffset now, long? by = null, string? note = null) =>
        new() { Key = Keys.New('V'), CreatedAt = now, Name = name, Number = seen + 1, Content = content, ById = by, Note = note };

    /// <summary>The definition as its area reads it; read once, however often it is asked for.</summary>
    /// <param name="of">Makes it of the newest version, or of nothing where there is none.</param>
    public T Read<T>(string name, Func<Definition?, T> of)
        where T : class =>
        (T)read.GetOrAdd(name, _ => of(newest.GetValueOrDefault(name)));
}
