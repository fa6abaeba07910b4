using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace SalesBot.Tests.Npm;

/// <summary>Runs a script of tests/npm: JSON in, JSON out.</summary>
internal static class NodeScript
{
    public static string Folder { get; } = typeof(NodeScript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => string.Equals(metadata.Key, "NpmFolder", StringComparison.Ordinal)).Value!;

    /// <summary>One line that says what to install, or null when everything is there.</summary>
    public static string? Missing { get; } = FindMissing();

    public static async Task<JsonElement> RunAsync(string script, string input)
    {
        using var node = System.Diagnostics.Process.Start(new ProcessStartInfo("node", script)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? JsonElement.Parse(await output) : throw new InvalidOperationException($"{script}: {await errors}");
    }

    private static string? FindMissing()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(System.IO.Path.PathSeparator).Any(folder => File.Exists(System.IO.Path.Combine(folder, "node")) || File.Exists(System.IO.Path.Combine(folder, "node.exe"))))
            return "Needs Node: install Node 20 (Debian: apt-get install nodejs npm) and build again.";
        return Directory.Exists(System.IO.Path.Combine(Folder, "node_modules"))
            ? null
            : $"Needs the npm packages: run npm ci --ignore-scripts in {Folder}.";
    }
}
