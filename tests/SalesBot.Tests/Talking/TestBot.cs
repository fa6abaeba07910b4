using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Files;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Talking;

/// <summary>
/// The real container on a real database of its own, with a small invented company, a fake clock and a fake messenger. The clock starts on
/// Wednesday 2026-03-11 10:00 in Shanghai, as in LABELS.md.
/// </summary>
internal sealed class TestBot : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 11, 10, 0, 0, TimeSpan.FromHours(8));
    public static readonly Store Usual = Enum.TryParse<Store>(Environment.GetEnvironmentVariable("SALESBOT_TEST_STORE"), ignoreCase: true, out var named) ? named : Store.Sqlite;
    private readonly TestDatabase database;
    private readonly bool owns;
    private readonly ServiceProvider services;

    private TestBot(TestDatabase database, bool owns)
    {
        (this.database, this.owns) = (database, owns);
        services = new ServiceCollection()
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Warning))
            .AddSalesBot(database.Connection, Path.Combine(AppContext.BaseDirectory, "cards"), new FileStore(Files))
            .AddSingleton<IMessenger>(Messenger)
            .BuildServiceProvider(validateScopes: true);
    }

    /// <summary>The connection string; on SQLite the path of the file.</summary>
    public string File => database.Connection;

    /// <summary>Where documents are kept; made with the first one.</summary>
    public string Files { get; } = Path.Combine(Path.GetTempPath(), "salesbot-files-" + Guid.NewGuid().ToString("N"));

    public FakeClock Clock { get; } = new(Start);

    public FakeMessenger Messenger { get; } = new();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public SalesDb Open() => Get<Func<SalesDb>>()();

    public Talk As(string name) => new(new RunnerLine(this, name), name);

    /// <summary>A company at work, on a database of its own.</summary>
    /// <param name="store">Null: SQLite, or what SALESBOT_TEST_STORE names, by which all talking tests can be run on PostgreSQL.</param>
    public static Task<TestBot> StartAsync(Store? store = null) => StartAsync(
        db =>
        {
            TestCompany.Fill(db, Start);
            return db.SaveChangesAsync();
        },
        store);

    /// <summary>Another company, which the caller puts into the empty database and saves.</summary>
    public static async Task<TestBot> StartAsync(Func<SalesDb, Task> fill, Store? store = null)
    {
        var bot = new TestBot(await TestDatabase.CreateAsync(store ?? Usual), owns: true);
        await using var db = bot.Open();
        await fill(db);
        await bot.Get<NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }

    /// <summary>Another node on the same database, with a clock and a messenger of its own; the first one must outlive it.</summary>
    public async Task<TestBot> SecondNodeAsync()
    {
        var node = new TestBot(database, owns: false);
        await node.Get<NameFeed>().LoadAsync(CancellationToken.None);
        return node;
    }

    /// <summary>Posts everything that is due in the outbox at the clock's time.</summary>
    public Task<int> DeliverAsync() => Get<Outbox>().DeliverDueAsync(Clock.Now, CancellationToken.None);

    /// <summary>Lets time go by.</summary>
    public Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    /// <summary>Runs every nudge rule now; returns how much is newly found.</summary>
    public Task<int> ScanAsync() => Get<NudgeScan>().RunAsync(Clock.Now, CancellationToken.None);

    /// <summary>Tells people what was found, if it is their working time; returns the number of messages.</summary>
    public Task<int> TellAsync() => Get<Telling>().RunAsync(Clock.Now, CancellationToken.None);

    public Task<List<Finding>> FoundAsync() => Look(db => db.Findings.AsNoTracking().ToListAsync());

    /// <summary>Reads the database with nothing cached.</summary>
    public async Task<T> Look<T>(Func<SalesDb, Task<T>> query)
    {
        await using var db = Open();
        return await query(db);
    }

    public async Task<Person> PersonAsync(string name) => await Look(db => db.People.FirstAsync(p => p.Name == name));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (Directory.Exists(Files))
        {
            Directory.Delete(Files, recursive: true);
        }

        if (owns)
        {
            await database.DisposeAsync();
        }
    }
}
