using SalesBot.Language;
using SalesBot.Language.Reading;
using SalesBot.Language.Text;

namespace SalesBot.Promises;

/// <summary>A promise in somebody's words.</summary>
/// <param name="Content">The breath that holds it, as it was typed.</param>
internal sealed record SpokenPromise(PromiseSide Side, string Content, DateOnly? DueOn);

/// <summary>
/// Finds what was promised in a report (idea 3): a breath with who ("we", “对方”), that it is still to be done ("will", "promised", “答应”, or a day to come) and what. A breath that denies or
/// asks holds none, and one without a day only where it says outright that it was promised.
/// </summary>
internal static class PromiseReader
{
    private static readonly SpokenPatterns Words = new("SalesBot.Promises.promise-words.txt");

    private const int Longest = 400;
    private const int Most = 6;

    public static IReadOnlyList<SpokenPromise> Read(string said, DateTime now) => [.. Words["breath"].Split(Words["ordered"].Replace(said, "")).Select(breath => Of(breath.Trim(), now)).OfType<SpokenPromise>().Take(Most)];

    private static SpokenPromise? Of(string breath, DateTime now)
    {
        var words = NormalText.Of(breath).Text.ToLowerInvariant();
        if (Words["denied"].IsMatch(words) || words.EndsWith('?'))
        {
            return null;
        }

        var side = Side(words);
        var outright = Words["outright"].IsMatch(words);
        // “把图纸发来了”: what is given already is promised no more.
        if (!outright && Words["given"].IsMatch(words))
        {
            return null;
        }

        var day = DayIn(breath, now);
        return side is { } who && (outright || (day is not null && Words["doing"].IsMatch(words))) ? new SpokenPromise(who, WithoutDay(breath, now) is var what && what.Length > Longest ? what[..Longest] : what, day) : null;
    }

    /// <summary>Whoever is named first promises; null where nobody is.</summary>
    private static PromiseSide? Side(string words) => (Words["ours"].Match(words), Words["theirs"].Match(words)) switch
    {
        ({ Success: false }, { Success: false }) => null,
        ({ Success: true } we, { Success: true } they) => we.Index <= they.Index ? PromiseSide.Ours : PromiseSide.Theirs,
        ({ Success: true }, _) => PromiseSide.Ours,
        _ => PromiseSide.Theirs,
    };

    /// <summary>Whose promise a sentence is that is known to be one: where nobody is named, who promised is the customer.</summary>
    public static PromiseSide SideOf(string said) => Side(said.ToLowerInvariant()) ?? (Words["outright"].IsMatch(said.ToLowerInvariant()) ? PromiseSide.Theirs : PromiseSide.Ours);

    /// <summary>Until when; null where no day to come is said.</summary>
    public static DateOnly? DayIn(string said, DateTime now) => Day(said, now) is { } value ? value.Last ?? value.Date : null;

    private static Value? Day(string said, DateTime now) =>
        ValueReader.Read(NormalText.Of(said), now).FirstOrDefault(value => value.Kind is ValueKind.Date or ValueKind.DateRange && (value.Last ?? value.Date) >= DateOnly.FromDateTime(now));

    /// <summary>What was promised, its day and the word that bounds it left out, as the day is kept by itself; the whole where nothing else is said.</summary>
    public static string WithoutDay(string breath, DateTime now)
    {
        if (Day(breath, now) is not { } day)
        {
            return breath;
        }

        var (from, to) = NormalText.Of(breath).ToOriginal(day.Start, day.End);
        var what = Words["lead"].Replace(breath[..from], "") + Words["bound"].Replace(breath[to..], "");
        return what.Trim() is { Length: > 1 } rest ? rest : breath;
    }
}
