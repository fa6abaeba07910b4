using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>How it is to be paid: "net 60", "40% upfront", "30/60/10", 账期60天. The numbers in it are no amount and no discount.</summary>
internal static class TermSlots
{
    public static void Terms(Draft draft)
    {
        if (draft.Intent.Intent == "submit_contract" && Behind(draft) is var (from, to))
        {
            draft.Use(new Mark(from, to), "terms");
            TextSlots.Put(draft, "terms", draft.Message.AsTyped(from, to).Trim());
            return;
        }

        var spans = Spans(draft.Clause);
        foreach (var span in spans) draft.Use(span, "terms");
        if (spans.Count > 0) draft.Slots["terms"] = string.Join(", ", spans.Select(span => draft.Message.AsTyped(span.Start, span.End)));
        else Said(draft);
    }

    /// <summary>“…合同提交 分两期 质保一年 交付三个月”: with terms among them, all breaths behind the order and the amount are terms; one of them alone would lose the others.</summary>
    private static (int From, int To)? Behind(Draft draft)
    {
        var clause = draft.Clause;
        var named = TextSlots.Orders(draft).Concat(clause.Mentions.Select(mention => mention.Mark)).Concat(clause.Words("kind")).Concat(clause.ValuesOf(ValueKind.Money).Where(value => value.Number >= 1000).Select(value => value.Mark)).ToList();
        if (Whole(clause, named) is { } whole) return whole;
        var parts = clause.Breaths.Reverse().TakeWhile(part => !named.Exists(mark => mark.Overlaps(part.Start, part.End))).ToList();
        var terms = clause.Words("terms").Concat(clause.Words("terms_word")).ToList();
        return parts.Count > 1 && parts.Exists(part => terms.Exists(word => word.Overlaps(part.Start, part.End))) ? (parts[^1].Start, parts[0].End) : null;
    }

    /// <summary>"… with net 30 from delivery and English law": all that stands behind the names, the sum and the word "with" is terms, where a word of them is among it.</summary>
    private static (int From, int To)? Whole(Clause clause, List<Mark> named)
    {
        var first = clause.Words("terms").Concat(clause.Words("terms_word")).Where(word => !named.Exists(mark => mark.Overlaps(word.Start, word.End))).OrderBy(word => word.Start).FirstOrDefault();
        if (first.End == 0 || Script.HasChinese(clause.Message.Text.Slice(first.Start, clause.To))) return null;
        var from = named.Where(mark => mark.End <= first.Start).Select(mark => mark.End).DefaultIfEmpty(clause.From).Max();
        var to = named.Where(mark => mark.Start >= first.End).Select(mark => mark.Start).DefaultIfEmpty(clause.To).Min();
        List<Mark> leads = [.. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. clause.Words("opener"), .. clause.Words("connector"), .. clause.Words("kind")];
        for (var lead = Lead(from); lead.End > 0 && lead.End <= first.Start; lead = Lead(from)) from = lead.End;
        while (from < to && !char.IsLetterOrDigit(clause.Message.Text[from])) from++;
        while (to > from && clause.Message.Text[to - 1] is ' ' or ',' or '.' or '!') to--;
        if (clause.Marks.Of(Feature.Polite).FirstOrDefault(word => word.End == to && word.Start > first.Start) is { End: > 0 } please) to = please.Start;
        return from < to ? (from, to) : null;

        Mark Lead(int at) => leads.Find(word => word.Start >= at && Answers.Covers(clause, at, word.Start, []));
    }

    /// <summary>The value is part of how it is to be paid.</summary>
    public static bool Holds(Clause clause, Value value) => Spans(clause).Exists(span => value.Mark.Overlaps(span.Start, span.End)) || IsPart(clause, value);

    /// <summary>“预付30%验收70%”: a share, and right before it what is paid then.</summary>
    private static bool IsPart(Clause clause, Value value) =>
        value.Kind is ValueKind.Percent && clause.Words("terms_part").Any(word => value.Start - word.End is 0 or 1);

    /// <summary>A word of payment with the numbers and further such words that touch it.</summary>
    private static List<Mark> Spans(Clause clause)
    {
        var words = clause.Words("terms_word");
        if (words.Count == 0) return [.. Tenths(clause)];
        var numbers = clause.Values.Where(value => value.Kind is ValueKind.Number or ValueKind.Percent or ValueKind.Duration || (value is { Kind: ValueKind.Money, Currency: null, Number: < 1000 })).Select(value => value.Mark);
        var spans = new List<Mark>();
        foreach (var mark in words.Concat(numbers).OrderBy(mark => mark.Start))
        {
            if (spans.Count > 0 && mark.Start - spans[^1].End <= 2 && IsJoint(clause, spans[^1].End, mark.Start)) spans[^1] = new Mark(spans[^1].Start, Math.Max(spans[^1].End, mark.End));
            else spans.Add(new Mark(mark.Start, mark.End));
        }

        return [.. spans.Where(span => words.Any(word => word.Overlaps(span.Start, span.End))), .. Tenths(clause)];
    }

    /// <summary>“付款三三四”, “付款方式 3-4-3”: tenths that make up a whole, right behind a word of paying.</summary>
    private static IEnumerable<Mark> Tenths(Clause clause)
    {
        foreach (var word in clause.Words("terms").Where(word => !clause.Words("terms_word").Contains(word)))
        {
            var end = word.End;
            var (sum, count) = (0, 0);
            for (; end < clause.To; end++)
            {
                var digit = SharesOfTerms.Digits.IndexOf(clause.Message.Text[end]) is var zh and >= 0 ? zh : char.IsAsciiDigit(clause.Message.Text[end]) ? clause.Message.Text[end] - '0' : -1;
                if (digit < 0 && clause.Message.Text[end] is not (' ' or '-' or '/' or ':')) break;
                (sum, count) = digit < 0 ? (sum, count) : (sum + digit, count + 1);
            }

            if (sum == 10 && count is >= 2 and <= 5) yield return new Mark(word.Start, end);
        }
    }

    private static bool IsJoint(Clause clause, int from, int to) => from >= to || clause.Message.Text.Slice(from, to).IndexOfAnyExcept(" -/:") < 0;

    /// <summary>The breath groups that say how it is to be paid, as they were said; they give no reason then.</summary>
    private static void Said(Draft draft)
    {
        var clause = draft.Clause;
        var parts = clause.Breaths.Where(part => clause.Words("terms").Any(word => word.Overlaps(part.Start, part.End)));
        var cut = TextSlots.Orders(draft, TextSlots.OnlyOrders).Concat(clause.Mentions.Select(mention => mention.Mark)).Concat(draft.Used).ToList();
        var told = parts.Select(part => (Part: part, Text: FreeText.Rest(draft, part.Start, part.End, cut))).Where(said => said.Text is not null).ToList();
        if (told.Count > 0) TextSlots.Put(draft, "terms", string.Join(' ', told.Select(said => said.Text)));
        foreach (var (part, _) in told) draft.Use(new Mark(part.Start, part.End), "terms");
    }
}
