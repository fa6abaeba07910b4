using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace SalesBot.Tests.Operation;

/// <summary>The service as a process of its own, as people start it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly System.Diagnostics.Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SalesBot.Server.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        process = new System.Diagnostics.Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address => address.Task.Result;

    /// <summary>Everything it printed and logged so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Starts the service and returns when it listens, on a port of the system's choice.</summary>
    public static async Task<ServerProcess> ServeAsync(string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var data = new Dictionary<string, string>(environment ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal) { ["SalesBot__Data"] = folder };
        var server = new ServerProcess(["--urls", "http://127.0.0.1:0"], data);
        var ended = server.process.WaitForExitAsync();
        if (await Task.WhenAny(server.address.Task, ended).WaitAsync(TimeSpan.FromSeconds(60)) == ended)
        {
            throw new InvalidOperationException(server.Output);
        }

        return server;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var verb = new ServerProcess(arguments, environment);
        await verb.process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (verb.process.ExitCode, verb.Output);
    }

    public void Kill() => process.Kill();

    /// <summary>SIGTERM; returns the exit code when it has ended.</summary>
    public async Task<int> StopAsync()
    {
        using var signal = System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim().Trim('"', ',', '}')));
        }
    }
}
