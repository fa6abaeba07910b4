using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>
/// “5月底才能签”, "the board meets on the 24th", "wants the price down by Friday": a breath with a day that tells how things are or what others do. It stays in the note; a step is what
/// we do.
/// </summary>
internal static class Facts
{
    private static readonly SpokenPatterns Words = new("SalesBot.Language.Filling.facts-words.txt");

    private static readonly int Event = PhraseBook.Standard.KeyOf("[appointment:event]"), Paper = PhraseBook.Standard.KeyOf("[appointment:paper]");

    public static bool Are(Clause clause, (int Start, int End) part)
    {
        if (Within(clause.Words("next_word"), part).Any() || Errands.AskedOfMe(clause, part) is not null || Errands.Mine(clause).Any(mine => mine.Overlaps(part.Start, part.End))) return false;
        var start = Start(clause, part);
        var words = clause.Message.Text.Slice(start, part.End).ToString();
        var chinese = Script.HasChinese(words);
        var isDeed = Words["deed"].IsMatch(words);
        if (isDeed && !chinese) return false;
        if (Words["tells"].IsMatch(words) || Words["others"].IsMatch(clause.Message.Text.Slice(part.Start, part.End))) return true;
        var named = Within(clause.Marks.Of(Event), part).ToList();
        if (chinese) return named.Count == 0 && !Within(clause.Marks.Of(Paper), part).Any() && !Words["ours"].IsMatch(words);
        if (Words["is"].Match(words) is { Success: true } told && named.TrueForAll(what => what.Start > start + told.Index)) return true;
        return named.Count == 0 && !Within(clause.Marks.Of(Paper).Concat(clause.Words("method")).Concat(clause.Words("ours_to_give")), part).Any();
    }

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
