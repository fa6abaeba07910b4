using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>A colleague by a name that nobody has: “导出赵无极的商机”, "assign it to Zelda", "Alice's pipeline". Whose records are meant must not be left out.</summary>
internal static class UnknownPeople
{
    private const int LongestChinese = 3;
    private const int Shortest = 3;

    /// <summary>Whose something is.</summary>
    public static Mark? Owner(Clause clause)
    {
        var text = clause.Message.Text.Text;
        foreach (var owned in clause.Words("owned"))
        {
            var at = owned.Start;
            if (at > clause.From + 1 && text[at - 1] == ' ') at--;
            var name = Script.IsChinese(text[owned.Start]) ? ChineseBefore(clause, at) : LatinBefore(clause, at);
            if (name is { } found && !IsTaken(clause, found)) return found;
        }

        return null;
    }

    /// <summary>To whom something goes.</summary>
    public static Mark? Receiver(Clause clause)
    {
        var text = clause.Message.Text.Text;
        foreach (var word in clause.Words("to_word"))
        {
            var start = word.End < clause.To && text[word.End] == ' ' ? word.End + 1 : word.End;
            if (start >= clause.To) continue;
            var end = start;
            if (Script.IsChinese(text[start]))
            {
                while (end < clause.To && end - start < LongestChinese && Script.IsChinese(text[end]) && !clause.Message.Hits.Any(hit => hit.Start == end && end > start && hit.End - hit.Start > 1)) end++;
                if (end - start < 2 || !LedNames.IsSurname(text[start])) continue;
            }
            else
            {
                while (end < clause.To && Script.IsLatin(text[end])) end++;
                if (!IsName(clause, start, end)) continue;
            }

            if (!IsTaken(clause, new Mark(start, end))) return new Mark(start, end);
        }

        return null;
    }

    /// <summary>“赵无极的”: a surname and one or two characters more, where a word begins.</summary>
    private static Mark? ChineseBefore(Clause clause, int end)
    {
        var text = clause.Message.Text.Text;
        for (var length = LongestChinese; length >= 2; length--)
        {
            var start = end - length;
            if (start < clause.From || !LedNames.IsSurname(text[start]) || !Script.HasChinese(text.AsSpan(start, length))) continue;
            var begins = start == clause.From || !Script.IsChinese(text[start - 1]) || clause.Message.Hits.Any(hit => hit.End == start);
            if (begins && !clause.Message.Hits.Any(hit => hit.Start < end && start < hit.End && hit.End - hit.Start > 1)) return new Mark(start, end);
        }

        return null;
    }

    private static Mark? LatinBefore(Clause clause, int end)
    {
        var text = clause.Message.Text.Text;
        if (end > clause.From + 2 && text[end - 1] == 's' && text[end - 2] == '\'') end -= 2;
        else return null;
        var start = end;
        while (start > clause.From && Script.IsLatin(text[start - 1])) start--;
        return IsName(clause, start, end) ? new Mark(start, end) : null;
    }

    /// <summary>A first name, or any other word that is written with a capital and is none of ours.</summary>
    private static bool IsName(Clause clause, int start, int end)
    {
        var word = clause.Message.Text.Text[start..end];
        return end - start >= Shortest && !PhraseBook.Standard.IsLiteral(word) && (LedNames.IsFirstName(word) || char.IsUpper(clause.Message.AsTyped(start, end)[0]));
    }

    private static bool IsTaken(Clause clause, Mark name) =>
        clause.Mentions.Any(mention => mention.Strength > NameStrength.Tail && mention.Mark.Overlaps(name.Start, name.End)) || clause.Strangers.Any(stranger => stranger.Overlaps(name.Start, name.End))
        || clause.Values.Any(value => value.Mark.Overlaps(name.Start, name.End));
}
