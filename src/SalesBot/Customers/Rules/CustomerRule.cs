using System.Text.Json.Nodes;
using SalesBot.Data;

namespace SalesBot.Customers.Rules;

/// <summary>In which order leads find somebody (CU-09).</summary>
internal enum LeadWay
{
    RoundRobin,
    LeastLoaded,
    Region,
}

/// <summary>
/// What a company lays down about its customers: the public pool, layers, leads, how long contacts are kept. The newest <see cref="Definition"/> of <see cref="Name"/> holds,
/// and where there is none <see cref="Shipped"/>.
/// </summary>
/// <param name="Figures">By <see cref="CustomerFigure.Id"/>; every one is there.</param>
/// <param name="Currency">The house currency, in which layers are counted.</param>
/// <param name="Rates">What one unit of another currency is worth in the house currency; one that is not there is not counted.</param>
/// <param name="Regions">Keys of teams by the region of which they get the leads.</param>
internal sealed record CustomerRule(
    IReadOnlyDictionary<string, decimal> Figures, string Currency, IReadOnlyDictionary<string, decimal> Rates, LeadWay Way, IReadOnlyDictionary<string, string> Regions)
{
    public const string Name = "customer_rule";

    /// <summary>What the service ships with.</summary>
    public static CustomerRule Shipped { get; } = new(
        CustomerFigure.All.ToDictionary(f => f.Id, f => f.Shipped, StringComparer.Ordinal), "CNY", new Dictionary<string, decimal>(StringComparer.Ordinal) { ["USD"] = 7.1m, ["EUR"] = 7.8m },
        LeadWay.RoundRobin, new Dictionary<string, string>(StringComparer.Ordinal));

    public int ClaimsADay => Number(CustomerFigure.ClaimsADay);

    public int CoolDownDays => Number(CustomerFigure.CoolDownDays);

    public int WarnDays => Number(CustomerFigure.WarnDays);

    public int LayerMonths => Number(CustomerFigure.LayerMonths);

    public decimal LargeFrom => Figures[CustomerFigure.LargeFrom];

    public int YearsNew => Number(CustomerFigure.YearsNew);

    public int YearsLong => Number(CustomerFigure.YearsLong);

    public int AcceptHours => Number(CustomerFigure.AcceptHours);

    public int ContactMonths => Number(CustomerFigure.ContactMonths);

    /// <summary>Days without a follow-up after which a customer of that grade goes to the pool; 0 is never.</summary>
    public int RecycleDays(string? grade) => Number(CustomerFigure.Recycle(grade));

    /// <summary>In the house currency; null for one without a rate.</summary>
    public decimal? InHouse(decimal amount, string currency) => currency == Currency ? amount : Rates.TryGetValue(currency, out var rate) ? amount * rate : null;

    public static async Task<CustomerRule> LoadAsync(SalesDb db, CancellationToken cancellationToken) =>
        (await Definitions.NewestAsync(db, Name, cancellationToken) is { } laid ? Read(laid.Content) : null) ?? Shipped;

    /// <summary>As it holds for an act that only reads.</summary>
    public static CustomerRule Of(Definitions definitions) => definitions.Read(Name, laid => (laid is null ? null : Read(laid.Content)) ?? Shipped);

    /// <summary>What a version kept; null where it cannot be read.</summary>
    public static CustomerRule? Read(string content) => CustomerFile.Read(JsonNode.Parse(content) as JsonObject ?? []).Rule;

    private int Number(string id) => (int)Figures[id];
}
