using System.Text.Json.Nodes;
using SalesBot.Approvals.Flows;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Server.Import;

namespace SalesBot.Server.Records;

/// <summary>Takes a file of approval flows, as <c>export approval_flows</c> writes it, as their next version. A file that is at fault anywhere changes nothing.</summary>
internal sealed class FlowsImport(SalesDb db, string file, Faults faults, ImportReport report, ImportChanges changes)
{
    /// <summary>It is told by its flows: a file of records has none.</summary>
    public static bool Is(JsonObject content) => content.ContainsKey("flows");

    public async Task ReadAsync(JsonObject content, DateTimeOffset now, CancellationToken stop)
    {
        var (book, wrong) = FlowFile.Read(content, await OrgChart.LoadAsync(db, stop));
        foreach (var (place, text) in wrong)
        {
            faults.Add($"{file} {place}".Trim(), 0, place, text.Key, text.Args);
        }

        if (book is null)
        {
            return;
        }

        var (before, version) = await FlowBook.LoadAsync(db, stop);
        var same = before.ToJson() == book.ToJson();
        report.Count(FlowBook.Name, same ? Outcome.Unchanged : version is null ? Outcome.Added : Outcome.Updated);
        if (!same)
        {
            var next = new Definition { Key = Keys.New('V'), CreatedAt = now, Name = FlowBook.Name, Number = 1 + (version?.Number ?? 0), Content = book.ToJson() };
            db.Add(next);
            changes.Added(next);
        }
    }
}
