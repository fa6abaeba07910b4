using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>“联系人周琳，[采购经理]”, "Tomasz Wilk, [head of purchasing]", “…，他是[采购总监]”: what somebody does at a customer, in a breath of little more than a word for it.</summary>
internal static class Posts
{
    /// <summary>Chinese characters, or words.</summary>
    private const int LongestChinese = 8, LongestLatin = 4;

    private const string HeadOf = "head of";

    /// <summary>The words for it; null where the breath says something else.</summary>
    public static Mark? In(Clause clause, (int Start, int End) breath)
    {
        var (start, end) = FreeText.Trim(clause, breath.Start, breath.End);
        start = clause.Words("is_word").Where(word => clause.IsBlank(breath.Start, word.Start)).Select(word => word.End).Append(start).Max();
        if (start >= end || clause.Values.Any(value => value.Mark.Overlaps(start, end)) || clause.Message.Text.Slice(start, end).Contains('@')) return null;
        var said = clause.Message.AsTyped(start, end);
        if (Script.HasChinese(said) ? said.Length > LongestChinese : said.Split(' ').Length > LongestLatin) return null;
        var roles = clause.Words("role").Where(role => role.Start >= start && role.End <= end).ToList();
        if (!roles.Any(role => role.End == end || said.StartsWith(HeadOf, StringComparison.OrdinalIgnoreCase))) return null;
        // “想采购”, "needs a planner".
        return clause.Words("wants").Any(word => word.Start == start && !roles.Exists(role => role.Start == start)) ? null : new Mark(clause.Message.Text[start] == ' ' ? start + 1 : start, end);
    }
}
