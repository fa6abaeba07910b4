using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Is the clause a question about how things are? "Can you …" is an order, and a question told within a report is none of ours.</summary>
internal static class Questions
{
    private const char Ma = '吗', Me = '么', Coaxing = '嘛';

    /// <summary>After 没: no problem, nothing, no objection, no matter.</summary>
    private static readonly System.Buffers.SearchValues<char> NoMatter = System.Buffers.SearchValues.Create(['问', '什', '意', '事', '关', '必', '办', '啥', '法']);

    /// <summary>A longer breath may say what somebody wants.</summary>
    private const int TailWords = 4;

    public static bool Asks(Clause clause) => NextIsMark(clause) ? !IsRequest(clause.Marks) : Asks(clause.Span, clause.Marks) || TailAsks(clause) || AsksSaid(clause);

    /// <summary>“罗主任上次说啥了”, and nobody who was asked so in what is told.</summary>
    private static bool AsksSaid(Clause clause) => clause.Breaths is [_] && clause.Words("asks_said").Any(word => clause.Marks.IsEnd(word.End) && !clause.Words("asks_them").Any(asked => asked.Start < word.Start));

    /// <summary>It ends with a question mark, or a particle that asks.</summary>
    public static bool IsMarked(Clause clause) => NextIsMark(clause) || clause.Span.TrimEnd().EndsWith("?", StringComparison.Ordinal) || clause.Marks.Of(Feature.Particle).Any(mark => clause.Marks.IsEnd(mark.End));

    /// <summary>"The Harbor quote, what discount": a short last breath that begins with a word of asking.</summary>
    private static bool TailAsks(Clause clause)
    {
        if (IsRequest(clause.Marks) || clause.Has(Feature.Touched)) return false;
        var breaths = clause.Breaths;
        return breaths is [_, .., var last] && clause.Message.Text.Slice(last.Start, last.End).Trim().Count(' ') < TailWords && clause.Words("asks_what").Any(word => word.Start - last.Start is 0 or 1);
    }

    public static bool Asks(ReadOnlySpan<char> text, Marks marks)
    {
        if (IsRequest(marks) || IsTagged(text)) return false;
        if (text.TrimEnd().EndsWith("?", StringComparison.Ordinal)) return true;
        if (marks.Of(Feature.Particle).Any(mark => marks.IsEnd(mark.End))) return true;
        if (marks.Of(Feature.Auxiliary).Any(mark => marks.IsStart(mark.Start))) return true;
        return !marks.Has(Feature.Touched) && !marks.Has(Feature.Said) && marks.Of(Feature.Interrogative).Any(marks.IsChinese);
    }

    /// <summary>“签没签”, “推到谈判了没”, “批了吗”: it asks how things stand and orders nothing. “改成80万，行吗” asks for it to be done.</summary>
    public static bool AsksWhether(Clause clause)
    {
        if (IsRequest(clause.Marks) || IsTagged(clause.Span)) return false;
        return (IsDoubled(clause) && clause.Words("regardless").Count == 0) || (clause.Words("whether").Count > 0 && !clause.Has(Feature.Ask)) || clause.Marks.Of(Feature.Particle).Any(mark => clause.Marks.IsEnd(mark.End) && clause.Marks.IsChinese(mark)) || AsksIfSo(clause) || TailAsks(clause) || Supposes(clause);
    }

    /// <summary>“不是刚见过袁总吗，为啥说没推进”, "didn't we just see them? why does it say stalled": a breath of its own that asks the bot, and tells nothing.</summary>
    public static bool AsksBack(Clause clause)
    {
        foreach (var (start, end) in clause.Breaths)
        {
            if (clause.Marks.Of(Feature.Said).Any(word => word.Start < end)) continue;
            if (clause.Words("asks_back").Any(word => word.Start - start is 0 or 1)) return true;
            if (AsksSaid(clause.Part(start, end))) return true;
            if (end > start && clause.Message.Text[end - 1] is Ma or Me && end - start > 2) return true;
        }

        return false;
    }

    /// <summary>"Has Harbor been moved yet?", "it's at 62k, right?", “是68万对吧”, "proposal or negotiation?": whether what the words say is so.</summary>
    private static bool AsksIfSo(Clause clause)
    {
        var marked = NextIsMark(clause) || clause.Span.TrimEnd().EndsWith("?", StringComparison.Ordinal);
        if (clause.Words("is_so_tag").Any(tag => clause.Marks.IsEnd(tag.End) && (marked || clause.Marks.IsChinese(tag) || IsAfterComma(clause, tag)))) return true;
        var states = clause.Words("is_so");
        // "Was at Harbor yesterday" tells.
        if (!marked) return states.Any(word => clause.Marks.IsStart(word.Start) && clause.Names.Any(name => name.Start == word.End + 1));
        if (clause.Has(Feature.Key("[request]")) || clause.Words("order_mark").Count > 0) return false;
        return states.Count > 0 || (clause.Words("either").Count > 0 && clause.Words("stage").Count > 1);
    }

    private static bool IsAfterComma(Clause clause, Mark tag) => tag.Start > clause.From && clause.Message.Text.Slice(clause.From, tag.Start).TrimEnd().EndsWith(",", StringComparison.Ordinal);

    /// <summary>“丢了没写原因吧”: a last breath with 没 in it that ends in 吧 asks whether it is so.</summary>
    private static bool Supposes(Clause clause)
    {
        if (clause.Breaths is not [.., var last]) return false;
        var words = clause.Message.Text.Slice(last.Start, last.End).TrimEnd(" ?!.,~");
        return words.EndsWith('吧') && words[..^1].IndexOf('没') is > 0 and var at && at < words.Length - 2 && !NoMatter.Contains(words[at + 1]);
    }

    /// <summary>A word, 没, and the word again.</summary>
    private static bool IsDoubled(Clause clause)
    {
        var text = clause.Message.Text.Text;
        for (var i = clause.From + 1; i + 1 < clause.To; i++)
        {
            if (text[i - 1] == text[i + 1] && Script.IsChinese(text[i - 1]) && clause.Message.Text.Slice(i, i + 1) is ['没']) return true;
        }

        return false;
    }

    /// <summary>
    /// Whether an order with free words in [from, to) is only asked about: it ends with a mark or a particle that asks, begins with a word of asking, or holds one outside of those. What begins as a request
    /// ("can you …") or ends so (“…好吗”) asks for it to be done.
    /// </summary>
    public static bool AskAround(Clause clause, int from, int to)
    {
        if (IsRequest(clause.Marks) || clause.Words("tag").Any(tag => clause.Marks.IsEnd(tag.End))) return false;
        bool Begins(Mark word) => clause.Marks.IsStart(word.Start) && !clause.Message.Text.Slice(word.Start, word.End).StartsWith("any");
        if (NextIsMark(clause) || clause.Span.TrimEnd().EndsWith("?", StringComparison.Ordinal) || clause.Marks.Of(Feature.Auxiliary).Any(Begins)) return true;
        if (clause.Marks.Of(Feature.Particle).Concat(clause.Words("is_so_tag")).Any(mark => clause.Marks.IsEnd(mark.End) && clause.Marks.IsChinese(mark) && clause.Message.Text[mark.Start] != Coaxing)) return true;
        return clause.Marks.Of(Feature.Interrogative).Any(word => Begins(word) || (clause.Marks.IsChinese(word) && (word.Start < from || word.Start >= to)));
    }

    private static bool IsTagged(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimEnd(" ?!.");
        var tail = trimmed[(trimmed.LastIndexOfAny(' ', ',') + 1)..];
        return tail.Length < trimmed.Length && PhraseBook.Standard.Is(tail.ToString(), Feature.Key("[tag]"));
    }

    private static bool IsRequest(Marks marks) => marks.Of(Feature.Key("[request]")).Any(mark => marks.IsStart(mark.Start));

    private static bool NextIsMark(Clause clause) => clause.To < clause.Message.Text.Length && clause.Message.Text[clause.To] == '?';
}
