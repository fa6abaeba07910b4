using Microsoft.EntityFrameworkCore;

namespace SalesBot.Data;

/// <summary>
/// SQLite has one writer. Who is second waits here without holding a thread, in the order of coming; in SQLite itself it would sleep and try
/// again, which under load took seconds for what takes a millisecond (DECISIONS.md 14).
/// </summary>
internal sealed class SqliteSalesDb(DbContextOptions<SqliteSalesDb> options) : SalesDb(options)
{
    private static readonly SemaphoreSlim Writer = new(1, 1);

    protected override async Task<int> WriteAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await base.WriteAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await Writer.WaitAsync(cancellationToken);
        try
        {
            return await base.WriteAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            Writer.Release();
        }
    }
}

internal sealed class PostgresSalesDb(DbContextOptions<PostgresSalesDb> options) : SalesDb(options);
