using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesBot.Words;

namespace SalesBot.Splits;

/// <summary>The rule on split deals as people keep it in a file: <c>{"days", "similarity", "limits": {"CNY"}, "frameworkDays"}</c>.</summary>
internal static partial class SplitFile
{
    public const int LongestDays = 730;

    private const string Days = "days", Similarity = "similarity", Limits = "limits", FrameworkDays = "frameworkDays";
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>It is told by its members.</summary>
    public static bool Is(JsonObject content) => content.ContainsKey(Limits) && content.ContainsKey(Similarity);

    /// <summary>The rule, or everything that is wrong with it, each with its member.</summary>
    public static (SplitRule? Rule, IReadOnlyList<(string Place, Word Text)> Faults) Read(JsonObject content)
    {
        var faults = new List<(string, Word)>();
        T Value<T>(JsonNode? node, string place, Predicate<T> sound, Word otherwise)
            where T : struct
        {
            var read = node is JsonValue value && value.TryGetValue<T>(out var given) && sound(given) ? given : (T?)null;
            if (read is null)
            {
                faults.Add((place, otherwise));
            }

            return read ?? default;
        }

        var days = Value<int>(content[Days], Days, d => d is > 0 and <= LongestDays, new Word("SplitRule.bad_days", LongestDays));
        var similarity = Value<double>(content[Similarity], Similarity, s => s is >= 0 and <= 1, "SplitRule.bad_similarity");
        var framework = Value<int>(content[FrameworkDays], FrameworkDays, d => d is >= 0 and <= LongestDays, new Word("SplitRule.bad_days", LongestDays));
        var limits = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (content[Limits] is not JsonObject { Count: > 0 } given)
        {
            faults.Add((Limits, "SplitRule.bad_limits"));
        }
        else
        {
            foreach (var (currency, limit) in given)
            {
                limits[currency] = Value<decimal>(limit, $"{Limits}.{currency}", amount => amount > 0 && Currency().IsMatch(currency), "SplitRule.bad_limits");
            }
        }

        return (faults.Count == 0 ? new SplitRule(days, similarity, limits, framework) : null, faults);
    }

    public static string Write(SplitRule rule) => new JsonObject
    {
        [Days] = rule.Days,
        [Similarity] = rule.Similarity,
        [Limits] = new JsonObject(rule.Limits.OrderBy(limit => limit.Key, StringComparer.Ordinal).Select(limit => KeyValuePair.Create(limit.Key, (JsonNode?)limit.Value))),
        [FrameworkDays] = rule.FrameworkDays,
    }.ToJsonString(Format);

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Currency();
}
