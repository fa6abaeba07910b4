using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Approvals.Flows;

/// <summary>Takes an approval along its way: the first step when it is submitted, the next when a step has passed.</summary>
internal static class Steps
{
    /// <summary>Lays down the way and asks the people of the first step; false when the company has nobody else who could decide.</summary>
    public static async Task<bool> BeginAsync(SalesDb db, Approval approval, Seating seating, CancellationToken cancellationToken)
    {
        var submitter = seating.Org.Find(approval.SubmitterId)!;
        var (book, version) = await FlowBook.LoadAsync(db, cancellationToken);
        var steps = FlowSeats.Spread(seating.Org, book.For(approval.Kind, await CaseAsync(db, approval, cancellationToken)), submitter);
        approval.Flow = new Way(steps, version?.Number ?? 0).ToJson();
        approval.Step = -1;
        return Advance(db, approval, seating) is { Count: > 0 };
    }

    /// <summary>
    /// Goes to the next step in which somebody still has to be asked: who has approved in an earlier one need not again.
    /// </summary>
    /// <returns>With whom it is now; null when the way is done.</returns>
    public static IReadOnlyList<Person>? Advance(SalesDb db, Approval approval, Seating seating)
    {
        var way = Way.Of(approval);
        var submitter = seating.Org.Find(approval.SubmitterId)!;
        while (approval.Step + 1 < way.Steps.Count)
        {
            var step = way.Steps[++approval.Step];
            var people = FlowSeats.Find(seating.Org, step, submitter);
            (approval.Level, approval.EscalatedAt, approval.DueAt) = (0, null, Way.Due(step, people.Count > 0 ? people[0] : null, seating.Now));
            seating.Ask(db, approval, people, byEscalation: false);
            SpeakAgain(approval);
            if (Tally.Of(approval, step) != ApprovalStatus.Approved)
            {
                return [.. seating.Of(approval).Select(a => seating.Org.Find(a.PersonId)).OfType<Person>().DistinctBy(p => p.Id)];
            }
        }

        return null;
    }

    /// <summary>What the conditions of flows look at.</summary>
    private static async Task<FlowCase> CaseAsync(SalesDb db, Approval approval, CancellationToken cancellationToken)
    {
        var (amount, currency, terms) = approval switch
        {
            { Contract: { } contract } => ((decimal?)contract.Amount, contract.Currency, contract.Terms),
            { Quote: { } quote } => ((decimal?)quote.Amount, quote.Currency, quote.Terms),
            _ => (approval.AmountAfter ?? approval.Deal?.Amount, approval.Deal?.Currency ?? "CNY", (string?)null),
        };
        var usual = terms is null ? null : await ContractTerms.UsualAsync(db, approval.Deal?.CustomerId ?? approval.Contract?.CustomerId, approval.Contract, cancellationToken);
        return new FlowCase(amount, currency, PercentOff(approval), terms, usual is not null && !ContractTerms.AreAlike(usual, terms));
    }

    /// <summary>As it was said; else what the quote or contract is below the deal's amount.</summary>
    private static decimal PercentOff(Approval approval) => approval switch
    {
        { Quote.Discount: { } factor } => (1 - factor) * 100,
        { Quote: { } quote, Deal: { Amount: > 0 } deal } when quote.Currency == deal.Currency => Math.Max(0, (1 - (quote.Amount / deal.Amount.Value)) * 100),
        { Contract: { } contract, Deal: { Amount: > 0 } deal } when contract.Currency == deal.Currency => Math.Max(0, (1 - (contract.Amount / deal.Amount.Value)) * 100),
        _ => 0,
    };

    private static void SpeakAgain(Approval approval)
    {
        foreach (var seat in approval.Approvers.Where(a => a.Step == approval.Step && a.Voice is null))
        {
            var before = approval.Approvers.FindLast(a => a.Step < approval.Step && a.Voice == ApprovalStatus.Approved && a.PersonId == seat.PersonId);
            (seat.Voice, seat.VoicedAt) = (before?.Voice, before?.VoicedAt);
        }
    }
}
