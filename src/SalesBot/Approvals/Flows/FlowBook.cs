using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Data;

namespace SalesBot.Approvals.Flows;

/// <summary>
/// The company's approval flows (AP-08), by kind of approval: data that an admin changes, each change a version of its own. Approvals on their way
/// keep the flow under which they were submitted.
/// </summary>
internal sealed record FlowBook(IReadOnlyDictionary<string, IReadOnlyList<Flow>> Flows)
{
    /// <summary>The name of the <see cref="Definition"/>, and of the member of a file that holds them.</summary>
    public const string Name = "approval_flows";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>What the service ships with.</summary>
    public static FlowBook Standard { get; } = Shipped();

    /// <summary>What <see cref="BulkLimit"/> is in; what is in another currency is opened one by one.</summary>
    public const string BulkCurrency = "CNY";

    /// <summary>Up to this much several may be approved in one go; 0: never.</summary>
    public decimal BulkLimit { get; init; } = 50_000;

    /// <summary>What holds now, and the version it comes from; null is what the service ships with.</summary>
    public static async Task<(FlowBook Book, Definition? Version)> LoadAsync(SalesDb db, CancellationToken cancellationToken)
    {
        var version = await Definitions.NewestAsync(db, Name, cancellationToken);
        return (version is null ? Standard : Parse(version.Content), version);
    }

    /// <summary>Reads what <see cref="ToJson"/> writes.</summary>
    /// <exception cref="JsonException">It is not of this shape: says where.</exception>
    public static FlowBook Parse(string json) => JsonSerializer.Deserialize<FlowBook>(json, Options) is { Flows: not null } book ? book : throw new JsonException("flows");

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static string KindOf(ApprovalKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    /// <summary>The first flow of that kind whose conditions hold; a kind or case that nobody thought of goes to an admin.</summary>
    public Flow For(ApprovalKind kind, FlowCase of) =>
        Flows.GetValueOrDefault(KindOf(kind))?.FirstOrDefault(flow => flow.When?.Holds(of) ?? true) ?? new Flow([new FlowStep([])]);

    private static FlowBook Shipped()
    {
        using var file = new StreamReader(typeof(FlowBook).Assembly.GetManifestResourceStream("SalesBot.Approvals.Flows.default-approval-flows.json")!);
        return Parse(file.ReadToEnd());
    }
}
