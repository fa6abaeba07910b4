using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;
using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Language.Filling;

/// <summary>Amounts, changes of amounts, discounts, bounds, and counts of days.</summary>
internal static class AmountSlots
{
    /// <summary>So many times more or less than is known is hardly meant.</summary>
    private const decimal Far = 20;

    public static void Amount(Draft draft)
    {
        if (SummedParts.Read(draft)) return;
        if ((Known(draft) is var (known, justSaid) ? Shorthand.Read(draft.Clause, known, justSaid) : AnyOf(draft)) is { } meant)
        {
            draft.Slots.Set("amount", meant.Amount);
            draft.Use(meant.Mark, "amount");
            return;
        }

        if (Money(draft.Clause) is not { } money) return;
        // “改成280” of a deal of 24,000: a bare figure that no unit brings near.
        draft.Doubtful |= money is { Kind: ValueKind.Number, Number: { } bare } && Known(draft) is var (before, _) && before > 0 && (bare * Far < before || before * Far < bare);
        draft.Slots.Set("amount", money.Number!.Value);
        draft.Use(money.Mark, "amount");
    }

    /// <summary>The amount that is changed: the one just given, else that of the contract or deal spoken of.</summary>
    private static (decimal Amount, bool JustSaid)? Known(Draft draft)
    {
        var focus = draft.Clause.Focus;
        var last = focus.Pending == draft.Intent.Intent ? focus.Filled : focus.Pending is null && focus.LastIntent == draft.Intent.Intent ? focus.LastSlots : null;
        return last?.Number("amount") is { } said ? (said, true) : draft.Subject.Deal?.Amount is { } amount ? (amount, false) : null;
    }

    /// <summary>"495 in the end" where it is open which of two deals: in the unit that comes nearest to what one of them has.</summary>
    private static (decimal Amount, Mark Mark)? AnyOf(Draft draft) => draft.Subject.Deals.Select(deal => (deal.Amount, Meant: deal.Amount is { } amount ? Shorthand.Read(draft.Clause, amount) : null))
        .Where(pair => pair.Meant is not null).OrderBy(pair => Math.Abs(Math.Log((double)(pair.Meant!.Value.Amount / pair.Amount!.Value)))).Select(pair => pair.Meant).FirstOrDefault();

    /// <summary>The amount said, or the deal's amount with the change applied: “+10 %”, “涨5万”, “打95折”.</summary>
    public static void NewAmount(Draft draft)
    {
        var old = draft.Subject.Deal?.Amount;
        var change = draft.Clause.ValuesOf(ValueKind.Delta).LastOrDefault();
        var discount = draft.Clause.ValuesOf(ValueKind.Discount).LastOrDefault();
        if (SummedParts.Read(draft)) return;
        if (SetTo(draft.Clause) is { } given)
        {
            draft.Slots.Set("amount", given.Number!.Value);
            draft.Use(given.Mark, "amount");
        }
        else if (draft.Clause.Words("times").FirstOrDefault() is { Value: { } times } word && Money(draft.Clause) is null)
        {
            draft.Use(word, "amount");
            if (old is { } amount) draft.Slots.Set("amount", amount * decimal.Parse(times, System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (change?.Number is { } delta)
        {
            draft.Use(change.Mark, "delta");
            draft.Slots.Set("delta", delta);
            if (change.OfPercent && delta is < 0 and > -100) draft.Slots.Set("discount", 1 + (delta / 100));
            if (old is { } amount) draft.Slots.Set("amount", change.OfPercent ? amount * (1 + (delta / 100)) : amount + delta);
        }
        else if (discount?.Number is { } factor)
        {
            draft.Use(discount.Mark, "discount");
            draft.Slots.Set("discount", factor);
            if (old is { } amount) draft.Slots.Set("amount", amount * factor);
        }
        else if (draft.Clause.ValuesOf(ValueKind.Percent).LastOrDefault() is { Number: { } percent } share && draft.Clause.Word("delta_verb") is { } way)
        {
            draft.Use(share.Mark, "delta");
            var signed = way == "up" ? percent : -percent;
            draft.Slots.Set("delta", signed);
            if (signed is < 0 and > -100) draft.Slots.Set("discount", 1 + (signed / 100));
            if (old is { } amount) draft.Slots.Set("amount", amount * (1 + (signed / 100)));
        }
        else if (Money(draft.Clause) is { } money && Direction(draft.Clause, money) is var sign and not 0)
        {
            draft.Use(money.Mark, "delta");
            draft.Slots.Set("delta", sign * money.Number!.Value);
            if (old is { } amount) draft.Slots.Set("amount", amount + (sign * money.Number.Value));
        }
        else
        {
            Amount(draft);
        }
    }

    /// <summary>"To 0" and "to -50k" name the new amount, which is none: neither a change by so much nor nothing said.</summary>
    private static Value? SetTo(Clause clause) => clause.Values.LastOrDefault(value =>
        (value is { Kind: ValueKind.Number, Number: 0 } || (value is { Kind: ValueKind.Delta, OfPercent: false, Number: < 0 } && clause.Message.Text[value.Start] == '-'))
        && clause.Words("set_to").Any(word => clause.IsBlank(word.End, value.Start)));

    /// <summary>1 or -1 when a word like “加” or "down by" stands right before the amount or one like "off" right after it, 0 when the amount is the new one.</summary>
    private static int Direction(Clause clause, Value money)
    {
        var before = clause.Words("delta").LastOrDefault(mark => clause.IsBlank(mark.End, money.Start));
        var after = clause.Words("delta_after").FirstOrDefault(mark => clause.IsBlank(money.End, mark.Start));
        var way = before.Value ?? after.Value ?? (FollowsBy(clause, money) ? clause.Words("delta_verb").FirstOrDefault(mark => mark.End <= money.Start).Value : null);
        return way switch { "up" => 1, "down" => -1, _ => 0 };
    }

    /// <summary>"Cut Harbor by 20k": the verb stands before the name.</summary>
    private static bool FollowsBy(Clause clause, Value money) => clause.Message.Text.Slice(clause.From, money.Start).TrimEnd().EndsWith(" by", StringComparison.Ordinal);

    public static void Currency(Draft draft)
    {
        if (draft.Clause.Values.FirstOrDefault(value => value.Currency is not null) is { } money) draft.Slots["currency"] = money.Currency!;
    }

    public static void Discount(Draft draft)
    {
        if (draft.Clause.Words("no_discount") is [var none, ..])
        {
            draft.Slots.Set("discount", 1);
            draft.Use(none, "discount");
            return;
        }

        var value = draft.Clause.ValuesOf(ValueKind.Discount).LastOrDefault(said => !TermSlots.Holds(draft.Clause, said));
        var percent = draft.Clause.ValuesOf(ValueKind.Percent).LastOrDefault(said => !TermSlots.Holds(draft.Clause, said));
        var change = draft.Clause.ValuesOf(ValueKind.Delta).LastOrDefault(delta => delta is { OfPercent: true, Number: < 0 and > -100 });
        if (value?.Number is { } factor) draft.Slots.Set("discount", factor);
        else if (change?.Number is { } less) draft.Slots.Set("discount", 1 + (less / 100));
        else if (percent?.Number is { } off && off is > 0 and < 100) draft.Slots.Set("discount", 1 - (off / 100));
        if ((value ?? change ?? percent ?? Bare(draft)) is { } used) draft.Use(used.Mark, "discount");
    }

    /// <summary>"Make it only 5" after 6 percent, “95吧” after 九折: a bare number in the place of a discount.</summary>
    private static Value? Bare(Draft draft)
    {
        var focus = draft.Clause.Focus;
        var before = focus.Pending == draft.Intent.Intent ? focus.Filled : focus.LastIntent == draft.Intent.Intent ? focus.LastSlots : null;
        if ((before?.Number("discount") is null && focus.Asked != "discount") || draft.Clause.Values is not [{ Kind: ValueKind.Number, Number: > 0 and < 100 and var said } number] || !Shorthand.IsBare(draft.Clause, number)) return null;
        var folded = Script.HasChinese(draft.Clause.Span);
        draft.Slots.Set("discount", !folded ? 1 - (said / 100) : said <= 10 ? said / 10 : said / 100);
        return number;
    }

    public static void Bounds(Draft draft)
    {
        if (draft.Clause.ValuesOf(ValueKind.MoneyRange).FirstOrDefault() is { } range)
        {
            draft.Slots.Set("min_amount", range.Number!.Value);
            draft.Slots.Set("max_amount", range.High!.Value);
            return;
        }

        var amounts = draft.Clause.ValuesOf(ValueKind.Money, ValueKind.Number).Where(value => value.Number >= 100).ToList();
        if (amounts.Count == 2 && draft.Clause.Has(Feature.Key("[between]")))
        {
            draft.Slots.Set("min_amount", Math.Min(amounts[0].Number!.Value, amounts[1].Number!.Value));
            draft.Slots.Set("max_amount", Math.Max(amounts[0].Number!.Value, amounts[1].Number!.Value));
            return;
        }

        foreach (var bound in draft.Clause.Words("bound"))
        {
            var money = draft.Clause.ValuesOf(ValueKind.Money, ValueKind.Number).Where(value => value.Number >= 100)
                .MinBy(value => value.Start >= bound.End ? value.Start - bound.End : bound.Start >= value.End ? bound.Start - value.End : 0);
            if (money is null) continue;
            draft.Slots.Set(bound.Value == "min" ? "min_amount" : "max_amount", money.Number!.Value);
        }

        RoundSums.Bounds(draft);
    }

    public static void Days(Draft draft)
    {
        if (draft.Clause.ValuesOf(ValueKind.Duration).FirstOrDefault(value => value.Days > 0) is { } length) draft.Slots.Set("days", length.Days!.Value);
        else if (draft.Clause.ValuesOf(ValueKind.DateRange).FirstOrDefault(value => IsUpToNow(value, draft.Message.Today)) is { } range) draft.Slots.Set("days", draft.Message.Today.DayNumber - range.Date!.Value.DayNumber);
        else if (draft.Clause.ValuesOf(ValueKind.Date).Select(day => Within(draft, day)).OfType<int>().FirstOrDefault() is > 0 and var days) draft.Slots.Set("days", days);
    }

    /// <summary>"No call in 30 days": for what did not happen, a day so far ahead is a length.</summary>
    private static int? Within(Draft draft, Value day)
    {
        var said = draft.Message.Text.Slice(day.Start, day.End);
        if (!said.StartsWith("in ", StringComparison.Ordinal)) return null;
        return SpanReader.Read(NormalText.Of(said[3..].ToString()), draft.Message.Now).Where(found => found.Type == FoundType.Duration).Select(found => (int?)(found.Seconds / 86400)).FirstOrDefault();
    }

    /// <summary>“最近三个月” is a length that ends now.</summary>
    private static bool IsUpToNow(Value range, DateOnly today) => range.Date < today && range.Last is { } last && (last == today || last == today.AddDays(-1));

    public static void Limit(Draft draft)
    {
        if (draft.Clause.Word("limit") is { } limit && decimal.TryParse(limit, System.Globalization.CultureInfo.InvariantCulture, out var count)) draft.Slots.Set("limit", count);
        else if (draft.Clause.ValuesOf(ValueKind.Number).FirstOrDefault(value => value.Number is >= 2 and <= 100 && value.Number == decimal.Truncate(value.Number.Value) && IsCounted(draft.Clause, value)) is { } number) draft.Slots.Set("limit", number.Number!.Value);
        if (draft.Intent.Intent == "query_deals" && draft.Slots.ContainsKey("limit") && draft.Slots.Text("sort") is null && IsTop(draft.Clause)) draft.Slots["sort"] = "amount_desc";
    }

    /// <summary>“前十大商机”, "top 5 deals": by what they are worth, where nothing else is said.</summary>
    private static bool IsTop(Clause clause) =>
        clause.Words("limit").Concat(clause.Words("limit_lead")).Any(word => clause.Message.Text.Slice(word.Start, word.End) is var said && (said.StartsWith("top", StringComparison.Ordinal) || said[0] == '前'));

    /// <summary>"The 5 biggest deals", "top five", "my three oldest": the number touches a word of order.</summary>
    private static bool IsCounted(Clause clause, Value number) => clause.Words("sort").Concat(clause.Words("limit_lead"))
        .Any(word => clause.AreBeside(word, number.Mark));

    /// <summary>The last amount said (the last word counts), money before a bare number; "3 licences at 70k" is what one costs, where the whole is said too.</summary>
    public static Value? Money(Clause clause)
    {
        var money = clause.ValuesOf(ValueKind.Money).Where(value => !TermSlots.Holds(clause, value)).ToList();
        return Set(clause, money) ?? money.FindLast(value => money.Count == 1 || !IsOfOne(clause, value)) ?? money.LastOrDefault() ?? clause.ValuesOf(ValueKind.Number).LastOrDefault(value => value.Number >= 100 && Shorthand.IsBare(clause, value) && !TermSlots.Holds(clause, value));
    }

    /// <summary>“改回22万，18万只是他们的想法”, "back to 220k, the 180k was only an idea": the one that is set, where the later one stands in a breath that tells of it.</summary>
    private static Value? Set(Clause clause, List<Value> money)
    {
        var set = money.FindLast(value => clause.Words("set_to").Any(word => clause.IsBlank(word.End, value.Start)));
        return set is not null && money.FindAll(value => value.Start > set.Start) is { Count: > 0 } later && later.TrueForAll(value => IsTold(clause, value)) ? set : null;
    }

    private static bool IsTold(Clause clause, Value value)
    {
        var breath = clause.Breaths.First(part => value.Mark.Overlaps(part.Start, part.End));
        return clause.Words("only_said").Any(word => word.Overlaps(breath.Start, breath.End)) && !clause.Words("set_to").Any(word => word.End - word.Start > 1 && word.Overlaps(breath.Start, breath.End));
    }

    private static bool IsOfOne(Clause clause, Value value) =>
        clause.Words("unit_price").Any(word => clause.IsBlank(word.End, value.Start)) || clause.Words("unit_after").Any(word => clause.IsBlank(value.End, word.Start));
}
