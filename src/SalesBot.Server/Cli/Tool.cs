using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Words;
using Spectre.Console;

namespace SalesBot.Server.Cli;

/// <summary>What a verb that is no service works with: the database, migrated (and made, when it is not there yet), and a voice in the console's language.</summary>
internal sealed class Tool : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Localizer words;
    private readonly TextWriter output;

    private Tool(ServiceProvider services, TextWriter output, DateTimeOffset now)
    {
        (this.services, this.output, Now) = (services, output, now);
        words = new Localizer(new WordBook(), LanguageOfConsole(), "Asia/Shanghai", now);
    }

    public DateTimeOffset Now { get; }

    /// <summary>True when somebody looks at a terminal: progress may be drawn.</summary>
    public bool OnTerminal => ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    public static async Task<Tool> OpenAsync(ParseResult line, CancellationToken stop)
    {
        var settings = CommonOptions.Over(CommonOptions.Configuration(), line);
        if (Path.GetDirectoryName(Path.GetFullPath(settings.Connection)) is { } folder && !SalesDbRegistration.IsPostgres(settings.Connection) && !settings.Connection.Contains('=', StringComparison.Ordinal))
        {
            Directory.CreateDirectory(folder);
        }

        var tool = new Tool(new ServiceCollection().AddSalesDb(settings.Connection).BuildServiceProvider(), line.InvocationConfiguration.Output, settings.Now ?? Machine.Clock.GetUtcNow());
        await using var db = tool.Open();
        await db.Database.MigrateAsync(stop);
        return tool;
    }

    public SalesDb Open() => services.GetRequiredService<Func<SalesDb>>()();

    public string Text(Word word) => words.Say(word);

    public void Say(Word word) => Print(Text(word));

    public void Print(string text) => output.WriteLine(text);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>Chinese where the terminal's locale is (<c>LC_ALL</c>, <c>LANG</c>, or the system's), else English.</summary>
    private static string LanguageOfConsole()
    {
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? CultureInfo.CurrentUICulture.Name;
        return WordBook.Serving(locale);
    }
}
