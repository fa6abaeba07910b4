using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.FollowUps;
using SalesBot.Words;

namespace SalesBot.Promises;

/// <summary>Reads each follow-up that is told for promises, ours and theirs, and says on the receipt what it has put into the ledger (idea 3).</summary>
internal sealed class PromiseArea : Area
{
    public override object? NameOf(Record record) => (record as Promise)?.Content;

    /// <summary>The note tells of those that were read from a follow-up.</summary>
    public override bool GoesAlong(SalesDb db, Change change) =>
        change is { Record: nameof(Promise), Kind: ChangeKind.Added } && db.Tracked<Promise>().Any(e => e.Entity.Key == change.Key && (e.Entity.FollowUp is not null || e.Entity.FollowUpId is not null));

    public override async Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        var told = reply.Receipt is null ? null : act.Db.Tracked<FollowUp>().FirstOrDefault(e => e.State == EntityState.Added && e.Entity.Method != Deals.CommentDeal.Method)?.Entity;
        if ((told?.Customer ?? told?.Deal?.Customer) is not { } customer)
        {
            return reply;
        }

        return await PromiseGiven.AfterAsync(act, act.Said is null ? reply : Noted(act, reply, told!, customer), told!.Content, customer, cancellationToken);
    }

    /// <summary>The promises that are read from what was said go into the ledger.</summary>
    private static Reply Noted(Act act, Reply reply, FollowUp told, Customer customer)
    {
        var found = PromiseReader.Read(act.Said!, act.LocalNow);
        foreach (var promise in found)
        {
            act.Db.Add(new Promise
            {
                Key = Keys.New('M'), CreatedAt = act.Now, Customer = customer, Deal = told.Deal, FollowUp = told, PersonId = told.AuthorId, Side = promise.Side, Content = promise.Content, DueOn = promise.DueOn,
            });
        }

        Word note = new("Promise.noted", found.Select(promise => new Word("Promise.noted_one", promise.Side, promise.Content, promise.DueOn is { } day ? day : new Word("Promise.no_day"))).ToList());
        return found.Count == 0 ? reply : reply with { Receipt = reply.Receipt!.Noting(note) };
    }
}
