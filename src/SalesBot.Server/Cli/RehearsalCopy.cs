using System.Data;
using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>A SQLite file with what stands in the service's database at one moment, whichever kind that is, for a rehearsal to change as it likes.</summary>
internal static class RehearsalCopy
{
    /// <summary>Of a PostgreSQL: the rows that go over in one transaction.</summary>
    private const int Batch = 2000;

    /// <summary>What was said and done: no rule looks at it, and it is most of an old database.</summary>
    private static readonly Type[] LeftBehind = [typeof(TranscriptEntry), typeof(SeenMessage), typeof(AuditEntry)];

    private static readonly MethodInfo Rows = typeof(RehearsalCopy).GetMethod(nameof(CopyRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Returns why there can be none.</summary>
    public static async Task<Word?> MakeAsync(string from, string to, CancellationToken stop)
    {
        var place = SalesDbRegistration.Place(from);
        if (!SalesDbRegistration.IsPostgres(from))
        {
            if (!File.Exists(place))
            {
                return new Word("Check.no_file", place);
            }

            BackUp(from, to);
            return null;
        }

        try
        {
            return await ReadAsync(from, to, stop);
        }
        catch (DbException fault)
        {
            return new Word("Check.unreachable", place, fault.SqlState ?? fault.GetType().Name);
        }
    }

    /// <summary>By SQLite's own backup, which is consistent while the service writes; a lock that somebody holds is waited for, up to half a minute.</summary>
    private static void BackUp(string from, string to)
    {
        using var source = new SqliteConnection(SalesDbRegistration.SqliteConnectionString(from) + ";Mode=ReadOnly");
        using var target = new SqliteConnection(SalesDbRegistration.SqliteConnectionString(to));
        source.Open();
        target.Open();
        // The driver waits by itself for commands only.
        using var patience = source.CreateCommand();
        patience.CommandText = "PRAGMA busy_timeout = 30000";
        patience.ExecuteNonQuery();
        source.BackupDatabase(target);
    }

    /// <summary>Table by table in one snapshot: whoever may read the database may rehearse, and nothing is made on that server.</summary>
    private static async Task<Word?> ReadAsync(string from, string to, CancellationToken stop)
    {
        await using var there = new ServiceCollection().AddSalesDb(from).BuildServiceProvider();
        await using var here = new ServiceCollection().AddSalesDb(to).BuildServiceProvider();
        await using var source = there.GetRequiredService<Func<SalesDb>>()();
        await using var target = here.GetRequiredService<Func<SalesDb>>()();
        if ((await source.Database.GetPendingMigrationsAsync(stop)).Count() is > 0 and var pending)
        {
            return new Word("Check.pending", pending, SalesDbRegistration.Place(from));
        }

        await using var snapshot = await source.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await target.Database.MigrateAsync(stop);
        await target.Database.OpenConnectionAsync(stop);
        // Tables come in any order, and people have superiors.
        await target.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", stop);
        foreach (var type in target.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).Except(LeftBehind))
        {
            await (Task)Rows.MakeGenericMethod(type).Invoke(null, [source, target, stop])!;
        }

        await target.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON", stop);
        return null;
    }

    private static async Task CopyRowsAsync<T>(SalesDb source, SalesDb target, CancellationToken stop)
        where T : class
    {
        // What a migration lays down is in the source too.
        await target.Set<T>().ExecuteDeleteAsync(stop);
        var waiting = 0;
        await foreach (var row in source.Set<T>().IgnoreAutoIncludes().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            target.Add(row);
            if (++waiting % Batch == 0)
            {
                await SaveAsync(target, stop);
            }
        }

        await SaveAsync(target, stop);
    }

    private static async Task SaveAsync(SalesDb target, CancellationToken stop)
    {
        await target.SaveChangesAsync(stop);
        target.ChangeTracker.Clear();
    }
}
