using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>How the speaker stands to the order in the words: is it meant, or denied, supposed, asked about, told of others, quoted?</summary>
internal enum Attitude { Meant, Forbidden, Supposed, AskedAbout, ToldOfOthers, Wished, Quoted, Stopped }

internal static class Stance
{
    public static Attitude Of(Clause clause, ScoredIntent intent)
    {
        var cues = intent.Reasons.Where(reason => reason.Rule.Weight >= 4).SelectMany(reason => reason.Words).Where(word => word.End > word.Start).OrderBy(word => word.Start).ToList();
        // The wording alone speaks for it: “听说翔远签给别人了” is still hearsay.
        if (clause.Words("nearly").Any(word => cues.Count == 0 || cues.Exists(cue => cue.Overlaps(word.Start, word.End)))) return Attitude.Supposed;
        if (cues.FindAll(cue => !clause.Names.Any(name => name.Overlaps(cue.Start, cue.End))) is { Count: > 0 } words && clause.Breaths.Where(part => words.Exists(word => word.Overlaps(part.Start, part.End))).All(part => IsTheirWish(clause, part))) return Attitude.Wished;
        if (Doubts(clause, intent.Intent, cues)) return Attitude.Supposed;
        if (IsStopped(clause, cues)) return Attitude.Stopped;
        if (cues.Count == 0) return clause.Has(Feature.Said) ? Attitude.ToldOfOthers : Opens(clause, Feature.Dont) ? Attitude.Forbidden : clause.Has(Feature.If) || clause.Has(Feature.Ask) ? Attitude.Supposed : Attitude.Meant;
        var anew = OrderedAnew(clause, cues[^1]);
        if (Before(clause, Feature.Dont, cues, anew)) return Attitude.Forbidden;
        if (Before(clause, Feature.If, cues) && !IsReminder(clause, intent)) return Attitude.Supposed;
        if (Before(clause, Feature.Ask, cues)) return Attitude.AskedAbout;
        if (Before(clause, Feature.Said, cues, Math.Max(anew, AskedOfUs(clause, cues[^1])))) return Attitude.ToldOfOthers;
        return InQuotes(clause, cues[0]) ? Attitude.Quoted : Attitude.Meant;
    }

    /// <summary>“金总说太贵，想砍到18万”, "Neil finds it too dear, hopes for 180k": behind what somebody else said, a breath that begins with wishing goes on with it.</summary>
    public static bool IsTheirWish(Clause whole, (int Start, int End) breath) =>
        whole.Marks.Of(Feature.Said).Any(said => said.End <= breath.Start) && whole.Words("hopes").Any(word => word.Start - breath.Start is 0 or 1) && !whole.Words("of_us").Any(word => word.Overlaps(breath.Start, breath.End));

    /// <summary>“八成没戏”, "probably lost", "lost? no, just delayed": an end that the speaker only thinks likely, or asks themselves and denies, is none yet.</summary>
    private static bool Doubts(Clause clause, string intent, List<Mark> cues)
    {
        if (intent is not ("lose_deal" or "win_deal" or "update_amount")) return false;
        var breaths = clause.Breaths;
        bool InOrder(Mark word) => cues.Count == 0 || breaths.Any(part => word.Overlaps(part.Start, part.End) && cues.Exists(cue => cue.Overlaps(part.Start, part.End)));
        if (clause.Words("hedged").Where(word => word.Value == "any" || intent != "update_amount").Any(InOrder) && !IsOrderedBeside(clause, breaths, cues)) return true;
        return intent != "update_amount" && breaths.Count > 1 && breaths.Take(breaths.Count - 1).Any(part => part.End < clause.To && clause.Message.Text[part.End] == '?' && cues.TrueForAll(cue => cue.End <= part.End)) && clause.Has(Feature.No);
    }

    /// <summary>“估计没戏了 标丢吧”, "probably dead, mark it lost": what is thought likely in one breath is ordered in another.</summary>
    private static bool IsOrderedBeside(Clause clause, IReadOnlyList<(int Start, int End)> breaths, List<Mark> cues) =>
        breaths.Any(part => !clause.Words("hedged").Any(word => word.Overlaps(part.Start, part.End)) && clause.Words("order_mark").Any(word => word.Overlaps(part.Start, part.End))
            && (cues.Exists(cue => cue.Overlaps(part.Start, part.End)) || clause.Words("lose_order").Concat(clause.Words("order_mark").Where(word => word.End - word.Start > 1)).Any(word => word.Overlaps(part.Start, part.End))));

    /// <summary>A word of the class stands before the end of the order's last cue, and is no part of a cue itself (“别提醒我” is one).</summary>
    /// <param name="from">What stands before this place speaks of something else.</param>
    private static bool Before(Clause clause, int key, List<Mark> cues, int from = 0) =>
        clause.Marks.Of(key).Any(mark => mark.Start >= from && mark.Start < cues[^1].End && !clause.Strangers.Any(name => name.Overlaps(mark.Start, mark.End)) && !(key == Feature.Dont && IsTakenBack(clause, mark, cues)) && !cues.Exists(cue => cue.Start <= mark.Start && mark.End <= cue.End));

    /// <summary>"If they don't answer by Friday remind me to …": on that day somebody is to be reminded, of the condition too.</summary>
    public static bool IsReminder(Clause clause, ScoredIntent intent)
    {
        if (intent.Intent != "add_task" || !clause.Has(Feature.If)) return false;
        var cues = intent.Reasons.Where(reason => reason.Rule.Weight >= TextSlots.OnlyOrders).SelectMany(reason => reason.Words).ToList();
        return clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any(day => cues.Exists(cue => day.End <= cue.Start) && clause.Marks.Of(Feature.If).Any(word => word.End <= day.Start)) && !clause.Has(Feature.Question);
    }

    /// <summary>“不用等四月了 改成月底”, “客户说用了别家，标丢单吧”: where a later breath with a word of ordering begins; else 0.</summary>
    private static int OrderedAnew(Clause clause, Mark last)
    {
        var breath = clause.Breaths.LastOrDefault(part => part.Start <= last.Start);
        return breath.Start > clause.From && clause.Words("order_mark").Any(word => word.Start >= breath.Start && word.End <= breath.End) && !clause.Words("hold").Any(word => word.Start >= breath.Start) ? breath.Start : 0;
    }

    /// <summary>“他说想再买一台 你帮我建个商机”: from where the bot itself is asked; else 0.</summary>
    private static int AskedOfUs(Clause clause, Mark last) =>
        clause.Words("of_us").Where(word => word.Start <= last.Start).Select(word => word.Start).DefaultIfEmpty(0).Max();

    /// <summary>What opens with it is all of it denied or supposed.</summary>
    private static bool Opens(Clause clause, int key) =>
        clause.Marks.Of(key).Any(mark => clause.Marks.IsStart(mark.Start));

    /// <summary>"I was going to add them, hold off for now", "lunch was cancelled, don't log it": a last breath that only stops what was said before.</summary>
    private static bool IsStopped(Clause clause, List<Mark> cues)
    {
        var last = clause.Breaths is { Count: > 1 } parts ? parts[^1] : (clause.To, clause.To);
        return last.Item1 > clause.From && (cues.Count == 0 || cues[^1].End <= last.Item1) && clause.Words("dont").Concat(clause.Words("refusal")).Any(stop => stop.Start - last.Item1 is 0 or 1 && IsGlue(clause, stop.End, last.Item2));
    }

    private static bool IsGlue(Clause clause, int from, int to)
    {
        var words = clause.Words("now_word").Concat(clause.Marks.Of(Feature.Polite)).Concat(clause.Marks.Of(Feature.Glue)).ToList();
        for (var at = from; at < to; at++)
        {
            if (char.IsLetterOrDigit(clause.Message.Text[at]) && !words.Exists(word => word.Start <= at && at < word.End)) return false;
        }

        return true;
    }

    /// <summary>"I'm not rejecting it, but it lacks an annex, send it back": after "but" comes what is meant.</summary>
    private static bool IsTakenBack(Clause clause, Mark denial, List<Mark> cues) =>
        clause.Words("but").Concat(Breaths(clause, "but_rather")).Any(but => but.Start >= denial.End && cues.TrueForAll(cue => cue.Start >= but.End || cue.End <= denial.Start));

    /// <summary>"I don't want to refuse it, only …": what follows may be meant.</summary>
    public static bool GoesOn(Clause clause) => Breaths(clause, "but_rather").Any(word => clause.Marks.Of(Feature.Dont).Any(denial => denial.End <= word.Start));

    /// <summary>Words of a list that open a breath.</summary>
    private static IEnumerable<Mark> Breaths(Clause clause, string list)
    {
        var starts = clause.Breaths.Skip(1).ToList();
        return clause.Words(list).Where(word => starts.Exists(part => word.Start - part.Start is 0 or 1));
    }

    private static bool InQuotes(Clause clause, Mark cue)
    {
        var text = clause.Message.Text.Text;
        var open = text.LastIndexOf('"', cue.Start);
        return (open >= clause.From && text.IndexOf('"', cue.End) >= 0 && text.AsSpan(clause.From, open - clause.From).Count('"') % 2 == 0) || InSingleQuotes(text, clause.From, cue);
    }

    /// <summary>A ' that opens a word before it and one that closes a word after it; that of "don't" does neither.</summary>
    private static bool InSingleQuotes(string text, int from, Mark cue)
    {
        var open = -1;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] != '\'') continue;
            if (open < 0 && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])) open = i;
            else if (open >= 0 && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
            {
                if (open <= cue.Start && cue.End <= i) return true;
                open = -1;
            }
        }

        return false;
    }
}
