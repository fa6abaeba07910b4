using System.Globalization;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports.Export;

/// <summary>What can be exported (the slot <c>what</c>), what that needs, and how its table is found: or why it cannot be.</summary>
internal sealed record ExportKind(string Name, Permission Needs, Func<Act, CancellationToken, Task<(ExportTable? Table, Word? Bad)>> ReadAsync)
{
    private ExportKind(string name, Permission needs, Func<Act, (ExportTable? Table, Word? Bad)> read)
        : this(name, needs, (act, _) => Task.FromResult(read(act)))
    {
    }

    public static IReadOnlyList<ExportKind> All { get; } =
    [
        new("deals", Permission.ReadSales, DealTables.DealsAsync),
        new("leads", Permission.ReadSales, DealTables.LeadsAsync),
        new("pipeline", Permission.ReadReports, DealTables.PipelineAsync),
        new("customers", Permission.ReadSales, CustomerTables.Customers),
        new("followups", Permission.ReadSales, CustomerTables.FollowUps),
        new("tasks", Permission.Member, WorkTables.Tasks),
        new("approvals", Permission.Member, WorkTables.Approvals),
        new("contracts", Permission.ReadSales, MoneyTables.Contracts),
        new("documents", Permission.ReadSales, DocumentTables.Documents),
        new("risks", Permission.ReadSales, WorkTables.Risks),
        new("payments", Permission.ReadSales, MoneyTables.Payments),
        new("audit", Permission.Administer, WorkTables.Audit),
    ];

    public Word Title => new("Export.what." + Name);

    /// <summary>Whether it is written as CSV; all else becomes Excel.</summary>
    public static bool IsCsv(string? format) => format == "csv";

    public string FileName(DateOnly day, string? format) => string.Create(CultureInfo.InvariantCulture, $"{Name}-{day:yyyy-MM-dd}.{(IsCsv(format) ? "csv" : "xlsx")}");

    public static ExportKind? Find(string? name) => All.FirstOrDefault(k => k.Name == name);
}
