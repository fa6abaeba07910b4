using SalesBot.Conversation;

namespace SalesBot.Contracts;

/// <summary>Which of the usual clauses terms say nothing of (AP-09), seen by their words: a hint for whoever reads them, not a reading.</summary>
internal static class Clauses
{
    private const string Payment = "payment", Credit = "credit", Law = "law", Whole = "whole", And = "and";

    private static readonly char[] Breaks = [',', ';', '\uFF0C', '\uFF1B', '\u3002', '\n'];

    private static readonly IReadOnlyList<(string Id, string[] Words)> All = Load();

    private static readonly IReadOnlyList<(string Id, string[] Words)> Usual = [.. All.Where(clause => clause.Id is not (Credit or Law or Whole or And))];

    /// <summary>Ids of those that are missing: <c>payment</c>, <c>delivery</c>, <c>acceptance</c>, <c>warranty</c>, <c>liability</c>.</summary>
    public static IReadOnlyList<string> Missing(string terms) =>
        [.. Usual.Where(clause => !clause.Words.Any(word => terms.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(clause => clause.Id)];

    /// <summary>
    /// Terms in which one clause is said anew (“质保条款改成三年”): the breaths about it give way to the new words, the others stay. Breaths with a share are about payment, whatever else they name.
    /// </summary>
    /// <param name="clause">The word by which it was called: 付款, warranty …; of an unknown one the new words are added.</param>
    public static string With(string? terms, string clause, string said)
    {
        var id = About(clause);
        var words = Usual.FirstOrDefault(usual => usual.Id == id).Words ?? [clause];
        var parts = (terms ?? "").Split(Breaks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        var at = parts.FindIndex(part => About(part) == id && id is not null);
        parts.RemoveAll(part => About(part) == id && id is not null);
        var chinese = clause[0] > 0x2E80;
        parts.Insert(at < 0 ? parts.Count : at, words.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase)) || (id == Payment && said.Contains('%', StringComparison.Ordinal)) ? said : chinese ? clause + said : $"{clause}: {said}");
        return string.Join(chinese ? "\uFF0C" : "; ", parts);
    }

    /// <summary>“账期60天” said of a contract that has terms: a clause takes the place of the one about the same thing, and is added where there is none.</summary>
    public static string Merged(string? terms, string said)
    {
        var anew = said.Split(Breaks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Joined).ToList();
        var about = anew.Select(Kind).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var kept = (terms ?? "").Split(Breaks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Joined).Where(part => !(Kind(part) is { } kind ? about.Contains(kind) : anew.Contains(part, StringComparer.Ordinal))).ToList();
        return kept.Count == 0 ? said : string.Join(said[0] > 0x2E80 ? "\uFF0C" : "; ", kept.Concat(anew));
    }

    /// <summary>"Net 30 from delivery and English law" are two clauses where each side is about something of its own.</summary>
    private static IEnumerable<string> Joined(string part)
    {
        var parts = All.Where(list => list.Id == And).SelectMany(list => list.Words).Select(word => part.Split(word, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(sides => sides.Length > 1);
        return parts is not null && parts.Select(Kind).ToList() is var kinds && !kinds.Contains(null) && kinds.Distinct(StringComparer.Ordinal).Count() == parts.Length ? parts : [part];
    }

    /// <summary>The same of what an act says. A form shows all terms and gives them anew, as a message does that calls them so (“付款条件：…”).</summary>
    public static string Merged(string? terms, string said, Act act) =>
        act.Pressed || act.Said is not { } message || All.Any(clause => clause.Id == Whole && clause.Words.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase))) ? said : Merged(terms, said);

    /// <summary>What it is about; within how many days it is to be paid is another thing than in which parts.</summary>
    private static string? Kind(string part) =>
        All.Any(clause => clause.Id == Credit && clause.Words.Any(word => part.Contains(word, StringComparison.OrdinalIgnoreCase))) ? Credit
        : About(part) ?? (All.Any(clause => clause.Id == Law && clause.Words.Any(word => part.Contains(word, StringComparison.OrdinalIgnoreCase))) ? Law : null);

    private static string? About(string part) =>
        part.Contains('%', StringComparison.Ordinal) ? Payment : Usual.FirstOrDefault(usual => usual.Words.Any(word => part.Contains(word.Trim(), StringComparison.OrdinalIgnoreCase))).Id;

    private static List<(string Id, string[] Words)> Load()
    {
        using var file = new StreamReader(typeof(Clauses).Assembly.GetManifestResourceStream("SalesBot.Contracts.clauses.txt")!);
        return [.. file.ReadToEnd().Split('\n').Where(line => line.Contains(" = ", StringComparison.Ordinal) && line[0] != '#').Select(line => line.Split(" = ")).Select(pair => (pair[0], pair[1].Split('|')))];
    }
}
