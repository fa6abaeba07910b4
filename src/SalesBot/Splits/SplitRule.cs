using System.Text.Json.Nodes;
using SalesBot.Data;

namespace SalesBot.Splits;

/// <summary>When several deals are looked at as one (GV-05). What a company lays down for itself is the newest <see cref="Definition"/> of <see cref="Name"/>.</summary>
/// <param name="Days">Within how many days of each other they were opened.</param>
/// <param name="Similarity">How alike their names must be, from 0 to 1 (<see cref="Likeness"/>); deals of one product are alike.</param>
/// <param name="Limits">Above which amount a deal needs more approval, by currency; deals in other currencies are not looked at.</param>
/// <param name="FrameworkDays">How long a customer whose orders were found to be a framework is not asked about again.</param>
internal sealed record SplitRule(int Days, double Similarity, IReadOnlyDictionary<string, decimal> Limits, int FrameworkDays)
{
    public const string Name = "split_rule";

    /// <summary>What the service ships with.</summary>
    public static SplitRule Usual { get; } = new(30, 0.5, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["CNY"] = 500_000, ["USD"] = 70_000, ["EUR"] = 65_000 }, 180);

    public static async Task<SplitRule> LoadAsync(SalesDb db, CancellationToken cancellationToken) =>
        (await Definitions.NewestAsync(db, Name, cancellationToken) is { } laid ? Read(laid.Content) : null) ?? Usual;

    /// <summary>What a version kept; null where it cannot be read.</summary>
    public static SplitRule? Read(string content) => SplitFile.Read(JsonNode.Parse(content) as JsonObject ?? []).Rule;
}
