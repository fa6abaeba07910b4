using CsvHelper;

namespace SalesBot.Server.Export;

/// <summary>CSV with a byte order mark, so that Excel reads the Chinese in it.</summary>
internal static class CsvSheet
{
    public static async Task<int> WriteAsync(Sheet sheet, Stream to, CancellationToken stop)
    {
        await to.WriteAsync("\uFEFF"u8.ToArray(), stop);
        await using var csv = CsvWriter.Create(to, new CsvWriterOptions(), leaveOpen: true);
        csv.WriteHeader(sheet.Headers.ToArray());
        var count = 0;
        await foreach (var row in sheet.Rows.WithCancellation(stop))
        {
            foreach (var cell in row)
            {
                csv.WriteField(cell is string text ? Formula.Harmless(text) : cell);
            }

            await csv.EndRecordAsync(stop);
            count++;
        }

        return count;
    }
}
