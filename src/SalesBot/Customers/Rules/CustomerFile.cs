using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesBot.Words;

namespace SalesBot.Customers.Rules;

/// <summary>The customer rule as people keep it in a file: a member for each figure, <c>currency</c>, <c>rates</c>, <c>leadWay</c>, <c>regions</c>.</summary>
internal static partial class CustomerFile
{
    private const string Currency = "currency", Rates = "rates", Way = "leadWay", Regions = "regions";
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>It is told by its members.</summary>
    public static bool Is(JsonObject content) => content.ContainsKey(CustomerFigure.ClaimsADay) && content.ContainsKey(CustomerFigure.LargeFrom);

    /// <summary>The rule, or everything that is wrong with it, each with its member. A figure that is left out is as shipped.</summary>
    public static (CustomerRule? Rule, IReadOnlyList<(string Place, Word Text)> Faults) Read(JsonObject content)
    {
        var faults = new List<(string, Word)>();
        var figures = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var figure in CustomerFigure.All)
        {
            var value = content.ContainsKey(figure.Id) ? Number(content[figure.Id]) : figure.Shipped;
            figures[figure.Id] = value ?? 0;
            if (value is not { } number || !figure.Holds(number))
            {
                faults.Add((figure.Id, new Word("CustomerRule.bad_figure", figure.Label, figure.Least, figure.Most)));
            }
        }

        if (faults.Count == 0 && figures[CustomerFigure.YearsNew] >= figures[CustomerFigure.YearsLong])
        {
            faults.Add((CustomerFigure.YearsLong, "CustomerRule.bad_years"));
        }

        var currency = Text(content[Currency]) ?? CustomerRule.Shipped.Currency;
        var rates = Map(content, Rates, faults, node => Number(node) is { } rate and > 0 and < 1_000_000 ? rate : null, CustomerRule.Shipped.Rates);
        if (!IsCurrency().IsMatch(currency) || rates.Keys.Any(key => !IsCurrency().IsMatch(key)))
        {
            faults.Add((Currency, "CustomerRule.bad_currency"));
        }

        var way = CustomerRule.Shipped.Way;
        if (content.ContainsKey(Way) && !(Text(content[Way]) is { } said && Enum.TryParse(said.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out way) && Enum.IsDefined(way)))
        {
            faults.Add((Way, "CustomerRule.bad_way"));
        }

        var regions = Texts(content, faults);
        return (faults.Count == 0 ? new CustomerRule(figures, currency, rates, way, regions) : null, faults);
    }

    public static string Write(CustomerRule rule)
    {
        var content = new JsonObject(CustomerFigure.All.Select(f => KeyValuePair.Create(f.Id, (JsonNode?)rule.Figures[f.Id])));
        content[Currency] = rule.Currency;
        content[Rates] = new JsonObject(rule.Rates.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value)));
        content[Way] = rule.Way switch { LeadWay.LeastLoaded => "least_loaded", LeadWay.Region => "region", _ => "round_robin" };
        content[Regions] = new JsonObject(rule.Regions.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value)));
        return content.ToJsonString(Format);
    }

    private static Dictionary<string, decimal> Map(JsonObject content, string member, List<(string Place, Word Text)> faults, Func<JsonNode?, decimal?> read, IReadOnlyDictionary<string, decimal> otherwise)
    {
        if (!content.ContainsKey(member))
        {
            return otherwise.ToDictionary(StringComparer.Ordinal);
        }

        var map = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (content[member] is not JsonObject given)
        {
            faults.Add((member, "CustomerRule.bad_rates"));
            return map;
        }

        foreach (var (key, node) in given)
        {
            if (read(node) is { } value)
            {
                map[key] = value;
            }
            else
            {
                faults.Add(($"{member}.{key}", "CustomerRule.bad_rates"));
            }
        }

        return map;
    }

    private static Dictionary<string, string> Texts(JsonObject content, List<(string Place, Word Text)> faults)
    {
        var given = content[Regions] as JsonObject ?? [];
        if ((content[Regions] is not null and not JsonObject) || given.Any(one => Text(one.Value) is null))
        {
            faults.Add((Regions, "CustomerRule.bad_regions"));
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        return given.ToDictionary(one => one.Key, one => Text(one.Value)!, StringComparer.Ordinal);
    }

    private static decimal? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<decimal>(out var number) ? number : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsCurrency();
}
