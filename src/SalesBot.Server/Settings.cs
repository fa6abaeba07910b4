using SalesBot.Files;

namespace SalesBot.Server;

/// <summary>
/// What every verb shares (section <c>SalesBot</c> of the configuration; the command line's <c>--database</c>, <c>--urls</c> and <c>--now</c>
/// win over it).
/// </summary>
internal sealed record Settings
{
    /// <summary>Where to listen.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:3978";

    /// <summary>Where people's browsers reach the service from outside, such as <c>https://sales.example.com</c>; null: where it listens.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Folder for everything the service keeps in files: the SQLite database, uploads, keys. Relative to the current folder.</summary>
    public string Data { get; init; } = "data-local";

    /// <summary>A PostgreSQL connection string (<c>Host=…</c>) or a SQLite file; null is <c>salesbot.db</c> in <see cref="Data"/>.</summary>
    public string? Database { get; init; }

    /// <summary>Development only: the moment at which the practice clock starts.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The largest file that people may hand in, in MB.</summary>
    public int FileMegabytes { get; init; } = 10;

    /// <summary>Where documents are kept: <c>documents</c> in <see cref="Data"/>, which several nodes share.</summary>
    public FileStore Files() => new(Path.Combine(Data, "documents"), new FileLimits(FileMegabytes * FileLimits.Megabyte));

    public string Connection => Database ?? Path.Combine(Data, "salesbot.db");
}
