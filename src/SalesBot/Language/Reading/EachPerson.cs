using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“让小刘和小马周五前交周报”, "ask Ida and Tom to …": a to-do for each of those who are named in a row, read as if the others had not been named.</summary>
internal static class EachPerson
{
    public static IReadOnlyList<Frame> Of(Clause clause, Frame frame)
    {
        if (frame.Intent != "add_task" || frame.Ref("person") is not { } person || InARow(clause) is not { Count: > 1 } row || !row.Exists(mention => mention.Records[0].Key == person)) return [frame];
        var frames = row.ConvertAll(mention => Alone(clause, row, mention));
        return frames.TrueForAll(alone => alone is { Intent: "add_task", Clarify.Count: 0 } && alone.Ref("person") is not null) ? frames : [frame];
    }

    private static List<Mention> InARow(Clause clause)
    {
        var names = clause.Named(NamedKind.Person).Where(mention => mention.Records is [var one] && one.Key != clause.Message.Person).OrderBy(mention => mention.Start).ToList();
        return names.FindAll(name => names.Exists(next => next.Start > name.End && SubjectSlots.IsJoined(clause, name.End, next.Start)) || names.Exists(before => before.End < name.Start && SubjectSlots.IsJoined(clause, before.End, name.Start)));
    }

    /// <summary>The sentence with one name in the place of all.</summary>
    private static Frame Alone(Clause clause, List<Mention> row, Mention one)
    {
        var (text, message) = (clause.Message.Text, clause.Message);
        var start = clause.Words("both_of").Where(word => word.End <= row[0].Start && text.Slice(word.End, row[0].Start).IsWhiteSpace()).Select(word => word.Start).DefaultIfEmpty(row[0].Start).First();
        var end = clause.Words("each_of").Where(word => word.Start >= row[^1].End && text.Slice(row[^1].End, word.Start).IsWhiteSpace()).Select(word => word.End).DefaultIfEmpty(row[^1].End).Max();
        var lead = message.AsTyped(clause.From, start);
        var said = lead + (lead.Length > 0 && Script.IsChinese(lead[^1]) ? string.Empty : " ") + message.AsTyped(one.Start, one.End) + message.Text.AsTyped(end, clause.To);
        var alone = Message.Of(said, message.Now, message.Index, (message.Person, message.Focus, message.MaySee));
        var whole = new Clause(alone, 0, alone.Text.Length);
        var subject = SubjectFinder.Find(whole);
        return Choice.Frame(whole, Choice.Of(whole, whole.Ranked, subject), subject) with { Because = [] };
    }
}
