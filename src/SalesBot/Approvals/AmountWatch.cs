using SalesBot.Deals;

namespace SalesBot.Approvals;

internal static class AmountWatch
{
    /// <summary>Accepted: the new amount is the reviewed one from now on. Refused: the deal has the old one again.</summary>
    public static void Settle(Deal deal, Approval review, ApprovalStatus outcome)
    {
        if (outcome == ApprovalStatus.Refused)
        {
            deal.Amount = review.AmountBefore;
            deal.Currency = review.CurrencyBefore ?? deal.Currency;
        }

        if (outcome is ApprovalStatus.Refused or ApprovalStatus.Approved)
        {
            deal.ReviewedAmount = deal.Amount;
        }
    }
}
