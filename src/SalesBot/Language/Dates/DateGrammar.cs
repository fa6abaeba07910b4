using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>The grammar of dates and times: every <c>Lexicon/dates-*.txt</c> with its constructors, loaded once.</summary>
internal static class DateGrammar
{
    private static readonly string[] Files =
    [
        "dates-words.txt", "dates-days.txt", "dates-relative.txt", "dates-lengths.txt", "dates-clock.txt",
        "dates-moments.txt", "dates-periods.txt", "dates-parts.txt", "dates-counted.txt", "dates-eras.txt", "dates-between.txt", "dates-holidays.txt", "dates-skip.txt",
    ];

    public static GrammarTable Table { get; } = new(Files, Constructors());

    private static Dictionary<string, Construct> Constructors()
    {
        var all = new Dictionary<string, Construct>(StringComparer.Ordinal) { ["skip"] = static _ => true, ["mark"] = static _ => true };
        foreach (var part in (IEnumerable<Dictionary<string, Construct>>)[DayRules.All, RelativeRules.All, LengthRules.All, HolidayRules.All, ClockRules.All, MomentRules.All, PeriodRules.All, PartRules.All, AheadRules.All, BetweenRules.All, ClockRangeRules.All])
        {
            foreach (var (name, make) in part) all.Add(name, make);
        }

        return all;
    }
}
