using Microsoft.Data.Sqlite;

namespace SalesBot.Benchmarks;

/// <summary>Where the databases of one run live; gone with it.</summary>
internal sealed class ScratchFolder : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("salesbot-bench-");

    public string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
