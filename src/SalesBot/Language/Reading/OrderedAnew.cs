using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// While free words, a day or a sum are asked for, a message that begins as a look or a change of what is there is one: "show Harbor freight", “把寄样品那条删了”,
/// "Casa Verde: Pablo is out". So is what asks back, where it was asked why. "Open their account", “看看他们的产线” name no record and are steps.
/// </summary>
internal static class OrderedAnew
{
    private const double Clearly = 7;

    private static readonly SpokenPatterns Words = new("SalesBot.Language.Reading.order-words.txt");

    private static readonly string[] Empty = ["deals_word", "task_word", "scope", "filler", "thing", "one_word", "of_word"];

    public static bool Is(Clause clause, string asked)
    {
        if (asked == "confirm" || !(Again.IsFree(asked) || AnotherOrder.IsValue(asked))) return false;
        return (asked is "reason" or "remark" && AsksBack(clause)) || TellsOfAnother(clause) || IsNewDeal(clause) || Begins(clause, asked);
    }

    /// <summary>“江南那单停了是吧”, "who signs that?": nobody is told so why.</summary>
    private static bool AsksBack(Clause clause)
    {
        var isMarked = Questions.IsMarked(clause) || clause.Words("is_so_tag").Any(tag => clause.Marks.IsEnd(tag.End) && clause.Marks.IsChinese(tag));
        // "Price?" only wonders whether that is why.
        if (isMarked) return clause.Mentions.Count > 0 || clause.Has(Feature.Interrogative) || clause.Has(Feature.Auxiliary);
        return clause.Mentions.Count > 0 && clause.Words("asks_what").Concat(clause.Words("asks_who")).Any(word => clause.Marks.IsStart(word.Start));
    }

    /// <summary>“给百川新建商机，WMS，40万”, while a day is asked for that of another customer.</summary>
    private static bool IsNewDeal(Clause clause) =>
        clause.Focus.Pending == "create_deal" && clause.ByRules is [{ Intent: "create_deal", Score: >= Clearly }, ..] && Answers.NamesAnother(clause);

    /// <summary>"Harbour Foods: Ian decides there".</summary>
    private static bool TellsOfAnother(Clause clause) =>
        clause.Breaths is [var head, _, ..] && head.End < clause.To && clause.Message.Text[head.End] == ':' && Names(clause).Any(name => name.Start <= head.Start + 1) && Covers(clause, head.Start, head.End) && Answers.NamesAnother(clause);

    private static bool Begins(Clause clause, string asked)
    {
        var start = Start(clause);
        Mark At(string list) => clause.Words(list).FirstOrDefault(word => word.Start == start);
        if (At("look_word") is { End: > 0 } look && Looks(clause, look, isLook: !Script.IsChinese(clause.Message.Text[start]))) return true;
        if (At("look_soft") is { End: > 0 } soft && Looks(clause, soft, isLook: false)) return true;
        return At("change_order") is { End: > 0 } change && Changes(clause, asked, change);
    }

    /// <summary>What is seen on a day to come is a step ("see Jonas on Friday"), and so is what has no record of its own behind it (“查一下库存”).</summary>
    private static bool Looks(Clause clause, Mark verb, bool isLook)
    {
        if (clause.Has(Feature.Future)) return false;
        return isLook || (Covers(clause, verb.End, clause.To) && (Names(clause).Count > 0 || clause.Words("scope").Count > 0 || clause.Words("task_word").Count > 0)) || IsOwn(clause, reads: true);
    }

    private static bool Changes(Clause clause, string asked, Mark verb)
    {
        if (clause.ByRules is [{ Intent: "cancel", Score: >= Clearly }, ..]) return false;
        var chinese = Script.IsChinese(clause.Message.Text[verb.Start]);
        // “取消订单了” is why; “取消那条待办” is none.
        var isNamed = Names(clause).Any(name => name.Start >= verb.End) || clause.Words("task_word").Any(word => word.Start >= verb.End) || TaskMatch.Find(clause).Count > 0;
        if (chinese && verb.End < clause.To && clause.Message.Text[verb.End] == '了' && !clause.Marks.IsEnd(verb.End + 1)) return false;
        if (AnotherOrder.IsValue(asked)) return isNamed;
        return isNamed || IsOwn(clause, reads: false) || (!chinese && IsOutright(clause, verb));
    }

    /// <summary>"Rename …", "undo …": nobody plans that for a day. "Close the gap", "set up a call", "change their mind" are steps and reasons.</summary>
    private static bool IsOutright(Clause clause, Mark verb) => Words["outright"].IsMatch(clause.Message.Text.Slice(verb.Start, verb.End));

    /// <summary>The words make it an order of its own, whatever is asked.</summary>
    private static bool IsOwn(Clause clause, bool reads) =>
        Choice.Of(clause, clause.Ranked, SubjectFinder.Find(clause)).Intent is var own && own is not ("unknown" or "log_followup" or "add_task" or "set_next_step" or "small_talk" or "cancel") && own != clause.Focus.Pending
        && PhraseBook.Standard.Reads.Contains(own) == reads && clause.ByRules.Any(scored => scored.Intent == own && scored.Score >= Choice.EnoughToWrite);

    private static List<Mark> Names(Clause clause) =>
        [.. clause.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contract or NamedKind.Quote or NamedKind.Task && name.Strength >= NameStrength.Short).Select(name => name.Mark)];

    private static bool Covers(Clause clause, int from, int to) =>
        Answers.Covers(clause, from, to, [.. Names(clause), .. clause.Descriptive, .. clause.Strangers, .. Empty.SelectMany(clause.Words), .. clause.Marks.Of(Feature.This), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Particle)]);

    /// <summary>After what is only polite or opens.</summary>
    private static int Start(Clause clause)
    {
        List<Mark> before = [.. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. clause.Words("opener")];
        var at = clause.From;
        while (true)
        {
            while (at < clause.To && !char.IsLetterOrDigit(clause.Message.Text[at])) at++;
            var next = before.Where(word => word.Start == at && word.End < clause.To).Select(word => word.End).DefaultIfEmpty(at).Max();
            if (next == at) return at;
            at = next;
        }
    }
}
