using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>
/// “5月底才能签”, "the board meets on the 24th", "wants the price down by Friday": a breath with a day that tells how things are or what others do. It stays in the note; a step is what
/// we do.
/// </summary>
internal static class Facts
{
    private static readonly int Event = PhraseBook.Standard.KeyOf("[appointment:event]"), Paper = PhraseBook.Standard.KeyOf("[appointment:paper]");

    public static bool Are(Clause clause, (int Start, int End) part)
    {
        if (Within(clause.Words("next_word"), part).Any() || Errands.AskedOfMe(clause, part) is not null || Errands.Mine(clause).Any(mine => mine.Overlaps(part.Start, part.End))) return false;
        var start = Start(clause, part);
        var chinese = Script.HasChinese(clause.Message.Text.Slice(part.Start, part.End));
        var isDeed = clause.Words("our_deed").Any(word => word.Start == start && word.End <= part.End) || IsDoing(clause.Message.Text.Slice(start, part.End));
        if (isDeed && !chinese) return false;
        var named = Within(clause.Marks.Of(Event), part).ToList();
        if (Within(clause.Words("tells_how"), part).Any(word => !isDeed || word.Start == start)) return true;
        if (Within(clause.Words("be_word"), part).Any(word => !chinese && named.TrueForAll(what => what.Start > word.Start))) return true;
        return !chinese && !isDeed && named.Count == 0 && !Within(clause.Marks.Of(Paper).Concat(clause.Words("method")).Concat(clause.Words("ours_to_give")), part).Any();
    }

    /// <summary>"Sending her the reference on Friday".</summary>
    private static bool IsDoing(ReadOnlySpan<char> words) => (words.IndexOf(' ') is > 0 and var end ? words[..end] : words).EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"She wants a quote by Friday", “客户要周五前拿到报价”: what is ours to give.</summary>
    public static bool AskForOurs(Clause clause, (int Start, int End) part) =>
        Within(clause.Words("ours_to_give"), part).Any(what => Within(clause.Words("wants"), part).Any(want => want.Start < what.Start))
        && clause.ValuesOf(ValueKind.Date).Any(day => day.Date > clause.Message.Today && day.Mark.Overlaps(part.Start, part.End));

    private static IEnumerable<Mark> Within(IEnumerable<Mark> words, (int Start, int End) part) => words.Where(word => word.Start >= part.Start && word.End <= part.End);

    /// <summary>Where the words begin, after days, hours and what only joins.</summary>
    private static int Start(Clause clause, (int Start, int End) part)
    {
        var at = part.Start;
        for (var moved = true; moved;)
        {
            (at, _) = FreeText.Trim(clause, at, part.End, deed: true);
            var value = clause.Values.Where(value => value.Start == at && value.End < part.End && value.Kind is ValueKind.Date or ValueKind.DateRange or ValueKind.Time or ValueKind.Duration).Select(value => value.End).DefaultIfEmpty(at).Max();
            (moved, at) = (value > at, value);
        }

        return at;
    }
}
