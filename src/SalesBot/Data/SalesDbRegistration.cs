using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
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

        services.AddPooledDbContextFactory<SqliteSalesDb>(o => o.UseSqlite(SqliteConnectionString(connection)).AddInterceptors(new SqliteConnectionSetup()));
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

    public static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static string SqliteConnectionString(string connection) => connection.Contains('=', StringComparison.Ordinal) ? connection : $"Data Source={connection}";
}
