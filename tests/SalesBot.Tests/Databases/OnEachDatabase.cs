using System.Reflection;
using Xunit.Sdk;

namespace SalesBot.Tests.Databases;

/// <summary>Which database a test runs on.</summary>
public enum Store
{
    Sqlite,
    Postgres,
}

/// <summary>Gives a theory one run on SQLite.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Store.Sqlite]];
}

/// <summary>Gives a theory one run on PostgreSQL; skipped, with a line that says how to get it, where it is missing.</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Store.Postgres]];
}

/// <summary>A test of what only PostgreSQL has.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}
