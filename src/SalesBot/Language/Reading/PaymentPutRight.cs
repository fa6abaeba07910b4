using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>“百川那笔到账改成12万”, “财务说到账是12万不是10万”, "Redwood paid only 120k, 140 was wrong": a payment that is booked was another sum. It is put right, not booked once more.</summary>
internal static class PaymentPutRight
{
    public static Frame? Read(Clause clause)
    {
        if (clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Focus is { Pending: not null, Optional: false }) return null;
        var words = clause.Words("payment_word");
        if (words.Count == 0 || words.Any(word => word.Value == "none")) return null;
        var sums = clause.ValuesOf(ValueKind.Money, ValueKind.Number).Where(value => value.Number is not null && !clause.Words("counter").Any(counter => counter.Start == value.End)).ToList();
        var wrong = sums.FindAll(value => IsDenied(clause, value));
        var meant = sums.Except(wrong).Where(value => value.Kind == ValueKind.Money || wrong.Count > 0 || clause.Message.NotMeant.Any(IsSum)).ToList();
        if (meant is not [{ Number: > 0 } right]) return null;
        var before = wrong.Select(value => value.Number).Concat(clause.Message.NotMeant.Where(IsSum).Select(value => value.Number)).FirstOrDefault(number => number is > 0);
        if (before is null && !IsPutRight(clause, right)) return null;
        var subject = SubjectFinder.Find(clause);
        var draft = new Draft(clause, new ScoredIntent("correct_payment", 0, []), subject);
        if (subject.Said && subject.Customers is [var customer]) draft.Refer("customer", [customer]);
        if (subject.Said && clause.Named(NamedKind.Deal, NameStrength.Short).Any() && subject.Deal is { } deal) draft.Refer("deal", [deal]);
        draft.Slots.Set("amount", right.Number!.Value);
        if (right.Currency is { } currency) draft.Slots["currency"] = currency;
        if (before is { } was) draft.Slots.Set("was", was);
        draft.Slots["booked"] = "true";
        return draft.ToFrame(1);
    }

    private static bool IsSum(Value value) => value.Kind is ValueKind.Money or ValueKind.Number && value.Date is null;

    /// <summary>“不是10万”, "140 was wrong".</summary>
    private static bool IsDenied(Clause clause, Value value) =>
        clause.Words("not_right").Any(word => clause.IsBlank(value.End, word.Start)) || clause.Words("wrong_one").Concat(clause.Words("not_but")).Concat(clause.Words("instead_of")).Any(word => clause.IsBlank(word.End, value.Start));

    /// <summary>A verb that changes what is booked, and the sum behind what leads to one.</summary>
    private static bool IsPutRight(Clause clause, Value sum) =>
        clause.Words("put_verb").Count > 0 && clause.Words("puts_right").Any(word => word.End <= sum.Start && Answers.Covers(clause, word.End, sum.Start, [.. clause.Marks.Of(Feature.Glue), .. clause.Words("filler")]));
}
