using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

internal sealed class ApprovalArea : Area
{
    public override IQueryable<Choice> Choices(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Approvals.VisibleTo(viewer).Where(a => keys.Contains(a.Key))
            .Select(a => new Choice("approval_id", a.Key, a.Contract == null ? a.Deal!.Name : a.Contract.Title, new Word("Choice.Approval", a.Submitter, a.SubmittedAt)));

    /// <summary>What is void by a swing stands on the agenda of its review.</summary>
    public override async Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken) =>
        await AmountWatch.AfterAsync(act, await ContentWatch.AfterAsync(act, reply, cancellationToken), cancellationToken);

    public override async Task<Reply> UndoneAsync(Act act, Reply reply, CancellationToken cancellationToken) =>
        await Reseating.UndoneAsync(act, await Withdrawal.UndoneAsync(act, reply, cancellationToken), cancellationToken);

    public override Task<Word?> StaysAsync(Act act, AuditEntry entry, IReadOnlyList<Change> changes, CancellationToken cancellationToken) => DecisionStays.WhyAsync(act, changes, cancellationToken);

    /// <summary>
    /// A review that follows the amount is looked at again when the amount goes back, and who sits for whom follows from the delegations. The review of
    /// a document goes with it; one that was drawn stays, or the draw would be repeated until it pleases.
    /// </summary>
    public override bool Lasts(SalesDb db, Change change) => change.Record switch
    {
        nameof(Approver) => !db.ChangeTracker.Entries<Approver>().Any(a => a.Entity.Key == change.Key && a.State == EntityState.Added && a.Entity.Approval is { Kind: ApprovalKind.StageReview }),
        nameof(Approval) => db.ChangeTracker.Entries<Approval>().Any(a => a.Entity.Key == change.Key && (a.Entity.Kind == ApprovalKind.SpotCheck || AmountWatch.Follows(db, a.Entity))),
        _ => false,
    };
}
