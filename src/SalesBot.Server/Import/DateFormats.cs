using System.Text.Json;

namespace SalesBot.Server.Import;

/// <summary>How days are written in cells: unmistakably, or with the day or the month first.</summary>
internal sealed record DateFormats(string[] Any, string[] DayFirst, string[] MonthFirst)
{
    public static DateFormats All { get; } = Load();

    private static DateFormats Load()
    {
        using var stream = typeof(DateFormats).Assembly.GetManifestResourceStream("Import.dates.json")!;
        return JsonSerializer.Deserialize<DateFormats>(stream, JsonSerializerOptions.Web)!;
    }
}
