using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SalesBot.Data;

namespace SalesBot.Design;

internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteSalesDb>
{
    public SqliteSalesDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteSalesDb>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresSalesDb>
{
    public PostgresSalesDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresSalesDb>().UseNpgsql("Host=design-time-only").Options);
}
