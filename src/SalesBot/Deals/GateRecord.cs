using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.FollowUps;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>The record behind a tick of the checklist (ST-05), as a line says it.</summary>
internal static class GateRecord
{
    /// <summary>Null where there is nothing to say beyond the tick.</summary>
    public static async Task<Word?> OfAsync(Act act, Deal deal, string want, CancellationToken cancellationToken) => want switch
    {
        "customer" => Said(deal.Customer?.Name),
        "amount" => new Word("Format.Plain", new Money(deal.Amount, deal.Currency)),
        "close_date" => new Word("Format.Plain", deal.CloseDate),
        "next_step" => new Word("Format.Plain", DealFacts.Next(deal, act.Today)),
        "budget" or "authority" => new Word("Confirmation.Yes"),
        "contact" => await act.Db.Contacts.Where(c => c.CustomerId == deal.CustomerId && c.Title != null && c.Motive != null).OrderBy(c => c.Id)
            .Select(c => new Word("Format.Dot", c.Name, c.Title)).FirstOrDefaultAsync(cancellationToken),
        "first_call" => await act.Db.FollowUps.WithCustomer().Where(f => f.Content != "" && (f.DealId == deal.Id || (f.DealId == null && f.CustomerId == deal.CustomerId))).OrderBy(f => f.HappenedAt)
            .Select(f => new Word("Format.Dot", f.HappenedAt, f.Author)).FirstOrDefaultAsync(cancellationToken),
        "contract" => Said(await act.Db.Contracts.Where(c => c.DealId == deal.Id && (c.Status == ContractStatus.Approved || c.Status == ContractStatus.Signed)).OrderByDescending(c => c.Id).Select(c => c.Title).FirstOrDefaultAsync(cancellationToken)),
        _ when StageGate.KindOf(want) is { } kind && StageGate.IsReview(want) => await act.Db.Approvals
            .Where(a => a.DealId == deal.Id && a.Kind == ApprovalKind.StageReview && a.Status == ApprovalStatus.Approved && a.Document!.Kind == kind).OrderByDescending(a => a.Id)
            .Select(a => new Word("Format.Dot", a.DecidedBy, a.DecidedAt)).FirstOrDefaultAsync(cancellationToken),
        _ when StageGate.KindOf(want) is { } kind => await act.Db.Documents.Where(d => d.DealId == deal.Id && d.Kind == kind).OrderByDescending(d => d.Id)
            .Select(d => new Word("Format.Dot", d.Name, d.CreatedAt)).FirstOrDefaultAsync(cancellationToken),
        _ => null,
    };

    private static Word? Said(string? text) => text is null ? null : new Word("Format.Plain", text);
}
