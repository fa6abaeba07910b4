using System.Text.Json.Nodes;
using SalesBot.Approvals.Flows;
using SalesBot.Customers.Rules;
using SalesBot.Data;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Server.Import;
using SalesBot.Splits;
using SalesBot.Words;

namespace SalesBot.Server.Records;

/// <summary>
/// Takes a file of something that the company lays down for itself, approval flows or a rule (on split deals, customers, nudges), as <c>export</c> writes it, as its next version.
/// A file that is at fault anywhere changes nothing.
/// </summary>
internal sealed class LaidImport(SalesDb db, string file, Faults faults, ImportReport report, ImportChanges changes)
{
    private static readonly Kind[] Kinds =
    [
        new(FlowBook.Name, content => content.ContainsKey("flows"), FlowBook.Standard.ToJson(), (content, org) => FlowFile.Read(content, org) is var (book, wrong) ? (book?.ToJson(), wrong) : default),
        new(CustomerRule.Name, CustomerFile.Is, CustomerFile.Write(CustomerRule.Shipped), (content, _) => CustomerFile.Read(content) is var (rule, wrong) ? (rule is null ? null : CustomerFile.Write(rule), wrong) : default),
        new(SplitRule.Name, SplitFile.Is, SplitFile.Write(SplitRule.Usual), (content, _) => SplitFile.Read(content) is var (rule, wrong) ? (rule is null ? null : SplitFile.Write(rule), wrong) : default),
        new(NudgeBook.Name, NudgeFile.Is, NudgeFile.Write(NudgeBook.Shipped), (content, org) => NudgeFile.Read(content, org) is var (book, wrong) ? (book is null ? null : NudgeFile.Write(book), wrong) : default),
    ];

    /// <summary>Each is told by its members: a file of records has none of them.</summary>
    public static bool Is(JsonObject content) => Array.Exists(Kinds, kind => kind.Is(content));

    public async Task ReadAsync(JsonObject content, DateTimeOffset now, CancellationToken stop)
    {
        var kind = Array.Find(Kinds, one => one.Is(content))!;
        var (laid, wrong) = kind.Read(content, await OrgChart.LoadAsync(db, stop));
        foreach (var (place, text) in wrong)
        {
            faults.Add($"{file} {place}".Trim(), 0, place, text.Key, text.Args);
        }

        if (laid is null)
        {
            return;
        }

        var version = await Definitions.NewestAsync(db, kind.Name, stop);
        var same = laid == (version?.Content ?? kind.Shipped);
        report.Count(kind.Name, same ? Outcome.Unchanged : version is null ? Outcome.Added : Outcome.Updated);
        if (!same)
        {
            var next = Definitions.Next(kind.Name, version?.Number ?? 0, laid, now);
            db.Add(next);
            changes.Added(next);
        }
    }

    /// <summary>One such thing.</summary>
    /// <param name="Shipped">What holds where no version was saved.</param>
    private sealed record Kind(string Name, Predicate<JsonObject> Is, string Shipped, Func<JsonObject, OrgChart, (string? Content, IReadOnlyList<(string Place, Word Text)> Faults)> Read);
}
