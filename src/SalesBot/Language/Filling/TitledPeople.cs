using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>“余总”, “吴主任”, “老徐”: people who are addressed, whether anybody knows them or not.</summary>
internal static class TitledPeople
{
    /// <summary>Characters of a surname with a title.</summary>
    private const int Longest = 4;

    /// <summary>Where they stand, the longest that begins at a place; none that a word or a name reaches into from outside.</summary>
    public static IEnumerable<Mark> Find(Clause clause, int from)
    {
        var text = clause.Message.Text.Text;
        for (var start = from; start < clause.To - 1; start++)
        {
            if (!Script.IsChinese(text[start])) continue;
            for (var end = Math.Min(start + Longest, clause.To); end >= start + 2; end--)
            {
                if (!PersonForms.IsTitled(text[start..end]) || clause.Message.Hits.Any(hit => (hit.Start < start && hit.End > start) || (hit.Start < end && hit.End > end))) continue;
                yield return new Mark(start, end);
                break;
            }
        }
    }
}
