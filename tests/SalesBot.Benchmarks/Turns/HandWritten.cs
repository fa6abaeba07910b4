using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SalesBot.Benchmarks.Turns;

/// <summary>
/// The rows of one write turn, written by hand: each row that the turn added is added again with a key of its own, each row that it changed is
/// set to what it is. One connection, prepared statements, one transaction for each. Messages are not among them: only jobs write some meanwhile.
/// </summary>
internal sealed class HandWritten : IDisposable
{
    private static readonly string[] Written = ["SeenMessages", "FollowUps", "Todos", "Audit"];
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, long> before;
    private readonly List<SqliteCommand> commands = [];
    private int sequence;

    public HandWritten(string file)
    {
        connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Company.Run(connection, "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=10000; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;");
        before = Written.ToDictionary(t => t, Newest, StringComparer.Ordinal);
    }

    /// <summary>What the rows were, for the record.</summary>
    public IEnumerable<string> Rows => commands.Select(c => string.Join(' ', c.CommandText.Split(' ').Take(3)));

    /// <summary>To be called when one turn was taken after the construction, by somebody who takes no further one.</summary>
    /// <exception cref="InvalidOperationException">The turn did not write all that a follow-up with a next step writes.</exception>
    public void Learn(string dealKey)
    {
        foreach (var table in Written)
        {
            if (Newest(table) == before[table]) throw new InvalidOperationException($"The turn wrote nothing to {table}.");
            commands.Add(Again(table));
        }

        commands.Add(Update("UPDATE Deals SET LastActivityAt = LastActivityAt + 1, NextStep = $n, Version = Version + 1 WHERE Key = $key", dealKey));
        commands.Add(Update("UPDATE Customers SET LastInteractionAt = LastInteractionAt + 1, Version = Version + 1 WHERE Id = (SELECT CustomerId FROM Deals WHERE Key = $key)", dealKey));
        commands.Add(Update("UPDATE Todos SET DoneAt = CreatedAt, Outcome = $n, Version = Version + 1 WHERE Id = (SELECT max(Id) FROM Todos)", dealKey));
        commands.Add(Update("UPDATE \"References\" SET LastSeenAt = LastSeenAt + 1, Focus = Focus || '' WHERE Id = (SELECT max(Id) FROM \"References\")", dealKey));
    }

    public Task WriteAsync()
    {
        using var transaction = connection.BeginTransaction();
        sequence++;
        foreach (var command in commands)
        {
            command.Transaction = transaction;
            command.Parameters["$n"].Value = "hand" + sequence.ToString(CultureInfo.InvariantCulture);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return Task.CompletedTask;
    }

    /// <summary>How many follow-ups there are.</summary>
    public long FollowUps() => Number("SELECT count(*) FROM FollowUps");

    public void Dispose()
    {
        commands.ForEach(c => c.Dispose());
        connection.Dispose();
    }

    private long Newest(string table) => Number($"SELECT coalesce(max(Id), 0) FROM \"{table}\"");

    private long Number(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private SqliteCommand Again(string table)
    {
        using var newest = connection.CreateCommand();
        newest.CommandText = $"SELECT * FROM \"{table}\" WHERE Id = {Newest(table).ToString(CultureInfo.InvariantCulture)}";
        using var row = newest.ExecuteReader();
        row.Read();
        var columns = Enumerable.Range(0, row.FieldCount).Where(c => row.GetName(c) != "Id").Select(c => (Name: row.GetName(c), Value: row.GetValue(c))).ToList();
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(',', columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(',', columns.Select(c => c.Name is "Key" or "ActivityId" ? "$n" : "$" + c.Name))})";
        foreach (var (name, value) in columns.Where(c => c.Name is not ("Key" or "ActivityId")))
        {
            command.Parameters.AddWithValue("$" + name, value);
        }

        command.Parameters.AddWithValue("$n", "");
        command.Prepare();
        return command;
    }

    private SqliteCommand Update(string sql, string key)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$n", "");
        if (sql.Contains("$key", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("$key", key);
        }

        command.Prepare();
        return command;
    }
}
