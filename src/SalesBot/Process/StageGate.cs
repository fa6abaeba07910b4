using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.Deals;

namespace SalesBot.Process;

/// <summary>
/// What a deal must have before it leaves a stage (ST-02), by the names that the process file uses. A name that nobody can check yet counts
/// as there, so that a process file may be ahead of the service.
/// </summary>
internal static class StageGate
{
    /// <summary>The wanted things that the deal lacks, in the order in which they were wanted.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(SalesDb db, Deal deal, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (var want in wanted.Distinct(StringComparer.Ordinal))
        {
            if (!await IsThereAsync(db, deal, want, cancellationToken))
            {
                missing.Add(want);
            }
        }

        return missing;
    }

    private static Task<bool> IsThereAsync(SalesDb db, Deal deal, string want, CancellationToken cancellationToken) => want switch
    {
        "customer" => Task.FromResult(deal.Customer is not null),
        "amount" => Task.FromResult(deal.Amount is not null),
        "close_date" => Task.FromResult(deal.CloseDate is not null),
        "next_step" => Task.FromResult(deal.NextStep is not null),
        "contact" => db.Contacts.AnyAsync(c => c.CustomerId == deal.CustomerId && c.Title != null && c.Motive != null, cancellationToken),
        "first_call" => db.FollowUps.AnyAsync(f => f.DealId == deal.Id || (f.DealId == null && f.CustomerId == deal.CustomerId), cancellationToken),
        "contract" => db.Contracts.AnyAsync(c => c.DealId == deal.Id && (c.Status == ContractStatus.Approved || c.Status == ContractStatus.Signed), cancellationToken),
        _ => Task.FromResult(true),
    };
}
