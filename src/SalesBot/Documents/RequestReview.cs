using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>Puts the newest document of a kind before the regional manager again, after a return or where none was asked; without a document it is asked for.</summary>
internal sealed class RequestReview : Command
{
    public override CommandSpec Spec { get; } = new("request_review", Permission.SubmitApproval) { Requires = ["deal"], MayAsk = ["kind"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, answer) = await act.OpenDealAsync(cancellationToken);
        if (deal is null)
        {
            return answer!;
        }

        var kind = DocumentKinds.Find(act.Process, act.Slots.Text("kind")) ?? await OnlyAsync(act, deal, cancellationToken);
        if (kind is null)
        {
            return Question.For(act, "kind");
        }

        if (await act.Db.Documents.Where(d => d.DealId == deal.Id && d.Kind == kind).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken) is not { } document)
        {
            var attach = Orders.FromData("attach_document", new Slots { ["deal"] = deal.Key, ["kind"] = kind });
            return await new AttachDocument().RunAsync(act with { Frame = attach }, cancellationToken);
        }

        var same = StageReview.Of(act.Db, document.Id);
        if (await OpenApproval.AlreadyAsync(act, same, cancellationToken) is { } already)
        {
            return already;
        }

        return await same.Where(a => a.Status == ApprovalStatus.Approved).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken) is { } approved
            ? Act.Say(new Word("DocumentReview.approved_already", document.Name, approved.DecidedAt)) with { Focus = act.About(deal) }
            : await OpenApproval.SubmitAsync(act, new Approval { Kind = ApprovalKind.StageReview, Deal = deal, Document = document }, "Receipt.review_requested", cancellationToken);
    }

    /// <summary>Where one kind alone could be meant: the reviewed one that was handed in, else the one that the stage waits for.</summary>
    private static async Task<string?> OnlyAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        var modes = await ReviewModes.LoadAsync(act, cancellationToken);
        var there = await act.Db.Documents.Where(d => d.DealId == deal.Id).Select(d => d.Kind).Distinct().ToListAsync(cancellationToken);
        return there.Where(kind => modes.Of(kind) is not null).ToList() is [var one] ? one : DocumentKinds.For(act.Process, deal.Stage)[0] is var wanted && modes.Of(wanted) is not null ? wanted : null;
    }
}
