using Quartz;
using SalesBot.Data;

namespace SalesBot.Server.Jobs;

/// <summary>
/// The scheduler: persistent, in the same kind of database as the data (on SQLite in the same file, on PostgreSQL clustered), so that a trigger
/// that fell due while the service was down fires once at start.
/// </summary>
internal static class Schedule
{
    /// <summary>Each job with its trigger: seconds between runs.</summary>
    public static IReadOnlyDictionary<string, int> EverySeconds { get; } = new Dictionary<string, int>(StringComparer.Ordinal) { ["scan"] = 300, ["tell"] = 60, ["tidy"] = 3600, ["seal"] = 30 };

    public static IServiceCollection AddSchedule(this IServiceCollection services, string connection)
    {
        services.AddSingleton<Clocks>();
        services.AddSingleton<Rounds>();
        services.AddSingleton<FallsDue>(s => s.GetRequiredService<Rounds>().CatchUpAsync);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o => o.InstanceName = "SalesBot");
            quartz.UsePersistentStore(store =>
            {
                if (SalesDbRegistration.IsPostgres(connection))
                {
                    store.UsePostgres(connection);
                    store.UseClustering();
                }
                else
                {
                    store.UseSqlite(SalesDbRegistration.SqliteConnectionString(connection));
                }

                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
            });
            Every<ScanJob>(quartz, "scan");
            Every<TellJob>(quartz, "tell");
            Every<TidyJob>(quartz, "tidy");
            Every<SealJob>(quartz, "seal");
        });
        return services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void Every<T>(IQuartzBuilder quartz, string name) where T : class, IJob =>
        quartz.ScheduleJob<T>(
            trigger => trigger.WithIdentity(name).StartNow().WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(EverySeconds[name])).RepeatForever()),
            job => job.WithIdentity(name));
}
