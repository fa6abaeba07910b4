using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// Figures beside a decision, each only where there is data: the discount against similar deals, the terms against what was agreed before (AP-09),
/// how late this customer pays, how long this step takes otherwise.
/// </summary>
internal static class Packet
{
    /// <summary>Fewer say nothing.</summary>
    private const int Few = 3;

    /// <summary>Deals of half to twice the amount are alike where no product tells.</summary>
    private const decimal Band = 2;

    /// <summary>As far back as it is looked.</summary>
    private const int Months = 12;

    /// <summary>By the key of the approval; none for what is decided.</summary>
    public static async Task<ILookup<string, CardLine>> OfAsync(SalesDb db, IReadOnlyList<Approval> approvals, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lines = new List<(string Key, CardLine Line)>();
        foreach (var approval in approvals.Where(a => a is { Status: ApprovalStatus.Pending, Kind: ApprovalKind.Contract or ApprovalKind.Quote }))
        {
            CardLine?[] found =
            [
                approval.Quote is { } quote ? await DiscountAsync(db, approval, quote, now, cancellationToken) : null,
                .. await TermsAsync(db, approval, cancellationToken),
                .. approval.Contract is { } contract ? await TemplateAsync(db, contract, cancellationToken) : [],
                await DelayAsync(db, approval.Deal?.CustomerId ?? approval.Contract?.CustomerId, cancellationToken),
                await DurationAsync(db, approval, now, cancellationToken),
            ];
            lines.AddRange(found.OfType<CardLine>().Select(line => (approval.Key, line)));
        }

        return lines.ToLookup(line => line.Key, line => line.Line, StringComparer.Ordinal);
    }

    /// <summary>Against the median of deals of the same product, or else of about the amount, that were closed in the last twelve months.</summary>
    private static async Task<CardLine?> DiscountAsync(SalesDb db, Approval approval, Quote quote, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (approval.Deal is not { Amount: { } amount } deal)
        {
            return null;
        }

        var (since, least, most) = (now.AddMonths(-Months), amount / Band, amount * Band);
        var quotes = await db.Quotes.AsNoTracking().Where(q => q.Status == ContractStatus.Approved && q.DealId != deal.Id && q.Deal.Status != DealStatus.Open && q.Deal.ClosedAt >= since)
            .Where(q => deal.ProductId != null ? q.Deal.ProductId == deal.ProductId : q.Deal.Currency == deal.Currency && q.Deal.Amount >= least && q.Deal.Amount <= most)
            .OrderBy(q => q.Id).Select(q => new { q.DealId, q.Discount }).ToListAsync(cancellationToken);
        var last = quotes.GroupBy(q => q.DealId).Select(q => (double)(q.Last().Discount ?? 1)).ToList();
        var own = quote.Discount ?? (deal.Currency == quote.Currency && amount > 0 ? Math.Min(1, quote.Amount / amount) : 1);
        return last.Count < Few ? null : new CardLine("Packet.discount", new Word("Packet.discount_of", Discounts.Say(own), Discounts.Say((decimal)Quantiles.At(last, 0.5)), last.Count));
    }

    private static async Task<IReadOnlyList<CardLine>> TermsAsync(SalesDb db, Approval approval, CancellationToken cancellationToken)
    {
        if ((approval.Contract?.Terms ?? approval.Quote?.Terms) is not { } terms)
        {
            return [];
        }

        var lines = new List<CardLine>();
        var usual = await ContractTerms.UsualAsync(db, approval.Deal?.CustomerId ?? approval.Contract?.CustomerId, approval.Contract, cancellationToken);
        if (usual is not null)
        {
            lines.Add(new CardLine("Packet.terms", ContractTerms.AreAlike(usual, terms) ? new Word("Packet.terms.same") : new Word("Packet.terms.other", usual)));
        }

        if (approval.Contract is not null && Clauses.Missing(terms) is { Count: > 0 } missing)
        {
            lines.Add(new CardLine("Packet.clauses", new Word("Packet.clauses.missing", missing.Select(clause => new Word("Clause." + clause)).ToList())));
        }

        return lines;
    }

    /// <summary>Which version of which template the contract was made from, whether there is a newer one, and whether its terms are those of the template (AP-08, AP-09).</summary>
    private static async Task<IReadOnlyList<CardLine>> TemplateAsync(SalesDb db, Contract contract, CancellationToken cancellationToken)
    {
        var versions = contract.Template is not { } name ? [] : await db.ContractTemplates.AsNoTracking().Where(t => t.Name == name).OrderByDescending(t => t.Number).ToListAsync(cancellationToken);
        if (versions.Find(t => t.Number == contract.TemplateNumber) is not { } made)
        {
            return [];
        }

        var newest = versions[0];
        List<CardLine> lines = [new("Packet.template", made.Number == newest.Number ? new Word("Packet.template.newest", made.Name, made.Number) : new Word("Packet.template.older", made.Name, made.Number, newest.Number, newest.CreatedAt))];
        if (made.Terms is { } proposed && contract.Terms is { } terms)
        {
            lines.Add(new CardLine("Packet.template.terms", ContractTerms.AreAlike(proposed, terms) ? new Word("Packet.terms.same") : new Word("Packet.template.differs", proposed)));
        }

        return lines;
    }

    /// <summary>Days between the day that a payment was due and the day that it was there.</summary>
    private static async Task<CardLine?> DelayAsync(SalesDb db, long? customer, CancellationToken cancellationToken)
    {
        var paid = customer is null ? [] : await db.Payments.AsNoTracking().Where(p => p.PaidOn != null && p.Contract.CustomerId == customer).Select(p => new { p.DueOn, p.PaidOn }).ToListAsync(cancellationToken);
        if (paid.Count < Few)
        {
            return null;
        }

        var days = (int)Math.Round(Quantiles.At([.. paid.Select(p => (double)(p.PaidOn!.Value.DayNumber - p.DueOn.DayNumber))], 0.5));
        return new CardLine("Packet.delay", new Word(days > 0 ? "Packet.delay.late" : days < 0 ? "Packet.delay.early" : "Packet.delay.on_time", Math.Abs(days), paid.Count));
    }

    /// <summary>From when it came to somebody to their voice, in this step of this kind.</summary>
    private static async Task<CardLine?> DurationAsync(SalesDb db, Approval approval, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (since, kind, step) = (now.AddMonths(-Months), approval.Kind, approval.Step);
        var spoken = await db.Approvers.AsNoTracking().Where(a => a.VoicedAt != null && a.VoicedAt >= since && a.VoicedAt >= a.AddedAt && a.Voice != ApprovalStatus.Withdrawn && a.Step == step && a.Approval.Kind == kind)
            .OrderByDescending(a => a.Id).Take(500).Select(a => new { a.AddedAt, a.VoicedAt }).ToListAsync(cancellationToken);
        var hours = spoken.Select(a => (a.VoicedAt!.Value - a.AddedAt).TotalHours).ToList();
        return hours.Count < Few || Quantiles.At(hours, 0.9) < 1 / 60.0 ? null : new CardLine("Packet.duration", new Word("Packet.duration_of", Length.Of(Quantiles.At(hours, 0.5)), Length.Of(Quantiles.At(hours, 0.9)), hours.Count));
    }
}
