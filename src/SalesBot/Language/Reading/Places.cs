using System.Globalization;
using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“第二个”, "#3", "the last one", "these two": places in what was last offered or listed.</summary>
internal static class Places
{
    public static IReadOnlyList<NamedRecord> Find(Clause clause) => [.. Keys(clause, Shown(clause)).Select(clause.Index.Get).OfType<NamedRecord>()];

    /// <summary>By their places, not by a word for all of them.</summary>
    public static bool AreSaid(Clause clause) => Said(clause, Shown(clause)).Any();

    /// <summary>A place is said first or last, and nothing that was shown has it.</summary>
    public static Mark? Unmet(Clause clause) =>
        clause.Words("ordinal").Where(mark => int.TryParse(mark.Value, CultureInfo.InvariantCulture, out var place) && place > Shown(clause).Count && PaperParts.IsPlace(clause, mark) && (PaperParts.Chooses(clause, mark) || (clause.Marks.IsStart(mark.Start) && IsWhole(clause, mark)) || (Shown(clause).Count > 0 && clause.Marks.IsEnd(mark.End)))).Select(mark => (Mark?)mark).FirstOrDefault();

    /// <summary>"The third one", 第三个: no "third quarter", no 第三方.</summary>
    private static bool IsWhole(Clause clause, Mark mark) =>
        clause.Message.Text.Slice(mark.Start, mark.End) is var said && (said.EndsWith("one", StringComparison.Ordinal) || said[0] == '#' || clause.Words("one_word").Any(one => one.Start == mark.End + 1) || PhraseBook.Standard.Is(said[^1..].ToString(), Feature.Key("[counter]")));

    public static IEnumerable<string> Keys(Clause clause, IReadOnlyList<string> shown) =>
        Said(clause, shown).ToList() is { Count: > 0 } said ? said : clause.Words("those") is { Count: > 0 } those && IsSoMany(those[0].Value, shown.Count) ? shown : [];

    /// <summary>"Both" of three that were shown are not those three; “都”, "these" are however many were shown.</summary>
    private static bool IsSoMany(string? count, int shown) => !int.TryParse(count, CultureInfo.InvariantCulture, out var many) || many == shown;

    /// <summary>What was last offered, else listed.</summary>
    public static IReadOnlyList<string> Shown(Clause clause) => clause.Focus.Choices.Count > 0 ? clause.Focus.Choices : clause.Focus.List;

    /// <summary>Of what was shown the to-dos that are to be done.</summary>
    public static List<NamedRecord> OpenTasks(Clause clause) => [.. Shown(clause).Select(clause.Index.Get).OfType<NamedRecord>().Where(IsOpenTask)];

    public static bool IsOpenTask(NamedRecord record) => record is { Kind: NamedKind.Task, IsOpen: true };

    /// <summary>Each number that may stand for one of what was shown, with the key of that.</summary>
    public static IEnumerable<(Mark Mark, string Key)> Numbered(Clause clause)
    {
        var shown = Shown(clause);
        var led = Led(clause) is { } row ? clause.ValuesOf(ValueKind.Number).Where(value => value.Mark == row).Select(value => (Mark: row, Place: (int)value.Number!.Value)) : [];
        return clause.Words("ordinal").Select(mark => (Mark: mark, Place: Place(mark.Value, shown.Count))).Concat(led).Where(number => number.Place >= 1 && number.Place <= shown.Count).Select(number => (number.Mark, shown[number.Place - 1]));
    }

    private static IEnumerable<string> Said(Clause clause, IReadOnlyList<string> shown)
    {
        if (shown.Count == 0) return [];
        var places = clause.Words("ordinal").Where(mark => !IsSort(clause, mark) && PaperParts.IsPlace(clause, mark)).Select(mark => mark.Value == "other" ? Other(clause, shown) : Place(mark.Value, shown.Count)).Where(place => place >= 1 && place <= shown.Count).Distinct().ToList();
        if (places.Count == 0) places.AddRange(clause.Words("several").Where(mark => PaperParts.IsPlace(clause, mark)).SelectMany(mark => Several(mark.Value!, shown.Count)).Distinct());
        if (places.Count == 0 && Extreme(clause, shown) is { } extreme) places.Add(extreme);
        if (places.Count == 0 && BareNumber(clause) is { } number && number >= 1 && number <= shown.Count) places.Add((int)number);
        if (places.Count == 0) places.AddRange(BareNumbers(clause, shown.Count));
        if (places.Count == 0 && Leading(clause, shown) is { } leading && PaperParts.IsPlace(clause, leading.Mark)) places.Add(leading.Place);
        return places.Select(place => shown[place - 1]);
    }

    /// <summary>"Biggest first" says how to sort.</summary>
    private static bool IsSort(Clause clause, Mark place) => clause.Words("sort").Any(sort => sort.Start < place.Start && sort.End >= place.End);

    /// <summary>"Open 2", "ok to 1 and 3": beside numbers that all stand for places, only words that say what is done with them.</summary>
    private static IEnumerable<int> BareNumbers(Clause clause, int count)
    {
        var numbers = clause.ValuesOf(ValueKind.Number).ToList();
        if (numbers.Count == 0 || numbers.Count < clause.Values.Count || clause.Focus.Pending is not null || !numbers.TrueForAll(number => number.Number is { } place && place >= 1 && place <= count && place == decimal.Truncate(place))) return [];
        var text = clause.Message.Text.Text;
        var words = clause.Words("open_verb").Concat(clause.Words("connector")).Concat(clause.Marks.Of(Feature.Polite)).Concat(clause.Marks.Of(Feature.Glue)).Concat(numbers.Select(number => number.Mark)).ToList();
        for (var i = clause.From; i < clause.To; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && !words.Exists(word => word.Start <= i && i < word.End)) return [];
        }

        return words.Count > numbers.Count ? numbers.Select(number => (int)number.Number!.Value).Distinct() : [];
    }

    /// <summary>A number and nothing else is a place only while several records are offered: the choices are numbered on the card.</summary>
    private static decimal? BareNumber(Clause clause)
    {
        if (clause.Focus.Choices.Count == 0) return null;
        var text = clause.Span;
        var letters = 0;
        foreach (var c in text) letters += char.IsLetterOrDigit(c) ? 1 : 0;
        return clause.ValuesOf(ValueKind.Number).FirstOrDefault(value => value.End - value.Start >= letters && value.Number == decimal.Truncate(value.Number ?? 0))?.Number;
    }

    /// <summary>The bare number of a row of the last list.</summary>
    public static Mark? Led(Clause clause) => clause.Focus.List.Count > 0 ? Leading(clause, clause.Focus.List)?.Mark : null;

    /// <summary>“1做完了”, “2 挪到周五”: the number of a row before what is to be done with it. What is counted (2个客户) is none.</summary>
    private static (int Place, Mark Mark)? Leading(Clause clause, IReadOnlyList<string> shown)
    {
        // What is done with is no longer known, but keeps its place.
        if (shown.Select(clause.Index.Get).FirstOrDefault(record => record is not null)?.Kind is not (NamedKind.Task or NamedKind.Approval)) return null;
        return clause.ValuesOf(ValueKind.Number).FirstOrDefault(value => clause.Marks.IsStart(value.Start) || IsLedTo(clause, value)) is { Number: { } number } first && number == decimal.Truncate(number) && number >= 1 && number <= shown.Count
            && !clause.Marks.Of(Feature.Key("[counter]")).Any(counter => counter.Start == first.End) ? ((int)number, first.Mark) : null;
    }

    private static bool IsLedTo(Clause clause, Value number) =>
        clause.Words("place_lead").Any(word => clause.IsBlank(word.End, number.Start) && (Shorthand.IsBare(clause, number) || (number.End < clause.To && Script.IsChinese(clause.Message.Text[number.End]))));

    /// <summary>Of two, the one that is not spoken of; 0 where nothing tells which.</summary>
    private static int Other(Clause clause, IReadOnlyList<string> shown)
    {
        if (shown.Count != 2) return 0;
        var spoken = shown.Select((key, at) => (Is: clause.Focus.Deal == key || clause.Focus.Customer == key || clause.Focus.Approval == key || (clause.Focus.Deal is { } deal && clause.Index.Get(key)?.Deal == deal) || clause.Index.Get(clause.Focus.Deal)?.Customer == key, At: at)).Where(place => place.Is).ToList();
        return spoken.Count == 1 ? 2 - spoken[0].At : 0;
    }

    /// <summary>“前两个”, "the last three".</summary>
    private static IEnumerable<int> Several(string value, int count)
    {
        var many = Math.Min(count, int.Parse(value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture));
        return Enumerable.Range(value[0] == '+' ? 1 : count - many + 1, many);
    }

    /// <summary>“早的那个”, "the bigger one": by its day or its amount, where one alone stands out.</summary>
    private static int? Extreme(Clause clause, IReadOnlyList<string> shown)
    {
        if (clause.Word("extreme") is not { } which) return null;
        var rows = shown.Select((key, at) => (Record: clause.Index.Get(key), At: at + 1)).Where(row => row.Record is not null)
            .Select(row => (Measure: which.StartsWith("date", StringComparison.Ordinal) ? row.Record!.Date?.DayNumber : row.Record!.Amount, row.At)).Where(row => row.Measure is not null).ToList();
        if (rows.Count < 2) return null;
        var best = which[^1] == '+' ? rows.Min(row => row.Measure) : rows.Max(row => row.Measure);
        return rows.FindAll(row => row.Measure == best) is [var one] ? one.At : null;
    }

    /// <summary>A place by its word ("3", "last", "second_last") in a list of so many; 0 where it is none.</summary>
    public static int Place(string? value, int count) =>
        value == "last" ? count : value == "second_last" ? count - 1 : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
}
