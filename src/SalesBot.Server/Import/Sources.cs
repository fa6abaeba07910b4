namespace SalesBot.Server.Import;

/// <summary>Opens the files given to <c>import</c>, each as a table.</summary>
internal static class Sources
{
    /// <summary>A file larger than this is not a list of a sales team.</summary>
    public const long LargestFile = 200L * 1024 * 1024;

    public static IReadOnlyList<SourceTable> Open(IEnumerable<string> paths, Faults faults)
    {
        var tables = new List<SourceTable>();
        foreach (var path in paths)
        {
            if (Open(path, faults) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables;
    }

    private static SourceTable? Open(string path, Faults faults)
    {
        var file = Path.GetFileName(path);
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            faults.Add(path, 0, null, "Import.no_file");
            return null;
        }

        if (info.Length > LargestFile)
        {
            faults.Add(file, 0, null, "Import.too_large", (int)(LargestFile / 1024 / 1024));
            return null;
        }

        if (info.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            using var stream = info.OpenRead();
            return XlsxSource.Read(file, stream, faults);
        }

        return TextDecoding.Decode(file, File.ReadAllBytes(path), faults) is { } text ? CsvSource.Read(file, text, faults) : null;
    }
}
