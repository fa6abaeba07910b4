using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Benchmarks;

/// <summary>An invented company of any size: a director, ten managers, ninety sellers; customers and deals dealt out evenly. Half of the deals are open.</summary>
/// <param name="StalledShare">Of the open deals, how many have stood in their stage for longer than the stall limit.</param>
internal sealed record Company(int Customers, int Deals, double StalledShare = 0.1)
{
    public const int Sellers = 90;
    public static readonly DateTimeOffset Now = new(2026, 3, 11, 10, 0, 0, TimeSpan.FromHours(8));
    private const string Syllables = "东岭凌云百川瑞丰恒达锦程宏图远景海纳星河金石天工华晨永泰博雅明德卓越新科方正同创盛世安平建业长青立信嘉禾";
    private static readonly string[] Lines = ["阀门", "电缆", "水务", "包装", "泵业", "仪表", "重工", "食品"];
    private static readonly string[] Goods = ["MES", "WMS", "EMS", "ERP", "CRM", "PLM", "SCADA", "APS"];
    private static readonly string[] Stages = ["lead", "contact", "qualify", "proposal", "negotiation"];

    public static string SellerKey(int n) => $"P{n % Sellers:000}";

    public static string CustomerName(int n) =>
        string.Concat(Syllable(n), Syllable(n / Syllables.Length), Syllable(n / Syllables.Length / Syllables.Length + n), Lines[n % Lines.Length]);

    public static string DealName(int n, int customers) => CustomerName(n % customers) + Goods[n / customers % Goods.Length] + (n / customers / Goods.Length is > 0 and var more ? more.ToString(CultureInfo.InvariantCulture) : "");

    public async Task FillAsync(string file)
    {
        await using var services = new ServiceCollection().AddSalesDb(file).BuildServiceProvider();
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        await db.Database.MigrateAsync();
        var director = new Person { Key = "PX", Name = "Director", Role = Role.Director, CreatedAt = Now };
        var managers = Enumerable.Range(0, 10).Select(i => new Person { Key = $"PM{i}", Name = $"Manager {i}", Role = Role.Manager, Manager = director, CreatedAt = Now }).ToList();
        var sellers = Enumerable.Range(0, Sellers).Select(i => new Person { Key = SellerKey(i), Name = $"Seller {i}", Role = Role.Rep, Manager = managers[i / 9], CreatedAt = Now }).ToList();
        db.AddRange(managers);
        db.AddRange(sellers);
        await db.SaveChangesAsync();
        var owners = sellers.ConvertAll(s => s.Id);
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Insert(connection, "Customers", Customers, ["Key", "Name", "Aliases", "OwnerId", "LastInteractionAt", "Version", "CreatedAt"],
            i => [$"C{i}", CustomerName(i), "[]", owners[i % Sellers], Micros(Now.AddDays(-1)), 1, Micros(Now.AddDays(-400))]);
        var customers = First(connection, "Customers");
        Insert(connection, "Deals", Deals, ["Key", "Name", "CustomerId", "OwnerId", "Stage", "Status", "Amount", "ReviewedAmount", "Currency", "CloseDate", "StageSince", "LastActivityAt", "Version", "CreatedAt"],
            i => Deal(i, customers, owners));
        transaction.Commit();
        Run(connection, "ANALYZE");
    }

    public static long Micros(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Its owner is its customer's; one in two is open, and of those <see cref="StalledShare"/> stalled, spread evenly.</summary>
    private object?[] Deal(int i, long customers, List<long> owners)
    {
        var open = i / Customers % 2 == 0;
        var stalled = open && i % 1000 < StalledShare * 1000;
        var amount = 10_000 + i * 7919L % 990_000;
        var since = Now.AddDays(stalled ? -8 - i % 80 : -i % 6).AddMinutes(-i % 600);
        return
        [
            $"D{i}", DealName(i, Customers), customers + i % Customers, owners[i % Customers % Sellers], open ? Stages[i % Stages.Length] : "won", open ? "Open" : "Won", (double)amount, (double)amount, "CNY",
            DateOnly.FromDateTime(Now.DateTime).AddDays(i * 31 % 200).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Micros(since), Micros(since), 1, Micros(since.AddDays(-60)),
        ];
    }

    private static char Syllable(int n) => Syllables[n % Syllables.Length];

    private static long First(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT min(Id) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Columns that must have a value: what the model has gained since this was written gets a nought.</summary>
    private static List<string> Demanded(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}') WHERE \"notnull\" = 1 AND pk = 0";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static void Insert(SqliteConnection connection, string table, int rows, string[] columns, Func<int, object?[]> row)
    {
        using var command = connection.CreateCommand();
        var blank = Demanded(connection, table).Where(c => !columns.Contains(c, StringComparer.Ordinal)).ToList();
        command.CommandText = $"INSERT INTO {table} ({string.Join(',', columns.Concat(blank).Select(c => $"\"{c}\""))}) VALUES ({string.Join(',', columns.Select(c => "$" + c).Concat(blank.Select(_ => "0")))})";
        foreach (var column in columns)
        {
            command.Parameters.Add(new SqliteParameter("$" + column, null));
        }

        for (var i = 0; i < rows; i++)
        {
            var values = row(i);
            for (var c = 0; c < columns.Length; c++)
            {
                command.Parameters[c].Value = values[c] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }
}
