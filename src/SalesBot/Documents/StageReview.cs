using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>
/// What follows when a document of a reviewed kind is handed in (ST-03, AP-07): an open review of an older one is closed, and the new one either waits for the
/// regional manager or passes at once, with a draw that decides whether it is looked at afterwards.
/// </summary>
internal static class StageReview
{
    /// <summary>Adds to the receipt what becomes of the document.</summary>
    public static async Task<Reply> AttachedAsync(Act act, Deal deal, Document document, Reply reply, CancellationToken cancellationToken)
    {
        var modes = await ReviewModes.LoadAsync(act, cancellationToken);
        if (modes.Of(document.Kind) is not { } mode)
        {
            return reply;
        }

        reply = await OvertakeAsync(act, deal, document, reply, cancellationToken);
        return modes.Passes(document.Kind, act.Me)
            ? await PassAsync(act, deal, document, mode, reply, cancellationToken)
            : await OpenAsync(act, new Approval { Kind = ApprovalKind.StageReview, Deal = deal, Document = document }, "DocumentReview.waits", reply, cancellationToken);
    }

    /// <summary>Reviews of the newest document of this kind.</summary>
    public static IQueryable<Approval> Of(SalesDb db, long document) => db.Approvals.Where(a => a.Kind == ApprovalKind.StageReview && a.DocumentId == document);

    /// <summary>Nobody needs to decide on what was replaced.</summary>
    private static async Task<Reply> OvertakeAsync(Act act, Deal deal, Document document, Reply reply, CancellationToken cancellationToken)
    {
        var open = await act.Db.Approvals.Where(a => a.Kind == ApprovalKind.StageReview && a.Status == ApprovalStatus.Pending && a.DealId == deal.Id && a.Document!.Kind == document.Kind).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        foreach (var facts in await ApprovalFacts.LoadAsync(act.Db, act.Org, open, act.Now, cancellationToken))
        {
            var title = new Word("Approval.title", facts.Approval.Kind, facts.Name);
            var asked = Withdrawal.Apply(facts, act.Me);
            reply = reply with
            {
                Notices = [.. reply.Notices, .. asked.Where(p => p.Id != act.Me.Id).Select(p => new Notice(p, new View(null, null, new Word("DocumentReview.overtaken", title, act.Me, facts.Approval.Document?.Name ?? ""))))],
                Refreshes = [.. reply.Refreshes, facts.Refresh],
            };
        }

        return reply;
    }

    private static async Task<Reply> PassAsync(Act act, Deal deal, Document document, KindReview mode, Reply reply, CancellationToken cancellationToken)
    {
        var (draw, month, seed) = await SpotDraw.OfAsync(act.Db, document.Key, act.Now, cancellationToken);
        var isDrawn = draw < mode.Rate / 100.0;
        act.Db.Approvals.Add(new Approval
        {
            Key = Keys.New('A'), Kind = ApprovalKind.StageReview, Deal = deal, Document = document, SubmitterId = act.Me.Id, SubmittedAt = act.Now, CreatedAt = act.Now, DueAt = act.Now, Status = ApprovalStatus.Approved, DecidedAt = act.Now,
            Comment = new DrawNote(document.Key, (decimal)draw, mode.Rate / 100m, month, seed).Write(),
        });
        return isDrawn
            ? await OpenAsync(act, new Approval { Kind = ApprovalKind.SpotCheck, Deal = deal, Document = document }, "DocumentReview.drawn", reply, cancellationToken)
            : Noted(reply, new Word("DocumentReview.passed", mode.Said));
    }

    private static async Task<Reply> OpenAsync(Act act, Approval approval, string said, Reply reply, CancellationToken cancellationToken)
    {
        if (await OpenApproval.AddAsync(act, approval, act.Me, cancellationToken) is not { } opened)
        {
            return Noted(reply, "DocumentReview.nobody");
        }

        var ball = opened.Facts.Ball;
        var noted = Noted(reply, new Word(said, ball.Names, ball.DueAt));
        return noted with { Notices = [.. noted.Notices, .. opened.Notices] };
    }

    private static Reply Noted(Reply reply, Word note) => reply.Receipt is { } receipt
        ? reply with { Receipt = receipt.Noting(note) }
        : reply;
}
