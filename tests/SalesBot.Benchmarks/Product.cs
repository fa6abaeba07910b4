using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesBot.Data;
using SalesBot.Files;

namespace SalesBot.Benchmarks;

/// <summary>The product without its edge, on one database, and a plain connection to the same for what is written by hand.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Product(string file)
    {
        services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.Warning)).AddSalesBot(file, Path.Combine(AppContext.BaseDirectory, "cards"), new FileStore(file + ".documents")).BuildServiceProvider();
        Hand = new SqliteConnection($"Data Source={file}");
        Hand.Open();
        Company.Run(Hand, "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=10000; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;");
    }

    public SqliteConnection Hand { get; }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public SalesDb Open() => Get<Func<SalesDb>>()();

    /// <summary>Runs a statement and takes each row into a list, as EF does; returns their number.</summary>
    public int Read(string sql, params (string Name, object Value)[] values)
    {
        using var command = Hand.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows.Count;
    }

    public async ValueTask DisposeAsync()
    {
        await Hand.DisposeAsync();
        await services.DisposeAsync();
    }
}
