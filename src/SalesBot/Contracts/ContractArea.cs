using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

internal sealed class ContractArea : Area
{
    public override IQueryable<Choice> Choices(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Contracts.VisibleTo(viewer).Where(c => keys.Contains(c.Key))
            .Select(c => new Choice("contract", c.Key, c.Title, new Word("Choice.Contract", new Money(c.Amount, c.Currency), c.Status)));

    /// <summary>A contract that was named says which deal is meant, also of several that would have to be chosen from; there only one that is not done yet.</summary>
    public override async Task<Act> CompleteAsync(CommandSpec spec, Act act, CancellationToken cancellationToken)
    {
        if (!spec.Requires.Contains("deal", StringComparer.Ordinal) || (act.Frame.Ref("deal") is not null && act.Frame.Clarify.Count == 0) || act.Frame.Ref("contract") is not { } contract)
        {
            return act;
        }

        var open = act.Frame.Clarify;
        var named = act.Db.Contracts.VisibleTo(act.Viewer).Where(c => c.Key == contract && c.Deal != null);
        if (open.Count > 0)
        {
            named = named.Where(c => c.Status != ContractStatus.Approved && c.Status != ContractStatus.Signed && open.Contains(c.Deal!.Key));
        }

        if (await named.Select(c => c.Deal!.Key).FirstOrDefaultAsync(cancellationToken) is not { } deal)
        {
            return act;
        }

        var sure = act.With("deal", deal);
        return sure with { Frame = sure.Frame with { Clarify = [] } };
    }
}
