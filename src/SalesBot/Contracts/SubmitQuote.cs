using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>Puts a quote, an amount or a discount on the deal's amount, before the direct superior. Twice is once.</summary>
internal sealed class SubmitQuote : Command
{
    public override CommandSpec Spec { get; } = new("submit_quote", Permission.SubmitApproval) { MayAsk = ["amount", "discount"], ReadsBack = true, Requires = ["deal"], Undoable = false, TakenBackBy = "withdraw_approval", Made = "approval_id" };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (deal.Status == DealStatus.Lost)
        {
            return Act.Say(new Word("Approval.lost", deal.Name));
        }

        var discount = act.Slots.Number("discount");
        if (discount is { } factor && !Discounts.IsSound(factor))
        {
            return Act.Say(new Word("Bad.discount", act.Slots.Text("discount")));
        }

        if (act.Slots.Text("amount") is not null && SoundAmount.Refuse(act) is { } refused)
        {
            return refused;
        }

        var (before, withdrawn) = await SecondSubmission.OfAsync(act, act.Db.Approvals.Where(a => a.DealId == deal.Id && a.Kind == ApprovalKind.Quote), a => Other(act, deal, a.Quote!), cancellationToken);
        if (before is not null)
        {
            return before;
        }

        if (!act.Pressed && discount is null && act.Slots.Text("amount") is null && act.Frame.Ref("quote") is null && act.Slots.Flag("confirm") is null)
        {
            return Question.For(act, "discount");
        }

        if ((act.Slots.Number("amount") ?? deal.Amount * (discount ?? 1)) is not { } amount)
        {
            return Question.For(act, "amount");
        }

        var quote = await ReusableAsync(act, deal, cancellationToken);
        quote.Amount = Rounded(amount);
        quote.Currency = act.Slots.Text("currency") ?? deal.Currency;
        quote.Discount = discount is 1 ? null : discount;
        quote.Terms = act.Slots.Text("terms", 400) is { } said ? Clauses.Merged(quote.Terms, said, act) : quote.Terms;
        quote.Status = ContractStatus.InApproval;
        deal.LastActivityAt = act.Now;
        return SecondSubmission.With(await OpenApproval.SubmitAsync(act, new Approval { Kind = ApprovalKind.Quote, Quote = quote, Deal = deal }, "Receipt.quote_submitted", cancellationToken), withdrawn);
    }

    /// <summary>The sum that is said otherwise than it is submitted; null where none is.</summary>
    private static object? Other(Act act, Deal deal, Quote quote)
    {
        if (!new[] { "amount", "discount", "currency", "terms" }.Any(act.Slots.ContainsKey)) return null;
        var discount = act.Slots.Number("discount");
        var amount = act.Slots.Number("amount") ?? (discount is null ? quote.Amount : deal.Amount * discount);
        var said = new Money(amount is { } sum ? Rounded(sum) : amount, act.Slots.Text("currency") ?? quote.Currency);
        return said != new Money(quote.Amount, quote.Currency) ? said : act.Slots.Text("terms", 400) is { } terms && Clauses.Merged(quote.Terms, terms, act) != quote.Terms ? new Word("Approval.other_terms", Excerpt.Of(terms)) : null;
    }

    private static decimal Rounded(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>A quote that was returned or taken back, this moment or before, is mended; else there is a new one.</summary>
    private static async Task<Quote> ReusableAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        var quote = act.Db.Quotes.Local.FirstOrDefault(q => q.DealId == deal.Id && q.Status == ContractStatus.Draft) ?? await act.Db.Quotes.Where(q => q.DealId == deal.Id && (q.Status == ContractStatus.Draft || q.Status == ContractStatus.Returned))
            .OrderByDescending(q => q.Id).FirstOrDefaultAsync(cancellationToken);
        if (quote is null)
        {
            quote = new Quote { Key = Keys.New('Q'), Deal = deal, CreatedAt = act.Now };
            act.Db.Quotes.Add(quote);
        }

        return quote;
    }
}
