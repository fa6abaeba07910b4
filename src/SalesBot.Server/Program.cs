using System.CommandLine;
using SalesBot.Server.Cli;

// A stop waits for what is under way; the host itself gives up after its 30 s, and the command line must not do so earlier.
return await CommandLine.Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(45) });

namespace SalesBot.Server
{
    /// <summary>The one place that names the machine's clock; everything else is handed a moment or a <see cref="TimeProvider"/>.</summary>
    internal static class Machine
    {
        public static TimeProvider Clock => TimeProvider.System;
    }
}
