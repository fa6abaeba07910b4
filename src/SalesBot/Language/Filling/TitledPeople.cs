using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>“余总”, “吴主任”, “老徐”: people who are addressed, whether anybody knows them or not.</summary>
internal static class TitledPeople
{
    /// <summary>Characters of a surname with a title.</summary>
    private const int Longest = 4;

    /// <summary>Where they stand, the longest that begins at a place.</summary>
    public static IEnumerable<Mark> Find(Clause clause, int from)
    {
        for (var start = from; start < clause.To - 1; start++)
        {
            if (Script.IsChinese(clause.Message.Text[start]) && At(clause, start, clause.To) is { } person) yield return person;
        }
    }

    /// <summary>The longest that begins here, and that no word or name reaches into from outside: “马总部” and “于工程” name nobody.</summary>
    public static Mark? At(Clause clause, int start, int to)
    {
        for (var end = Math.Min(start + Longest, to); end >= start + 2; end--)
        {
            if (PersonForms.IsTitled(clause.Message.Text.Text[start..end]) && !clause.Message.Hits.Any(hit => (hit.Start < start && hit.End > start) || (hit.Start < end && hit.End > end))) return new Mark(start, end);
        }

        return null;
    }
}
