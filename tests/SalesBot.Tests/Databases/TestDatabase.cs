using Microsoft.Data.Sqlite;

namespace SalesBot.Tests.Databases;

/// <summary>A database of one test's own, gone after it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(Store store, string connection) => (Store, Connection) = (store, connection);

    public Store Store { get; }

    public string Connection { get; }

    /// <summary>With the schema in it and no rows.</summary>
    public static async Task<TestDatabase> CreateAsync(Store store)
    {
        if (store == Store.Postgres)
        {
            return new(store, await PostgresServer.CreateAsync());
        }

        var path = Path.Combine(Path.GetTempPath(), $"salesbot-test-{Guid.NewGuid():N}.db");
        await EmptyDatabase.CopyToAsync(path);
        return new(store, path);
    }

    /// <summary>Another one with the same rows.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        if (Store == Store.Postgres)
        {
            return new(Store, await PostgresServer.CopyAsync(Connection));
        }

        var copy = await CreateAsync(Store);
        await using var from = new SqliteConnection($"Data Source={Connection}");
        await using var to = new SqliteConnection($"Data Source={copy.Connection};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        if (Store == Store.Postgres)
        {
            await PostgresServer.DropAsync(Connection);
            return;
        }

        await using (var own = new SqliteConnection($"Data Source={Connection}"))
        {
            SqliteConnection.ClearPool(own);
        }

        foreach (var part in new[] { Connection, Connection + "-wal", Connection + "-shm" })
        {
            File.Delete(part);
        }
    }
}
