using System.CommandLine;
using System.Globalization;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>The options that every verb takes.</summary>
internal static class CommonOptions
{
    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "PostgreSQL connection string (Host=…) or SQLite file; default: data-local/salesbot.db", Recursive = true,
    };

    public static Option<DateTimeOffset?> Now { get; } = new("--now") { Description = "Development only: the moment at which the clock starts, ISO 8601 with offset", Recursive = true };

    public static Option<string?> Urls { get; } = new("--urls") { Description = "Where to listen; default: http://127.0.0.1:3978", Recursive = true };

    /// <summary>For verbs that speak to people; without it the terminal's own language.</summary>
    public static Option<string?> Language { get; } = new("--language") { Description = "en or zh-CN; default: the terminal's" };

    public static string Speaks(ParseResult line) => WordBook.Serving(line.GetValue(Language) ?? CultureInfo.CurrentUICulture.Name);

    /// <summary>What a verb that is no service is configured by: the program's own appsettings.json and the environment.</summary>
    public static IConfiguration Configuration() =>
        new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();

    /// <summary>The configuration with the command line on top.</summary>
    public static Settings Over(IConfiguration configuration, ParseResult line)
    {
        var settings = configuration.GetSection("SalesBot").Get<Settings>() ?? new Settings();
        return settings with
        {
            Database = line.GetValue(Database) ?? settings.Database,
            Now = line.GetValue(Now) ?? settings.Now,
            Urls = line.GetValue(Urls) ?? settings.Urls,
        };
    }
}
