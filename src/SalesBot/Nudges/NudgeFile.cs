using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// The rules as people keep them in a file: <c>{"budget", "rules": {ID: {"on", "channel": "message" | "digest", "days", "grades": {"A"}, "ladder": [{"after", "to": […]}],
/// "task", "mail", "from": "HH:mm", "to": "HH:mm"}}}</c>. A member that is left out is as the service ships it.
/// </summary>
internal static class NudgeFile
{
    public const int MostDays = 365, MostBudget = 50, MostSteps = 5;

    private const string Budget = "budget", Rules = "rules";
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>It is told by its members.</summary>
    public static bool Is(JsonObject content) => content.ContainsKey(Budget) && content.ContainsKey(Rules);

    public static (NudgeBook? Book, IReadOnlyList<(string Place, Word Text)> Faults) Read(string content) => Read(JsonNode.Parse(content) as JsonObject ?? []);

    /// <summary>The book, or everything that is wrong with it, each with its place.</summary>
    public static (NudgeBook? Book, IReadOnlyList<(string Place, Word Text)> Faults) Read(JsonObject content)
    {
        var faults = new List<(string, Word)>();
        var budget = Number(content[Budget], Budget, 1, MostBudget, NudgeBook.Shipped.Budget, faults);
        var book = NudgeBook.Shipped with { Budget = budget };
        if (content[Rules] is not (null or JsonObject))
        {
            faults.Add((Rules, "Nudges.bad.rules"));
        }

        foreach (var (id, laid) in content[Rules] as JsonObject ?? [])
        {
            if (!NudgeBook.Shipped.Rules.TryGetValue(id, out var usual) || laid is not JsonObject terms)
            {
                faults.Add(($"{Rules}.{id}", new Word("Nudges.bad.rule", id)));
                continue;
            }

            book = book.With(id, Terms(terms, $"{Rules}.{id}", usual, faults));
        }

        return (faults.Count == 0 ? book : null, faults);
    }

    /// <summary>The same, and what cannot be in this company: somebody is told whom nobody knows, or what others rely on is turned off.</summary>
    public static (NudgeBook? Book, IReadOnlyList<(string Place, Word Text)> Faults) Read(JsonObject content, OrgChart org)
    {
        var (book, faults) = Read(content);
        if (book is null)
        {
            return (book, faults);
        }

        var unknown = book.Rules.SelectMany(r => r.Value.Ladder.SelectMany(s => s.To).Where(to => !Recipients.All.Contains(to, StringComparer.Ordinal) && org.Find(to) is not { Active: true }).Select(to => ($"{Rules}.{r.Key}.ladder", new Word("Nudges.bad.recipient", to))));
        var off = NudgeRules.Shipped.Where(r => r.Urgent && !book[r.Id].On).Select(r => ($"{Rules}.{r.Id}.on", new Word("Nudges.bad.urgent")));
        faults = [.. unknown.Concat(off)];
        return (faults.Count == 0 ? book : null, faults);
    }

    public static string Write(NudgeBook book) => new JsonObject
    {
        [Budget] = book.Budget,
        [Rules] = new JsonObject(book.Rules.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create(r.Key, (JsonNode?)Write(r.Value)))),
    }.ToJsonString(Format);

    private static JsonObject Write(RuleTerms terms)
    {
        var written = new JsonObject { ["on"] = terms.On, ["channel"] = terms.Channel == NudgeChannel.Digest ? "digest" : "message", ["task"] = terms.Task, ["mail"] = terms.Mail };
        if (terms.Days is { } days)
        {
            written["days"] = days;
        }

        if (terms.Grades.Count > 0)
        {
            written["grades"] = new JsonObject(terms.Grades.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, (JsonNode?)g.Value)));
        }

        if (terms.Ladder.Count > 0)
        {
            written["ladder"] = new JsonArray([.. terms.Ladder.Select(s => new JsonObject { ["after"] = s.After, ["to"] = new JsonArray([.. s.To.Select(t => (JsonNode)t)]) })]);
        }

        if (terms is { From: { } from, To: { } to })
        {
            (written["from"], written["to"]) = (from.ToString("HH:mm", CultureInfo.InvariantCulture), to.ToString("HH:mm", CultureInfo.InvariantCulture));
        }

        return written;
    }

    private static RuleTerms Terms(JsonObject laid, string place, RuleTerms usual, List<(string, Word)> faults)
    {
        var channel = laid["channel"]?.ToString();
        if (channel is not (null or "message" or "digest"))
        {
            faults.Add(($"{place}.channel", "Nudges.bad.channel"));
        }

        var grades = laid["grades"] is JsonObject given
            ? given.ToDictionary(g => g.Key, g => Number(g.Value, $"{place}.grades.{g.Key}", 0, MostDays, 0, faults), StringComparer.Ordinal)
            : usual.Grades;
        var (from, to) = (Clock(laid["from"], $"{place}.from", faults), Clock(laid["to"], $"{place}.to", faults));
        if (from is null != to is null || from >= to)
        {
            faults.Add(($"{place}.from", "Nudges.bad.hours"));
        }

        return usual with
        {
            On = Flag(laid["on"], $"{place}.on", usual.On, faults),
            Channel = channel is null ? usual.Channel : channel == "digest" ? NudgeChannel.Digest : NudgeChannel.Message,
            Days = usual.Days is { } days ? Number(laid["days"], $"{place}.days", 1, MostDays, days, faults) : null,
            Grades = grades,
            Ladder = usual.Ladder.Count > 0 && laid["ladder"] is { } ladder ? Ladder(ladder, $"{place}.ladder", faults) : usual.Ladder,
            Task = Flag(laid["task"], $"{place}.task", usual.Task, faults),
            Mail = Flag(laid["mail"], $"{place}.mail", usual.Mail, faults),
            From = from,
            To = to,
        };
    }

    private static List<LadderStep> Ladder(JsonNode laid, string place, List<(string, Word)> faults)
    {
        var steps = new List<LadderStep>();
        foreach (var step in laid as JsonArray ?? [])
        {
            var to = (step as JsonObject)?["to"] is JsonArray names ? names.Select(n => n?.ToString() ?? "").ToList() : [];
            steps.Add(new LadderStep(Number((step as JsonObject)?["after"], $"{place}[{steps.Count}].after", 0, MostDays, 0, faults), to));
        }

        var sound = steps.Count is > 0 and <= MostSteps && steps[0].After == 0 && steps.All(s => s.To.Count > 0 && s.To.All(t => t.Length > 0)) && steps.Zip(steps.Skip(1)).All(pair => pair.First.After < pair.Second.After);
        if (!sound)
        {
            faults.Add((place, "Nudges.bad.ladder"));
        }

        return steps;
    }

    private static int Number(JsonNode? node, string place, int least, int most, int otherwise, List<(string, Word)> faults)
    {
        if (node is null)
        {
            return otherwise;
        }

        if (node is JsonValue value && value.TryGetValue<int>(out var number) && number >= least && number <= most)
        {
            return number;
        }

        faults.Add((place, new Word("Nudges.bad.number", least, most)));
        return otherwise;
    }

    private static bool Flag(JsonNode? node, string place, bool otherwise, List<(string, Word)> faults)
    {
        if (node is null)
        {
            return otherwise;
        }

        if (node is JsonValue value && value.TryGetValue<bool>(out var flag))
        {
            return flag;
        }

        faults.Add((place, "Nudges.bad.flag"));
        return otherwise;
    }

    private static TimeOnly? Clock(JsonNode? node, string place, List<(string, Word)> faults)
    {
        if (node is null)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(node.ToString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        faults.Add((place, "Nudges.bad.hours"));
        return null;
    }
}
