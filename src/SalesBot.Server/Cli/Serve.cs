using System.CommandLine;

namespace SalesBot.Server.Cli;

/// <summary><c>serve</c>, and no verb at all: the service itself, until Ctrl+C or SIGTERM; turns under way are finished first.</summary>
internal static class Serve
{
    public static Command Verb()
    {
        var verb = new Command("serve", "Run the service");
        verb.SetAction(RunAsync);
        return verb;
    }

    public static async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        await using var app = Service.Build(line);
        await Preparation.RunAsync(app.Services, stop);
        await app.RunAsync(stop);
        return 0;
    }
}
