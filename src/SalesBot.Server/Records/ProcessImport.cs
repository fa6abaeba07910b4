using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Process;
using SalesBot.Server.Import;

namespace SalesBot.Server.Records;

/// <summary>
/// Takes a process file as the next version of the sales process. Where open deals of stages that it lacks go stands in its member <c>moved</c>
/// (<c>{"old": "new"}</c>). A file that is at fault anywhere changes nothing.
/// </summary>
internal sealed class ProcessImport(SalesDb db, string file, Faults faults, ImportReport report, ImportChanges changes)
{
    private const string Moved = "moved";

    /// <summary>It is told by its stages, and by having no records beside them.</summary>
    public static bool Is(JsonObject content) => content.ContainsKey(ProcessFile.Mark) && content.All(member => member.Key is ProcessFile.Mark or Moved);

    public async Task ReadAsync(JsonObject content, DateTimeOffset now, CancellationToken stop)
    {
        var (process, wrong) = ProcessFile.Read(content);
        foreach (var fault in wrong)
        {
            faults.Add(file, fault.Row, fault.Column, fault.Text.Key, fault.Text.Args);
        }

        if (content[Moved] is not (null or JsonObject))
        {
            faults.Add($"{file} {Moved}", 0, Moved, "Process.bad.moved");
        }

        if (process is null || faults.Count > 0)
        {
            return;
        }

        var map = (content[Moved] as JsonObject ?? []).ToDictionary(m => m.Key, m => m.Value?.ToString() ?? "", StringComparer.Ordinal);
        foreach (var (stage, deals) in await StageMapping.LeftAsync(db, process, stop))
        {
            if (!map.TryGetValue(stage, out var to) || process.Open.All(s => s.Id != to))
            {
                var unclear = StageMapping.Unclear(process, stage, deals);
                faults.Add(file, 0, Moved, unclear.Key, unclear.Args);
            }
        }

        if (faults.Count == 0)
        {
            await SaveAsync(process, map, now, stop);
        }
    }

    private async Task SaveAsync(SalesProcess process, Dictionary<string, string> map, DateTimeOffset now, CancellationToken stop)
    {
        var newest = await Definitions.NewestAsync(db, SalesProcess.Name, stop);
        var text = ProcessFile.Write(process);
        report.Count("process", newest is null ? Outcome.Added : newest.Content == text ? Outcome.Unchanged : Outcome.Updated);
        if (newest?.Content == text)
        {
            return;
        }

        await changes.SaveAsync(stop);
        var version = Definitions.Next(SalesProcess.Name, newest?.Number ?? 0, text, now);
        db.Add(version);
        await StageMapping.MoveAsync(db, map.Where(m => process.Find(m.Key) is null).ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal), null, now, stop);

        // Not looked at for what people edited: they did not say where a deal goes whose stage is no longer there.
        changes.Keep(ChangeLog.Capture(db));
        await db.SaveChangesAsync(stop);
    }
}
