using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>“让她…”, “叫Winsy…”, "tell him to …": who is to do something, at the beginning of a breath, is no part of what is to be done.</summary>
internal static class Errands
{
    public static IEnumerable<Mark> Of(Clause clause)
    {
        var text = clause.Message.Text.Text;
        var people = clause.Words("he").Concat(clause.Words("third")).Concat(clause.Mentions.Where(mention => mention.Kind == NamedKind.Person).Select(mention => mention.Mark)).ToList();
        foreach (var part in Segments.Of(text, clause.From, clause.To))
        {
            var start = FreeText.Trim(clause, part.Start, part.End, deed: true).Start;
            foreach (var order in clause.Words("errand").Where(word => word.Start >= part.Start && word.Start <= start && word.End >= start))
            {
                var person = people.Where(person => person.Start >= order.End && IsBlank(text, order.End, person.Start)).OrderByDescending(person => person.End).FirstOrDefault();
                if (person.End == 0) continue;
                var to = clause.Words("errand_to").FirstOrDefault(word => word.Start >= person.End && IsBlank(text, person.End, word.Start));
                yield return new Mark(order.Start, to.End > 0 ? to.End : person.End);
            }
        }
    }

    private static bool IsBlank(string text, int from, int to) => text.AsSpan(from, to - from).IsWhiteSpace();
}
