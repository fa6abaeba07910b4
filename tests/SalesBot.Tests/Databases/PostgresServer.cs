using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SalesBot.Data;

namespace SalesBot.Tests.Databases;

/// <summary>
/// A PostgreSQL of this test run's own: a cluster in a temporary folder on a free port, begun by the first test that wants one. It ends with
/// the test process, also with a killed one, because its keeper reads a pipe that closes then.
/// </summary>
internal sealed class PostgresServer
{
    /// <summary>Initialises, starts, says that it is ready, and clears up when standard input closes. $1: programs, $2: folder, $3: port.</summary>
    private const string Keeper = """
        "$1/initdb" -D "$2/data" -A trust -U postgres --locale=C.UTF-8 -E UTF8 --no-sync >"$2/log" 2>&1 &&
        "$1/pg_ctl" start -w -D "$2/data" -l "$2/log" -o "-p $3 -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300" >"$2/start" 2>&1 &&
        echo ready || cat "$2/log" "$2/start"
        read -r _
        "$1/pg_ctl" stop -m immediate -D "$2/data" >/dev/null 2>&1
        rm -rf "$2"
        """;

    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "postgres"))).Max(StringComparer.Ordinal)
        : null;

    private static readonly Lazy<Task<PostgresServer>> Running = new(StartAsync);
    private readonly string server;

    private PostgresServer(string server) => this.server = server;

    /// <summary>One line that says what is missing and how to get it, or null.</summary>
    public static string? Missing => Programs is null ? "needs PostgreSQL: apt-get install postgresql" : null;

    /// <summary>A new database with the schema in it and no rows; returns its connection string.</summary>
    public static async Task<string> CreateAsync() => await (await Running.Value).CreateFromAsync("template_salesbot");

    /// <summary>A new database with nothing in it.</summary>
    public static async Task<string> CreateEmptyAsync() => await (await Running.Value).CreateFromAsync("template1");

    /// <summary>A new database with the schema and rows of another, to which nobody may be connected but by its pool.</summary>
    public static async Task<string> CopyAsync(string connection) => await (await Running.Value).CreateFromAsync(Leave(connection));

    public static async Task DropAsync(string connection)
    {
        var name = Leave(connection);
        await (await Running.Value).ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Closes our own connections and returns the database's name.</summary>
    private static string Leave(string connection)
    {
        using var own = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(own);
        return own.Database;
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("salesbot-postgres-").FullName;
        var port = FreePort();
        await KeepAsync(folder, port);
        var running = new PostgresServer(string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Maximum Pool Size=20"));
        await running.ExecuteAsync("CREATE DATABASE template_salesbot");
        var template = running.server + ";Pooling=false;Database=template_salesbot";
        await using var services = new ServiceCollection().AddSalesDb(template).BuildServiceProvider();
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        await db.Database.MigrateAsync();
        return running;
    }

    /// <summary>PostgreSQL refuses to run as root, so root hands it to the user that its package made.</summary>
    private static async Task KeepAsync(string folder, int port)
    {
        var asRoot = Environment.IsPrivilegedProcess;
        if (asRoot)
        {
            using var handing = System.Diagnostics.Process.Start("chown", ["postgres", folder]);
            await handing.WaitForExitAsync();
        }

        var start = new ProcessStartInfo(asRoot ? "runuser" : "sh") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = folder };
        string[] arguments = [.. asRoot ? new[] { "-u", "postgres", "--", "sh" } : [], "-c", Keeper, "keeper", Programs!, folder, port.ToString(CultureInfo.InvariantCulture)];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var keeper = System.Diagnostics.Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => keeper.StandardInput.Close();
        if (await keeper.StandardOutput.ReadLineAsync() is not "ready" and var fault)
        {
            throw new InvalidOperationException($"PostgreSQL did not start: {fault} {await keeper.StandardOutput.ReadToEndAsync()}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<string> CreateFromAsync(string template)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return $"{server};Database={name}";
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server + ";Database=postgres");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
