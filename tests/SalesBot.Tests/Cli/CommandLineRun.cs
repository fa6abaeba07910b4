using System.CommandLine;
using SalesBot.Server.Cli;

namespace SalesBot.Tests.Cli;

/// <summary>Runs a verb in this process, as the command line would, and keeps what it printed.</summary>
internal static class CommandLineRun
{
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        var output = new StringWriter();
        var code = await CommandLine.Root().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }
}
