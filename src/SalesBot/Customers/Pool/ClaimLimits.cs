using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Rules;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Pool;

/// <summary>Why somebody may not claim a customer now (CU-11): the claims of the day are spent, or it was theirs and has to cool down.</summary>
internal static class ClaimLimits
{
    public static async Task<Word?> WhyNotAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var rule = CustomerRule.Of(act.Definitions);
        var left = await act.Db.OwnerChanges.Where(c => c.CustomerId == customer.Id && c.FromId == act.Me.Id && c.ToId == null).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (left is not null && left.CreatedAt.AddDays(rule.CoolDownDays) is var free && free > act.Now)
        {
            return new Word("Claim.cool_down", customer.Name, left.CreatedAt, free, new Word("Count.days", rule.CoolDownDays));
        }

        var start = Zones.Instant(act.Today, TimeOnly.MinValue, act.Me.TimeZone);
        var claimed = rule.ClaimsADay == 0 ? 0 : await act.Db.OwnerChanges.CountAsync(c => c.ById == act.Me.Id && c.Kind == OwnerChangeKind.Claimed && c.CreatedAt >= start, cancellationToken);
        return rule.ClaimsADay > 0 && claimed >= rule.ClaimsADay ? new Word("Claim.limit", claimed, rule.ClaimsADay) : null;
    }
}
