using SalesBot.Deals;

namespace SalesBot.FollowUps;

internal static class Talks
{
    extension(IQueryable<FollowUp> followUps)
    {
        /// <summary>Those that were with the customer: what counts as contact. A remark on a deal (ST-12) stands among them and is none.</summary>
        public IQueryable<FollowUp> WithCustomer() => followUps.Where(f => f.Method != CommentDeal.Method);
    }
}
