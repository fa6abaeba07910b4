using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// Self-corrections in mid-sentence: "Tuesday no Wednesday", "to Brooke, I mean Sofia", "160k - scratch that, 165k", "172 instead of 185",
/// "… and start a, no scratch that last bit". What was taken back is cut out before anything else is read.
/// </summary>
internal static class Repairs
{
    private static readonly int Repair = PhraseBook.Standard.KeyOf("[repair]"), Strong = PhraseBook.Standard.KeyOf("[repair:strong]"),
        Strike = PhraseBook.Standard.KeyOf("[strike]"), InsteadOf = PhraseBook.Standard.KeyOf("[instead_of]"), Opening = PhraseBook.Standard.KeyOf("[instead_of:opening]"), Connector = PhraseBook.Standard.KeyOf("[connector]");

    private static readonly List<int> Leading = [.. new[] { "[correction]", "[no]", "[filler]", "[polite]", "[this]", "[method]", "[slip]" }.Select(PhraseBook.Standard.KeyOf)];

    /// <summary>What the first such word takes back, itself included, in order; empty when nothing was.</summary>
    public static IReadOnlyList<Mark> First(NormalText text, IReadOnlyList<LiteralHit> hits, IReadOnlyList<Mention> mentions, IReadOnlyList<Value> values, DateTime now)
    {
        var book = PhraseBook.Standard;
        var words = hits.Where(hit => book.Is(hit.Literal, Repair) || book.Is(hit.Literal, Strike) || book.Is(hit.Literal, InsteadOf)).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.End).ToList();
        if (words.Count == 0) return [];
        var said = Said(hits, mentions, values);
        var cut = words.Select(word => OfWord(text.Text, word, hits, said)).FirstOrDefault(spans => spans.Length > 0) ?? [];
        return cut is [var first, ..] ? [first with { Start = AfterDay(text.Text, first, values, now) }, .. cut.Skip(1), .. WhyNot(text.Text, cut, values)] : cut;
    }

    /// <summary>“还是后天吧 [明天我在高铁上]”: a later breath about the day that was taken back tells why.</summary>
    private static IEnumerable<Mark> WhyNot(string text, Mark[] cut, IReadOnlyList<Value> values)
    {
        if (values.FirstOrDefault(value => value.Kind == ValueKind.Date && value.Start == cut[0].Start && value.End <= cut[^1].End) is not { Date: { } wrong }) return [];
        var later = values.Where(value => value.Start >= cut[^1].End && value.Date is not null).ToList();
        return Segments.Of(text, cut[^1].End, text.Length).Where(breath => breath.Start > cut[^1].End && later.FindAll(value => value.Mark.Overlaps(breath.Start, breath.End)) is { Count: > 0 } days && days.TrueForAll(day => day.Date == wrong)).Select(breath => new Mark(breath.Start, breath.End));
    }

    /// <summary>“后天下午两点 不对 两点半”, "Thursday at 2pm, no, 3pm": only the hour is said anew, so that its day stays; where that ends.</summary>
    private static int AfterDay(string text, Mark cut, IReadOnlyList<Value> values, DateTime now)
    {
        if (values.FirstOrDefault(value => value.Kind == ValueKind.Date && value.Start == cut.Start && values.Any(time => time.Kind == ValueKind.Time && time.Mark == value.Mark)) is not { } day
            || values.FirstOrDefault(value => value.Start >= cut.End) is not { Kind: ValueKind.Time }) return cut.Start;
        for (var end = day.End - 1; end > day.Start; end--)
        {
            if (text[end - 1] != ' ' && SpanReader.Read(NormalText.Of(text[day.Start..end]), now) is [{ Type: FoundType.Date or FoundType.DateRange, Start: 0 } part] && part.End == end - day.Start) return end;
        }

        return cut.Start;
    }

    private static Mark[] OfWord(string text, LiteralHit word, IReadOnlyList<LiteralHit> hits, List<Mark> said)
    {
        var book = PhraseBook.Standard;
        if (book.Is(word.Literal, Strike) && IsEnd(text, word.End)) return [LastPart(text, word, hits)];
        if (said.Find(thing => thing.Start >= word.End && IsGlue(text, word.End, thing.Start)) is not { End: > 0 } next) return [];
        if (book.Is(word.Literal, Opening) && !Opens(text, word.Start, hits) && !Closes(text, word, next, said)) return [];
        if (book.Is(word.Literal, InsteadOf)) return said.Exists(thing => thing.Value == next.Value && !thing.Overlaps(next.Start, next.End)) ? [new Mark(word.Start, next.End)] : [];
        if (said.FindLast(thing => thing.Value == next.Value && thing.End <= word.Start) is not { End: > 0 } before) return [];
        if (IsGlue(text, before.End, word.Start)) return [new Mark(before.Start, next.Start)];
        return book.Is(word.Literal, Strong) ? [new Mark(before.Start, before.End), new Mark(word.Start, next.Start)] : [];
    }

    /// <summary>Only words that correct, and what the correction is about, stand before it: “不对 不是[今天] 是昨天”.</summary>
    public static bool Opens(string text, int start, IReadOnlyList<LiteralHit> hits)
    {
        for (var i = 0; i < start; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && !hits.Any(hit => hit.Start <= i && i < hit.End && hit.End <= start && Leading.Exists(list => PhraseBook.Standard.Is(hit.Literal, list)))) return false;
        }

        return true;
    }

    /// <summary>“是四海通 不是[冷链]”: the last breath denies another of the same sort.</summary>
    private static bool Closes(string text, LiteralHit word, Mark denied, List<Mark> said) =>
        word.Start > 0 && denied.Start == word.End && !char.IsLetterOrDigit(text[word.Start - 1]) && IsEnd(text, denied.End) && said.Exists(thing => thing.Value == denied.Value && thing.End <= word.Start);

    /// <summary>What can be said anew, each with its sort: two of one sort replace each other.</summary>
    private static List<Mark> Said(IReadOnlyList<LiteralHit> hits, IReadOnlyList<Mention> mentions, IReadOnlyList<Value> values)
    {
        var stages = hits.Where(hit => PhraseBook.Standard.Is(hit.Literal, Feature.Stage)).Select(hit => new Mark(hit.Start, hit.End, "stage"));
        var names = mentions.Where(mention => mention.Strength >= NameStrength.Short).Select(mention => new Mark(mention.Start, mention.End, mention.Kind switch
        {
            NamedKind.Customer or NamedKind.Deal => "subject",
            NamedKind.Person or NamedKind.Contact => "person",
            _ => mention.Kind.ToString(),
        }));
        return [.. stages.Concat(names).Concat(values.Select(value => new Mark(value.Start, value.End, SortOf(value)))).OrderBy(thing => thing.Start).ThenByDescending(thing => thing.End)];
    }

    private static string SortOf(Value value) => value.Kind switch
    {
        ValueKind.Money or ValueKind.Number => "amount",
        ValueKind.Date or ValueKind.DateRange => "date",
        _ => value.Kind.ToString(),
    };

    /// <summary>From the beginning of the last part before the word, to the end.</summary>
    private static Mark LastPart(string text, LiteralHit word, IReadOnlyList<LiteralHit> hits)
    {
        var starts = Segments.Of(text, 0, word.Start).Select(part => part.Start)
            .Concat(hits.Where(hit => hit.End < word.Start && PhraseBook.Standard.Is(hit.Literal, Connector)).Select(hit => hit.Start)).Where(start => !IsGlue(text, start, word.Start));
        return new Mark(starts.DefaultIfEmpty(0).Max(), text.Length);
    }

    /// <summary>Nothing but blanks, signs and small words between.</summary>
    private static bool IsGlue(string text, int start, int end)
    {
        var at = start;
        while (at < end)
        {
            var from = at;
            while (at < end && (Script.IsLatin(text[at]) || text[at] == '\'')) at++;
            if (at == from) at++;
            else if (!PhraseBook.Standard.IsGlue(text[from..at]) && !PhraseBook.Standard.Is(text[from..at], Repair)) return false;
            if (at > from && Script.IsChinese(text[from])) return false;
        }

        return true;
    }

    private static bool IsEnd(string text, int at) => !text.AsSpan(at).ContainsAnyExcept(" .,!;");
}
