using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Server.Import;
using SalesBot.Server.Records;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>The part of <c>import</c> that takes entities files: one transaction for all of them.</summary>
internal static class JsonImport
{
    public static async Task<int> RunAsync(Tool tool, IEnumerable<string> files, bool dryRun, CancellationToken stop)
    {
        await using var db = tool.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var (faults, report) = (new Faults(), new ImportReport());
        var changes = new ImportChanges(db);
        foreach (var path in files)
        {
            if (await ContentAsync(path, faults, stop) is not { } content)
            {
                continue;
            }

            if (LaidImport.Is(content))
            {
                await new LaidImport(db, Path.GetFileName(path), faults, report, changes).ReadAsync(content, tool.Now, stop);
            }
            else
            {
                var file = Path.GetFileName(path);
                await (ProcessImport.Is(content)
                    ? new ProcessImport(db, file, faults, report, changes).ReadAsync(content, tool.Now, stop)
                    : new RecordsReader(db, file, faults, report, changes).ReadAsync(content, tool.Now, stop));
            }
        }

        if (faults.Count > 0)
        {
            return ImportVerb.Refuse(tool, faults);
        }

        await changes.SaveAsync(stop);
        await changes.EnterAsync(report, tool.Now, stop);
        if (!dryRun)
        {
            await transaction.CommitAsync(stop);
        }

        foreach (var (kind, fresh, updated, unchanged) in report.Kinds)
        {
            tool.Say(new Word("Import.records", kind, fresh, updated, unchanged));
        }

        report.Remarks.ForEach(tool.Say);
        tool.Say(dryRun ? "Import.dry" : report.Id is null ? "Import.no_change" : new Word("Import.done", report.Id));
        return 0;
    }

    /// <summary>Of a member that is there twice nobody can tell which is meant.</summary>
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    private static async Task<JsonObject?> ContentAsync(string path, Faults faults, CancellationToken stop)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            faults.Add(path, 0, null, "Import.no_file");
            return null;
        }

        try
        {
            await using var stream = File.OpenRead(path);
            if (await JsonNode.ParseAsync(stream, documentOptions: Once, cancellationToken: stop) is JsonObject content)
            {
                return content;
            }

            faults.Add(file, 0, null, "Import.json");
        }
        catch (JsonException broken)
        {
            faults.Add(file, (int)(broken.LineNumber ?? 0) + 1, null, "Import.json");
        }

        return null;
    }
}
