using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// “合同为什么被退回”, "who rejected the quote": by whom, when and with which remark something was last sent back or refused, and what became of it since. Of what is named, of the deal in view,
/// else of what one submitted.
/// </summary>
internal sealed class ExplainDecision : Command
{
    public override CommandSpec Spec { get; } = new("explain_decision", Permission.Member) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("customer") is null && act.Slots.Text("customer") is { } name)
        {
            return Question.NotFound(act, "customer", name);
        }

        var all = await OfAsync(act, cancellationToken);
        if (all.Find(a => a.Status is ApprovalStatus.Returned or ApprovalStatus.Refused) is not { } found)
        {
            return all is [{ Status: ApprovalStatus.Pending } waiting, ..] ? await ShowApproval.OfAsync(act, waiting, cancellationToken) : Act.Say("Explain.none", "Suggest.approvals");
        }

        List<Word> lines = [found.Outcome(act.Org), found.Comment is { Length: > 0 } remark ? new Word("Explain.remark", remark) : new Word("Explain.no_remark")];
        if (all[0] is var last && last.Id != found.Id)
        {
            lines.Add(last.Status == ApprovalStatus.Pending ? new Word("Explain.since_waiting", last.SubmittedAt) : new Word("Explain.since", last.Outcome(act.Org)));
        }

        Word title = new("Approval.title", found.Kind, found.Called());
        var button = new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = last.Key });
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = new[] { button } }, lines[0]))
        {
            Focus = act.Focus.Settled() with { Approval = last.Key, Deal = found.Deal?.Key ?? act.Focus.Deal, Customer = found.Deal?.Customer?.Key ?? act.Focus.Customer },
        };
    }

    /// <summary>Those that may be meant, the newest first.</summary>
    private static async Task<List<Approval>> OfAsync(Act act, CancellationToken cancellationToken)
    {
        var visible = act.Db.Approvals.AsNoTracking().VisibleTo(act.Viewer).Include(a => a.Contract).Include(a => a.Deal!.Customer).Include(a => a.Approvers).AsSplitQuery();
        ApprovalKind? kind = act.Slots.Text("kind") switch { "contract" => ApprovalKind.Contract, "quote" => ApprovalKind.Quote, _ => null };
        visible = visible.Where(a => kind == null || a.Kind == kind);
        var (deal, customer, me) = (act.Frame.Ref("deal"), act.Frame.Ref("customer"), act.Me.Id);
        if (deal is not null || customer is not null)
        {
            return await Newest(visible.Where(a => deal != null ? a.Deal!.Key == deal : a.Deal!.Customer!.Key == customer || a.Contract!.Customer!.Key == customer)).ToListAsync(cancellationToken);
        }

        var seen = act.Focus.Deal;
        var inView = seen is null ? [] : await Newest(visible.Where(a => a.Deal!.Key == seen)).ToListAsync(cancellationToken);
        return inView.Exists(a => a.Status is ApprovalStatus.Returned or ApprovalStatus.Refused) ? inView : await MineAsync(visible, me, cancellationToken);
    }

    /// <summary>Of what one submitted, all that concerns the deal of the one that was sent back last.</summary>
    private static async Task<List<Approval>> MineAsync(IQueryable<Approval> visible, long me, CancellationToken cancellationToken)
    {
        var all = await Newest(visible.Where(a => a.SubmitterId == me)).ToListAsync(cancellationToken);
        return all.Find(a => a.Status is ApprovalStatus.Returned or ApprovalStatus.Refused) is { } found ? all.FindAll(a => a.Id >= found.Id && a.DealId == found.DealId && a.Kind == found.Kind) : all;
    }

    private static IQueryable<Approval> Newest(IQueryable<Approval> approvals) => approvals.OrderByDescending(a => a.Id);
}
