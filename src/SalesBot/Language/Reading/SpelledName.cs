using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “航是杭州的杭”, “不是远航，是远杭”, “名字改成远杭包装”, "it's spelled Brandtner": how the name of what was just made, or is being made, is
/// written. It must be like the name that was heard; another name is another record.
/// </summary>
internal static class SpelledName
{
    private const char Is = '是', Of = '的', Not = '不';

    /// <summary>Characters of the word by which one of its characters is told: 杭州.</summary>
    private const int LongestWord = 5;

    private static readonly int Rename = PhraseBook.Standard.KeyOf("[rename]");

    public static Frame? Read(Clause clause)
    {
        var focus = clause.Focus;
        var open = focus is { Pending: not null, Optional: false };
        if ((open ? focus.Pending : focus.LastIntent) is not ("create_customer" or "create_lead" or "create_deal") || (!open && !focus.Fresh) || clause.Has(Feature.Question) || IsOfAnother(clause)) return null;
        var (intent, known) = open ? (focus.Pending!, focus.Filled) : (focus.LastIntent!, focus.LastSlots);
        var slot = intent == "create_deal" ? "deal_name" : "customer";
        if ((known?.Text(slot) ?? known?.Text(slot + "_text")) is not { Length: > 1 } heard) return null;
        heard = clause.Index.Get(heard)?.Name ?? heard;
        if ((Told(clause, heard) ?? InsteadOf(clause, heard) ?? Renamed(clause, heard)) is not { } name || name == heard) return null;
        var draft = Draft.Of(clause, intent);
        if (open) Again.Carry(draft, known, withFocus: false);
        draft.Slots[slot] = name;
        return draft.ToFrame(1) with { Corrects = !open };
    }

    /// <summary>Another deal stands before the words that give a name: that one is to be called so.</summary>
    private static bool IsOfAnother(Clause clause) =>
        clause.Marks.Of(Rename).Any(word => clause.Named(NamedKind.Deal, NameStrength.Short).Any(name => name.End <= word.Start && name.Records.All(deal => deal.Key != clause.Focus.Deal)));

    /// <summary>One character by a word that it is part of: in the place of the one that it is said of, else of the one that sounds like it.</summary>
    private static string? Told(Clause clause, string heard)
    {
        var text = clause.Message.Text.Text;
        for (var at = text.LastIndexOf(Of, clause.To - 1, clause.To - clause.From); at > clause.From; at = text.LastIndexOf(Of, at - 1, at - clause.From))
        {
            if (at + 1 >= clause.To || text.LastIndexOf(Is, at - 1, Math.Min(at - clause.From, LongestWord)) is not (>= 0 and var start)) continue;
            var right = text[at + 1];
            if (!text.AsSpan(start + 1, at - start - 1).Contains(right) || (start > clause.From && text[start - 1] == Not)) continue;
            var place = start > clause.From && heard.Contains(text[start - 1], StringComparison.Ordinal) ? heard.IndexOf(text[start - 1], StringComparison.Ordinal) : Pinyin.Sounds(heard).IndexOf(Pinyin.Sounds(right.ToString()), StringComparison.Ordinal);
            if (place >= 0 && heard[place] != right) return string.Concat(heard.AsSpan(0, place), [right], heard.AsSpan(place + 1));
        }

        return null;
    }

    /// <summary>A part of the name, and what it should be: “不是远航，是远杭”; or the whole: “打错了，是远杭包装”.</summary>
    private static string? InsteadOf(Clause clause, string heard)
    {
        var breaths = clause.Breaths;
        var wrong = breaths.Select(breath => After(clause, breath, [Not, Is])).OfType<string>().FirstOrDefault(part => heard.Contains(part, StringComparison.OrdinalIgnoreCase));
        var right = breaths.Select(breath => After(clause, breath, [Is])).OfType<string>().FirstOrDefault();
        if (right is null) return null;
        if (wrong is not null && right.Length == wrong.Length) return heard.Replace(wrong, right, StringComparison.OrdinalIgnoreCase);
        return right.Length == heard.Length && IsAlike(right, heard) ? right : null;
    }

    private static string? After(Clause clause, (int Start, int End) breath, ReadOnlySpan<char> opening)
    {
        var (start, end) = FreeText.Trim(clause, breath.Start, breath.End);
        return clause.Message.Text.Slice(start, end).StartsWith(opening, StringComparison.Ordinal) && end - start > opening.Length + 1 ? clause.Message.AsTyped(start + opening.Length, end) : null;
    }

    private static string? Renamed(Clause clause, string heard)
    {
        var word = clause.Marks.Of(Rename).OrderBy(word => word.Start).ThenByDescending(word => word.End).FirstOrDefault();
        if (word.End == 0 || Segments.Of(clause.Message.Text.Text, word.End, clause.To) is not [var part, ..]) return null;
        var (start, end) = FreeText.Trim(clause, part.Start, part.End);
        var name = clause.Message.AsTyped(start, end);
        return name.Length > 1 && IsAlike(name, heard) ? name : null;
    }

    /// <summary>Most of its characters, or a few letters away.</summary>
    private static bool IsAlike(string name, string heard) => Script.IsChinese(name[0])
        ? name.Count(heard.Contains) * 2 >= Math.Min(name.Length, heard.Length)
        : EditDistance.Within(name.ToLowerInvariant(), heard.ToLowerInvariant(), heard.Length / 3);
}
