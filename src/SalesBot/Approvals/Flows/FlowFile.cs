using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>A file of approval flows as <see cref="FlowBook.ToJson"/> writes it: read, or everything that is wrong with it, each with its place (<c>quote[2].steps[1].who</c>, counted from 1).</summary>
internal static partial class FlowFile
{
    public static (FlowBook? Book, IReadOnlyList<(string Place, Word Text)> Faults) Read(JsonObject content, OrgChart org)
    {
        try
        {
            var book = FlowBook.Parse(content.ToJsonString());
            var faults = FlowFaults.Of(book, org).ToList();
            return (faults.Count == 0 ? book : null, faults);
        }
        catch (JsonException broken)
        {
            var place = Place(broken.Path);
            return (null, [(place, Shape(place))]);
        }
    }

    /// <summary><c>$.flows.quote[0].steps[1].hours</c> as people count: <c>quote[1].steps[2].hours</c>.</summary>
    private static string Place(string? path)
    {
        var bare = (path ?? "").TrimStart('$').TrimStart('.');
        bare = bare.StartsWith("flows.", StringComparison.Ordinal) ? bare["flows.".Length..] : bare;
        return Index().Replace(bare, place => string.Create(CultureInfo.InvariantCulture, $"[{int.Parse(place.ValueSpan[1..^1], NumberStyles.None, CultureInfo.InvariantCulture) + 1}]"));
    }

    /// <summary>What belongs there, where the member is one of ours.</summary>
    private static Word Shape(string place) => place.Split('.')[^1] switch
    {
        "hours" => new Word("Flow.bad_hours", FlowFaults.LongestHours),
        "amountAtLeast" or "amountBelow" or "discountDeeperThan" or "bulkLimit" => "Flow.shape.number",
        "workingTime" or "termsDeviate" => "Flow.shape.flag",
        "mode" => "Flow.shape.mode",
        "steps" or "who" or "termsContain" => "Flow.shape.list",
        _ => "Flow.bad_shape",
    };

    [GeneratedRegex(@"\[\d{1,9}\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Index();
}
