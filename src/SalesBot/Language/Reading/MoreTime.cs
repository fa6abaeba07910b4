using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“标书给小刘宽限到周五”, "give Ida until Friday on the price sheet": a colleague's to-do that the words name moves to that day; nothing where none is named.</summary>
internal static class MoreTime
{
    private static readonly int Extends = PhraseBook.Standard.KeyOf("[more_time]");

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus.Pending is not null && !clause.Focus.Optional) return null;
        if (!(Errands.Grants(clause).Any() || clause.Has(Extends)) || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont)) return null;
        var people = clause.Named(NamedKind.Person).Where(mention => mention.Records is [var one] && one.Key != clause.Message.Person).ToList();
        if (people is not [var person] || Named(clause, person.Records[0].Key) is not { Count: > 0 } tasks) return null;
        var draft = Draft.Of(clause, "snooze");
        draft.ReferOrAsk("task", tasks);
        SlotReaders.Fill(draft, ["until"]);
        return draft.Slots.ContainsKey("date") ? draft.ToFrame(1) : null;
    }

    /// <summary>Open to-dos of the colleague that the speaker may see, by the most words of their titles.</summary>
    private static List<NamedRecord> Named(Clause clause, string person)
    {
        var open = clause.Index.Of(person, NamedKind.Task).Where(task => task.IsOpen && clause.Message.MaySee(task));
        return Narrowing.BestOf(open, task => TaskMatch.Words(clause, task).Where(word => !clause.Names.Any(name => name.Overlaps(word.Start, word.End))));
    }
}
