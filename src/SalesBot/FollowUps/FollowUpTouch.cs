using SalesBot.Customers;
using SalesBot.Deals;

namespace SalesBot.FollowUps;

internal static class FollowUpTouch
{
    /// <summary>Moves the clocks of silence and activity on; one that is entered late does not move them back (FU-08).</summary>
    public static void Touch(this FollowUp followUp, Customer? customer, Deal? deal)
    {
        if (customer is not null)
        {
            customer.LastInteractionAt = Later(customer.LastInteractionAt, followUp.HappenedAt);
        }

        if (deal is not null)
        {
            deal.LastActivityAt = Later(deal.LastActivityAt, followUp.HappenedAt);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset? before, DateTimeOffset now) => before is { } moment && moment > now ? moment : now;
}
