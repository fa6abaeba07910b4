using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>A signature goes under exactly what was approved (AP-10): where terms, amount or file have become others past everybody, by an import or beside the service, it is not taken.</summary>
internal static class StillApproved
{
    /// <summary>What is different, with a button to submit it again, and the decision void; null where all is as it was approved, or no decision is kept.</summary>
    public static async Task<Reply?> RefuseAsync(Act act, Contract contract, CancellationToken cancellationToken)
    {
        var approved = await act.Db.Approvals.Include(a => a.Contract).Include(a => a.Deal)
            .Where(a => a.ContractId == contract.Id && a.Status == ApprovalStatus.Approved && a.ContentHash != null).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);
        var now = approved is null ? null : await ApprovalContent.OfAsync(act.Db, approved, cancellationToken);
        if (now is null || now.Hash == approved!.ContentHash)
        {
            return null;
        }

        var unlike = now.Unlike(ApprovalContent.Read(approved.Content) ?? new ApprovalContent(new Dictionary<string, string>(StringComparer.Ordinal)));
        Word text = new("Contract.not_as_approved", contract.Title, unlike.Select(field => field == "currency" ? "amount" : field).Distinct(StringComparer.Ordinal).Select(field => new Word("Approval." + field)).ToList(), approved.DecidedAt);
        List<Button> buttons = contract.Deal is { } deal ? [new Button("Button.resubmit", "submit_contract", new Slots { ["deal"] = deal.Key, ["contract"] = contract.Key }, "positive")] : [];
        buttons.Add(new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = approved.Key }));
        var card = new View("text", new { Title = new Word("Contract.not_as_approved_title"), Paragraphs = new[] { text }, Buttons = buttons }, text);
        return (await ContentWatch.VoidAsync(act, approved, new Reply(card), cancellationToken)) with { Focus = act.About(contract) };
    }
}
