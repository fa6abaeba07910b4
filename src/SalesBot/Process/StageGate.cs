using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.FollowUps;
using SalesBot.Tasks;

namespace SalesBot.Process;

/// <summary>What a deal must have before it leaves a stage (ST-02), by the names that the process file uses; each is backed by a record (ST-05).</summary>
internal static class StageGate
{
    private const string Document = "document:";
    private const string Review = "review:";

    /// <summary>Every name that a stage may want, but for the kinds of documents.</summary>
    public static IReadOnlyList<string> Names { get; } = ["customer", "amount", "close_date", "next_step", "contact", "first_call", "meeting", "contract", "signed_contract", "invoice_task", "budget", "authority"];

    public static bool Knows(string want) => Names.Contains(want, StringComparer.Ordinal) || KindOf(want) is not null;

    /// <summary>The kind of a <c>document:KIND</c> or <c>review:KIND</c>; null for any other name.</summary>
    public static string? KindOf(string want)
    {
        var opening = want.StartsWith(Document, StringComparison.Ordinal) ? Document : want.StartsWith(Review, StringComparison.Ordinal) ? Review : null;
        return opening is not null && DocumentKinds.Known.Contains(want[opening.Length..], StringComparer.Ordinal) ? want[opening.Length..] : null;
    }

    public static bool IsReview(string want) => want.StartsWith(Review, StringComparison.Ordinal);

    /// <summary>Which of these the deal has, in the order in which they were wanted.</summary>
    public static async Task<GateResult> CheckAsync(SalesDb db, Deal deal, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        var (passed, missing) = (new List<string>(), new List<string>());
        foreach (var want in wanted.Distinct(StringComparer.Ordinal))
        {
            (await IsThereAsync(db, deal, want, cancellationToken) ? passed : missing).Add(want);
        }

        return new GateResult(passed, missing);
    }

    private static Task<bool> IsThereAsync(SalesDb db, Deal deal, string want, CancellationToken cancellationToken) => want switch
    {
        "customer" => Task.FromResult(deal.CustomerId is not null || deal.Customer is not null),
        "amount" => Task.FromResult(deal.Amount is not null),
        "close_date" => Task.FromResult(deal.CloseDate is not null),
        "budget" => Task.FromResult(deal.Budget == Confirmation.Yes),
        "authority" => Task.FromResult(deal.Authority == Confirmation.Yes),
        "next_step" => Task.FromResult(deal.NextStep is not null),
        "contact" => db.Contacts.AnyAsync(c => c.CustomerId == deal.CustomerId && c.Title != null && c.Motive != null, cancellationToken),
        "first_call" => db.FollowUps.WithCustomer().AnyAsync(f => f.Content != "" && (f.DealId == deal.Id || (f.DealId == null && f.CustomerId == deal.CustomerId)), cancellationToken),
        "meeting" => Meeting.IsBookedAsync(db, deal, cancellationToken),
        "contract" => db.Contracts.AnyAsync(c => c.DealId == deal.Id && (c.Status == ContractStatus.Approved || c.Status == ContractStatus.Signed), cancellationToken),
        "signed_contract" => db.Documents.AnyAsync(d => d.Kind == "signed_contract" && (d.DealId == deal.Id || d.Contract!.DealId == deal.Id), cancellationToken),
        "invoice_task" => db.Todos.AnyAsync(t => t.DealId == deal.Id && t.Kind == TodoKind.Invoice, cancellationToken),
        _ when KindOf(want) is { } kind => IsReview(want)
            ? IsApprovedAsync(db, deal, kind, cancellationToken)
            : db.Documents.AnyAsync(d => d.DealId == deal.Id && d.Kind == kind, cancellationToken),
        _ => Task.FromResult(true),
    };

    /// <summary>The newest document of the kind is approved; a newer one voids what was said of the last.</summary>
    private static async Task<bool> IsApprovedAsync(SalesDb db, Deal deal, string kind, CancellationToken cancellationToken)
    {
        var newest = await db.Documents.Where(d => d.DealId == deal.Id && d.Kind == kind).OrderByDescending(d => d.Id).Select(d => (long?)d.Id).FirstOrDefaultAsync(cancellationToken);
        return newest is not null && await db.Approvals.AnyAsync(a => a.Kind == ApprovalKind.StageReview && a.DocumentId == newest && a.Status == ApprovalStatus.Approved, cancellationToken);
    }
}

/// <summary>What a gate found.</summary>
/// <param name="Passed">The names that the deal fulfils.</param>
/// <param name="Missing">Those that it does not.</param>
internal sealed record GateResult(IReadOnlyList<string> Passed, IReadOnlyList<string> Missing);
