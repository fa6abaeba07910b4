using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace SalesBot.Data;

/// <summary>
/// Each SQLite connection waits for the writer instead of failing, and a committed turn survives a kill of the process (WAL). Said once to each
/// handle: it stays as told while the pool hands it on.
/// </summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout=10000; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;";

    /// <summary>Kept in the file: it cannot be said by one who only reads, which EF does to see whether the file is there, and a copy that was put back may lack it.</summary>
    private const string Journal = "PRAGMA journal_mode=WAL; ";
    private readonly ConditionalWeakTable<sqlite3, object> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is not SqliteConnection { Handle: { } handle } || told.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Pragmas : Journal + Pragmas;
        command.ExecuteNonQuery();
        told.TryAdd(handle, handle);
    }

    /// <summary>SQLite works in this thread all the same.</summary>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
