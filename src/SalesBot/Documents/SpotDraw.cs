using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Documents;

/// <summary>
/// Draws which documents are looked at afterwards so that nobody can steer it and anybody can check it: each month has a secret seed whose SHA-256 is in
/// the trail before anything is drawn with it, and which is told when the month is over. The draw of a document is the first 8 bytes of
/// SHA-256(<c>seed:document key</c>), in UTF-8 and big-endian, divided by 2^64; it is picked where that is less than the rate.
/// </summary>
internal static class SpotDraw
{
    public const string Command = "spot_check_seed";
    private const string Prefix = "spot_check_seed/";
    private const int SeedBytes = 32;
    private const int ShownOfHash = 16;

    /// <summary>From 0 to less than 1, and the month whose seed it was drawn with.</summary>
    public static async Task<(double Value, string Month, string Hash)> OfAsync(SalesDb db, string document, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var month = Month(now);
        var seed = await SeedAsync(db, month, now, cancellationToken);
        return (Value(seed, document), month, Hash(seed)[..ShownOfHash]);
    }

    public static double Value(string seed, string document) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed + ":" + document))) / Math.Pow(2, 64);

    /// <summary>Of a seed; in lower-case hexadecimal.</summary>
    public static string Hash(string seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    /// <summary>Makes the seeds of this month and the next, where there are none yet, and their hashes known.</summary>
    public static async Task PublishAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await SeedAsync(db, Month(now), now, cancellationToken);
        await SeedAsync(db, Month(now.AddMonths(1)), now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another node was first; what is saved next must not try it again.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The hash of each month's seed; the seed itself where the month is over. Newest first.</summary>
    public static async Task<IReadOnlyList<(string Month, string Hash, string? Seed)>> KnownAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seeds = await db.Settings.AsNoTracking().Where(s => s.Name.StartsWith(Prefix)).OrderByDescending(s => s.Name).ToListAsync(cancellationToken);
        return [.. seeds.Select(s => (Month: s.Name[Prefix.Length..], s.Value)).Select(s => (s.Month, Hash(s.Value), string.CompareOrdinal(s.Month, Month(now)) < 0 ? s.Value : null))];
    }

    private static string Month(DateTimeOffset now) => Zones.Local(now, "Asia/Shanghai").ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static async Task<string> SeedAsync(SalesDb db, string month, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = Prefix + month;
        if ((db.Settings.Local.FirstOrDefault(s => s.Name == name) ?? await db.Settings.FirstOrDefaultAsync(s => s.Name == name, cancellationToken)) is { } known)
        {
            return known.Value;
        }

        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));
        db.Settings.Add(new Setting { Name = name, Value = seed });
        db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = now, Command = Command, Changes = ChangeLog.ToJson([new Change(ChangeKind.Added, "Seed", month, [new FieldChange("sha256", null, ChangeLog.Text(Hash(seed)))])]) });
        return seed;
    }
}
