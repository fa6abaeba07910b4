using System.Globalization;
using System.Runtime.CompilerServices;
using SalesBot.People;
using SalesBot.Reports.Export;
using SalesBot.Words;

namespace SalesBot.Server.Export;

/// <summary>A table as one reader reads it: titles and words in their language, moments in their zone, days and moments so that they sort.</summary>
internal static class SpokenSheet
{
    public static Sheet Of(ExportKind kind, ExportTable table, Localizer reader, string zone) =>
        new(reader.Say(kind.Title), [.. table.Titles.Select(reader.Say)], RowsAsync(table, reader, zone));

    private static async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(ExportTable table, Localizer reader, string zone, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var row in table.Rows.WithCancellation(stop))
        {
            yield return [.. row.Select(cell => Say(cell, reader, zone))];
        }
    }

    private static object? Say(object? cell, Localizer reader, string zone) => cell switch
    {
        null or string or decimal or int => cell,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset moment => Zones.Local(moment, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => reader.Say(cell),
    };
}
