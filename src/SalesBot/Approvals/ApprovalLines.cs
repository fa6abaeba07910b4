using System.Globalization;
using SalesBot.Approvals.Flows;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>The facts of an approval's card: what is decided about; when it was submitted again, only what is different of it.</summary>
/// <param name="Before">What was submitted the time before; null for the first time.</param>
internal sealed record ApprovalLines(Approval Approval, Ball Ball, ApprovalContent? Before, OrgChart Org, DateTimeOffset Now)
{
    /// <summary>Of an amount review, the contracts and quotes whose approval the change has voided.</summary>
    public IReadOnlyList<Approval> Void { get; init; } = [];

    /// <summary>The deals of a split, in place of an amount.</summary>
    public IReadOnlyList<CardLine> Linked { get; init; } = [];

    /// <summary>The text of the contract or quote, where one was submitted along.</summary>
    public Document? File { get; init; }

    private ApprovalContent? After { get; } = ApprovalContent.Read(Approval.Content);

    public IEnumerable<CardLine> All()
    {
        foreach (var line in Linked)
        {
            yield return line;
        }

        yield return new("Approval.customer", Approval.Deal?.Customer?.Name ?? Approval.Contract?.Customer?.Name ?? "");
        if (Approval.Deal is { } deal)
        {
            yield return new("Approval.deal", new Word("Approval.deal_in", deal.Name, StageName.Of(deal.Stage)));
        }

        if (Approval.Document is { } document)
        {
            yield return new("Approval.document", document.Line());
        }

        if (Approval.Kind == ApprovalKind.AmountReview)
        {
            yield return new("Review.participants", new Word("Format.Plain", Participants().ToList()));
            yield return new("Review.agenda", Void.Count == 0 ? new Word("Review.agenda.amount") : new Word("Review.agenda.papers", Void.Select(a => new Word("Approval.title", a.Kind, a.Called())).ToList()));
        }

        foreach (var line in Before is null || After is null ? Content() : Difference(Before, After))
        {
            yield return line;
        }

        yield return new("Approval.submitted", new Word("Approval.by", Org.Find(Approval.SubmitterId), Approval.SubmittedAt));
        if (Approval.Status == ApprovalStatus.Pending)
        {
            yield return new("Approval.due", Due());
        }

        if (DrawNote.RemarkOf(Approval) is { } remark)
        {
            yield return new("Approval.comment", remark);
        }
    }

    /// <summary>Who decides, and who changed the amount.</summary>
    private IEnumerable<Person> Participants() =>
        Approval.Approvers.Where(a => !a.HandedOn).Select(a => a.PersonId).Append(Approval.SubmitterId).Append(Approval.Deal?.OwnerId ?? 0).Distinct().Select(id => Org.Find(id)).OfType<Person>();

    private IEnumerable<CardLine> Content()
    {
        if (Linked.Count == 0)
        {
            yield return new("Approval.amount", Amount());
        }

        if (Approval.Quote?.Discount is { } discount)
        {
            yield return new("Approval.discount", Discounts.Say(discount));
        }

        if ((After is { } bound ? bound.Fields.GetValueOrDefault("terms") : Approval.Contract?.Terms ?? Approval.Quote?.Terms) is { } terms)
        {
            yield return new("Approval.terms", terms);
        }

        if (File is { } text)
        {
            yield return new("Approval.file", text.Line());
        }
        else if (Approval.Kind == ApprovalKind.Contract)
        {
            yield return new("Approval.file", new Word("Approval.file.none"));
        }
    }

    /// <summary>The amount is always said, the rest where it changed; where nothing did, the terms as they stand.</summary>
    private IEnumerable<CardLine> Difference(ApprovalContent before, ApprovalContent after)
    {
        string? Of(ApprovalContent content, string field) => content.Fields.GetValueOrDefault(field);
        bool IsSame(string field) => Of(before, field) == Of(after, field);
        var changed = new[] { "amount", "currency", "discount", "terms", "file" }.Count(field => !IsSame(field));
        yield return new("Approval.difference", new Word(changed == 0 ? "Approval.difference.none" : "Approval.difference.count", changed));
        yield return new("Approval.amount", IsSame("amount") && IsSame("currency") ? Amount() : new Word("Approval.changed", Sum(before), Amount()));
        if (!IsSame("discount"))
        {
            yield return new("Approval.discount", new Word("Approval.changed", Discount(Of(before, "discount")), Discount(Of(after, "discount"))));
        }

        if (!IsSame("terms"))
        {
            yield return new("Approval.terms", new Word("Approval.changed", Of(before, "terms") ?? NotThere, Of(after, "terms") ?? NotThere));
        }
        else if (changed == 0 && Of(after, "terms") is { } terms)
        {
            yield return new("Approval.terms", terms);
        }

        if (!IsSame("file"))
        {
            var what = new Word(Of(before, "file") is null ? "Approval.file.added" : Of(after, "file") is null ? "Approval.file.removed" : "Approval.file.replaced");
            yield return new("Approval.file", File is { } text ? new Word("Format.Dot", what, text.Line()) : what);
        }
    }

    /// <summary>What it was submitted for, whatever the contract or quote has become since.</summary>
    private Money? Bound => After?.Sum;

    private static object NotThere => new Word("Approval.not_there");

    private static Money Sum(ApprovalContent content) => content.Sum ?? new Money(null, content.Fields.GetValueOrDefault("currency") ?? "CNY");

    private static object Discount(string? factor) => Number(factor) is { } number ? Discounts.Say(number) : NotThere;

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A card that goes out with the whole time ahead stays in the chat unread: it says what stays true, not how much is left.</summary>
    private Word Due() => Way.Present(Approval) is { WorkingTime: false } step && Ball.DueAt - Now is var left && left > TimeSpan.FromHours(step.Hours - 1)
        ? left > TimeSpan.FromHours(step.Hours) ? new Word("Format.Plain", Ball.DueAt) : new Word("Approval.due_after", Ball.DueAt, new Word("Count.hours", step.Hours))
        : new Word("Approval.due_left", Ball.DueAt, Ball.Left(Now));

    private object Amount() => Approval switch
    {
        { Kind: ApprovalKind.AmountReview } => Swing.Say(new Money(Approval.AmountBefore, Approval.CurrencyBefore ?? Currency), new Money(Approval.AmountAfter, Currency)),
        { Contract: { } contract } => Against(Bound ?? new Money(contract.Amount, contract.Currency)),
        { Quote: { } quote } => Against(Bound ?? new Money(quote.Amount, quote.Currency)),
        _ => new Money(Approval.Deal?.Amount, Currency),
    };

    private string Currency => Approval.Deal?.Currency ?? "CNY";

    /// <summary>Beside the deal's amount, where the two differ; what is void was put beside another one.</summary>
    private object Against(Money money)
    {
        if (Approval.Status == ApprovalStatus.Void || Approval.Deal is not { Amount: > 0 } deal || deal.Currency != money.Currency || deal.Amount == money.Amount)
        {
            return money;
        }

        var share = (double)((money.Amount!.Value - deal.Amount.Value) / deal.Amount.Value);
        return new Word(share < 0 ? "Approval.below" : "Approval.above", money, new Money(deal.Amount, deal.Currency), Math.Abs(share));
    }
}
