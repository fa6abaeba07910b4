using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace SalesBot.Data;

internal static class SalesDbRegistration
{
    /// <summary>
    /// Registers a pooled factory of <see cref="SalesDb"/>. A connection string with <c>Host=</c> is PostgreSQL, anything else a SQLite
    /// file (<c>Data Source=…</c> or a bare path).
    /// </summary>
    public static IServiceCollection AddSalesDb(this IServiceCollection services, string connection)
    {
        if (IsPostgres(connection))
        {
            services.AddPooledDbContextFactory<PostgresSalesDb>(o => o.UseNpgsql(connection));
            return services.AddSingleton<Func<SalesDb>>(s => s.GetRequiredService<IDbContextFactory<PostgresSalesDb>>().CreateDbContext);
        }

        services.AddPooledDbContextFactory<SqliteSalesDb>(o => o.UseSqlite(SqliteConnectionString(connection), OneParameter).AddInterceptors(new SqliteConnectionSetup()));
        return services.AddSingleton<Func<SalesDb>>(s => s.GetRequiredService<IDbContextFactory<SqliteSalesDb>>().CreateDbContext);
    }

    /// <summary>Where a database is, without how to get in: the file's path, or host and name.</summary>
    public static string Place(string connection)
    {
        if (!IsPostgres(connection))
        {
            return new SqliteConnectionStringBuilder(SqliteConnectionString(connection)).DataSource;
        }

        var server = new NpgsqlConnectionStringBuilder(connection);
        return FormattableString.Invariant($"{server.Host}:{server.Port}/{server.Database}");
    }

    /// <summary>
    /// A list that a query looks in goes to SQLite as one value, whatever its length. EF's own way, a parameter for each item, makes new SQL for
    /// each length, behind a lock that all turns wait at (DECISIONS.md 14).
    /// </summary>
    private static void OneParameter(SqliteDbContextOptionsBuilder sqlite) => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    public static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static string SqliteConnectionString(string connection) => connection.Contains('=', StringComparison.Ordinal) ? connection : $"Data Source={connection}";
}
