using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;

namespace SalesBot.FollowUps;

internal sealed class FollowUpArea : Area
{
    /// <summary>A follow-up that is taken back says whose it was: its deal, else its customer.</summary>
    public override async Task<Reply> UndoneAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Receipt is not { } receipt || act.Db.ChangeTracker.Entries<FollowUp>().FirstOrDefault(e => e.State == EntityState.Deleted)?.Entity is not { } gone)
        {
            return reply;
        }

        var name = gone.DealId is { } deal ? await act.Db.Deals.Where(d => d.Id == deal).Select(d => d.Name).FirstOrDefaultAsync(cancellationToken)
            : await act.Db.Customers.Where(c => c.Id == gone.CustomerId).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken);
        return reply with { Receipt = receipt with { About = name ?? receipt.About } };
    }
}
