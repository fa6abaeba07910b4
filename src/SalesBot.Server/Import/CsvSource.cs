using CsvHelper;

namespace SalesBot.Server.Import;

/// <summary>Comma, semicolon or tab separated text with a header line (RFC 4180); which separator, the first lines tell.</summary>
internal static class CsvSource
{
    private const int LongestRow = 1024 * 1024;

    public static SourceTable? Read(string file, string text, Faults faults)
    {
        var before = faults.Count;
        var options = new CsvReaderOptions
        {
            MalformedData = CsvMalformedDataHandling.Throw, TrimWhitespace = true, TrackLineNumbers = true, MaxRecordSize = LongestRow, IncludeValuesInExceptions = false,
        };
        try
        {
            using var reader = CsvReader.FromText(text, options);
            var headers = reader.Headers.ToArray();
            var rows = new List<SourceRow>();
            foreach (var row in reader)
            {
                Take(file, headers.Length, (int)reader.LineNumber, row.ToArray(), rows, faults);
                if (faults.Count - before >= Faults.Shown)
                {
                    break;
                }
            }

            return faults.Count == before ? new SourceTable(file, headers, rows) : null;
        }
        catch (CsvFormatException broken)
        {
            faults.Add(file, Math.Max((int)broken.LineNumber, 1), null, "Import.unreadable");
            return null;
        }
    }

    private static void Take(string file, int width, int number, string[] cells, List<SourceRow> rows, Faults faults)
    {
        if (cells.All(string.IsNullOrEmpty))
        {
            return;
        }

        if (cells.Length != width)
        {
            faults.Add(file, number, null, "Import.cells", cells.Length, width);
            return;
        }

        rows.Add(new SourceRow(number, cells));
    }
}
