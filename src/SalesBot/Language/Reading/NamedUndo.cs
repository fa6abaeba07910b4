using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// "Undo that gateway thing, it's not done", “撤销刚才北辰那条，下一步搞错了”, "undo the leave": what is to be taken back is named, by a record, by the kind of act, or by words of its own. Nothing else is taken
/// back for it. What stands beside it only says why.
/// </summary>
internal static class NamedUndo
{
    private static readonly string[] Empty = ["last_act", "some_thing", "filler", "opener", "connector", "counter", "undo_times", "mistake", "task_word", "request", "order_mark"];

    public static Frame? Read(Clause clause)
    {
        if (clause.Words("undo_verb").Count == 0 || clause.Focus is { Pending: not null, Optional: false } || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont)) return null;
        if (Ordering(clause) is not { } breath || !Breaths(clause).Where(other => other != breath).All(other => OnlySaysWhy(clause.Part(other.Start, other.End)))) return null;
        var said = clause.Part(breath.Start, breath.End);
        if (said.Words("undo_times").Count > 0 || Sayings.Read(clause) is not null) return null;
        var words = Words(said);
        var ticked = clause.Words("not_done").Count > 0 || clause.Words("ticked").Count > 0;
        var frame = Undone.Frame(said, new ScoredIntent("undo", 0, []), SubjectFinder.Find(said));
        if (words is null && frame.Refs.Count == 0 && !frame.Slots.ContainsKey("act") && !ticked) return null;
        if (ticked) frame.Slots["act"] = "complete_task";
        if (said.Words("last_act").Any(word => word.Value == "newest")) frame.Slots["newest"] = "true";
        return frame with { Named = words };
    }

    /// <summary>A name in the other script, with nothing but a blank between, ends no breath: "undo the change of 东岭".</summary>
    private static List<(int Start, int End)> Breaths(Clause clause)
    {
        var text = clause.Message.Text;
        var breaths = new List<(int Start, int End)>();
        foreach (var (start, end) in clause.Breaths)
        {
            if (breaths is [.., var (first, last)] && clause.IsBlank(last, start) && Script.IsChinese(text[last - 1]) != Script.IsChinese(text[start])) breaths[^1] = (first, end);
            else breaths.Add((start, end));
        }

        return breaths;
    }

    /// <summary>The breath that begins or ends with the word.</summary>
    private static (int Start, int End)? Ordering(Clause clause)
    {
        foreach (var verb in clause.Words("undo_verb"))
        {
            var breath = Breaths(clause).FirstOrDefault(part => verb.Overlaps(part.Start, part.End));
            List<Mark> beside = [.. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. clause.Marks.Of(Feature.No), .. clause.Words("filler"), .. clause.Words("opener"), .. clause.Words("connector"), .. clause.Words("request"), .. clause.Words("mistake")];
            if (Answers.Covers(clause, breath.Start, verb.Start, beside) || Answers.Covers(clause, verb.End, breath.End, [.. beside, .. clause.Words("last_act")])) return breath;
        }

        return null;
    }

    /// <summary>No other value and no other order: a mistake, that it is not done, or somebody's ground.</summary>
    private static bool OnlySaysWhy(Clause breath) =>
        breath.Values.Count == 0 && (breath.Words("mistake").Count > 0 || breath.Words("not_done").Count > 0 || breath.Words("wrong_thing").Count > 0 || breath.ByRules is not [{ Score: >= Choice.EnoughToWrite, Intent: not "undo" }, ..]);

    /// <summary>What names it besides the customer or deal: null where nothing does.</summary>
    private static string? Words(Clause said) => Words(said, [.. said.Words("undo_verb"), .. said.Words("act_noun"), .. said.Words("ticked"), .. Changed(said), .. Empty.SelectMany(said.Words)]);

    /// <summary>What is left of a breath without those words.</summary>
    /// <param name="withNames">The names of customers and deals stay.</param>
    public static string? Words(Clause said, IReadOnlyList<Mark> empty, bool withNames = false)
    {
        var records = withNames ? [] : said.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal && name.Strength >= NameStrength.Short).Select(name => name.Mark);
        List<Mark> cut = [.. records, .. empty.Where(word => !IsInside(said, word)), .. said.Marks.Of(Feature.Glue), .. said.Marks.Of(Feature.Polite), .. said.Marks.Of(Feature.This), .. said.Marks.Of(Feature.Particle), .. said.Values.Select(value => value.Mark)];
        var draft = Draft.Of(said, "undo");
        return Answers.Covers(said, said.From, said.To, cut) ? null : FreeText.Rest(draft, said.From, said.To, cut);
    }

    /// <summary>A sound of thinking is one only where it stands alone: 额 of 金额 is none.</summary>
    private static bool IsInside(Clause said, Mark word) =>
        word.End - word.Start == 1 && word.Start > said.From && Script.IsChinese(said.Message.Text[word.Start]) && Script.IsChinese(said.Message.Text[word.Start - 1]) && said.Words("filler").Contains(word);

    /// <summary>“金额的修改”, "the change of the amount": a field and that it was changed say which kind of act.</summary>
    public static IReadOnlyList<Mark> Changed(Clause said)
    {
        var fields = said.Words("field").Where(PlannedThing.IsOfDeal).ToList();
        return fields.Count > 0 && said.Words("changed_noun") is { Count: > 0 } changed ? [.. fields, .. changed] : [];
    }
}
