using Microsoft.EntityFrameworkCore;
using SalesBot.People;

namespace SalesBot.Conversation;

/// <summary>
/// Somebody presses a button of a card that was not theirs: the record behind it is there, and they may not see it. They hear what they would hear of one that is
/// gone; that they tried is written down (default deny). What a command refuses by itself is noted there.
/// </summary>
internal static class Forwarded
{
    public static async Task NoteAsync(Act act, CommandSpec spec, Reply reply, CancellationToken cancellationToken)
    {
        // Who is shown a card, or changed something, was let in.
        if (!act.Pressed || reply.View.Card is not null || act.Frame.Refs.Count == 0 || act.Db.ChangeTracker.Entries().Any(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            return;
        }

        IReadOnlyList<string> keys = [.. act.Frame.Refs.Values.SelectMany(named => named)];
        var there = await Choice.DescribeAsync(act.Db, act.Org, new Viewer(act.Me, null), keys, cancellationToken);
        if (there.Count > 0 && there.Count > (await Choice.DescribeAsync(act.Db, act.Org, act.Viewer, keys, cancellationToken)).Count)
        {
            Ledger.Refusal(act.Db, act.Me, spec.Id, act.Now);
        }
    }
}
