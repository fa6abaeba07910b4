using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>What waits for one's decision, or what became of what one submitted; the most urgent first, in pages.</summary>
internal sealed class ListApprovals : Command
{
    /// <summary>What waits for another's decision.</summary>
    private const string Others = "with";

    public override CommandSpec Spec { get; } = new("list_approvals", Permission.Member) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("approval_id") is not null)
        {
            return await new ShowApproval().RunAsync(act, cancellationToken);
        }

        var scope = Scope(act);
        var found = Filter(act, scope);
        var count = await found.CountAsync(cancellationToken);
        var whose = scope == Others ? act.Org.Find(act.Frame.Ref("person")) : null;
        Word title = new("Approvals.title." + scope, whose);
        if (count == 0)
        {
            return Act.Say(new Word("Approvals.none." + scope, whose), "Suggest.my_deals") with { Focus = act.Listing([]) };
        }

        var paging = Paging.Of(act, count);
        var ordered = found.OrderBy(a => a.Status == ApprovalStatus.Pending ? 0 : 1).ThenBy(a => a.Status == ApprovalStatus.Pending ? a.DueAt : (DateTimeOffset?)null).ThenBy(a => a.Status == ApprovalStatus.Pending ? a.Id : -a.Id);
        var rows = await paging.Of(ordered).Include(a => a.Contract).Include(a => a.Quote).Include(a => a.Deal).Include(a => a.Approvers).AsSplitQuery().ToListAsync(cancellationToken);
        Word total = new("Approvals.count", count);
        var seating = await Seating.LoadAsync(act.Db, act.Org, act.Now, cancellationToken);
        var data = new
        {
            Title = title,
            Subtitle = paging.Say(total),
            Rows = rows.Select(a => Row(a, seating)).ToList(),
            paging.Prev,
            paging.Next,
        };
        return new Reply(new View("list", data, new Word("Approval.text", title, total)))
        {
            InPlace = paging.InPlace,
            Focus = act.Listing([.. rows.Select(a => a.Key)]) with { Approval = count == 1 ? rows[0].Key : act.Focus.Approval },
        };
    }

    /// <summary>Who decides nothing is shown what they submitted, unless they say otherwise; of another who decides, what waits for them.</summary>
    private static string Scope(Act act) => act.Slots.Text("scope") switch
    {
        "submitted_by_me" => "submitted",
        "team" or "all" => "all",
        null when act.Frame.Ref("deal") is not null => "all",
        null when act.Org.Find(act.Frame.Ref("person")) is { } other && other.Id != act.Me.Id && other.May(Permission.Decide) => Others,
        null when !act.Me.May(Permission.Decide) => "submitted",
        _ => "waiting",
    };

    /// <summary>Of what the asker may see, what the order names.</summary>
    /// <param name="scope"><c>waiting</c> for the asker's decision, <c>submitted</c> by them, <c>with</c> another, or <c>all</c>.</param>
    public static IQueryable<Approval> Filter(Act act, string scope)
    {
        var me = act.Me.Id;
        var visible = act.Db.Approvals.AsNoTracking().VisibleTo(act.Viewer);
        ApprovalStatus? status = act.Slots.Text("status") switch
        {
            "pending" => ApprovalStatus.Pending,
            "approved" => ApprovalStatus.Approved,
            "rejected" => ApprovalStatus.Refused,
            _ => scope is "waiting" or Others ? ApprovalStatus.Pending : null,
        };
        ApprovalKind? kind = act.Slots.Text("kind") switch
        {
            "contract" => ApprovalKind.Contract,
            "quote" => ApprovalKind.Quote,
            _ => null,
        };
        var person = act.Org.Find(act.Frame.Ref("person"))?.Id;
        var found = scope switch
        {
            "waiting" => Seating.PutBefore(act, visible),
            "submitted" => visible.Where(a => a.SubmitterId == me),
            Others => visible.Where(a => a.Approvers.Any(p => p.PersonId == person)),
            _ => visible,
        };
        var (submitter, deal, customers) = (scope == Others ? null : person, act.Frame.Ref("deal"), act.Frame.Refs.GetValueOrDefault("customer"));
        return found.Where(a => (status == null || a.Status == status) && (kind == null || a.Kind == kind) && (submitter == null || a.SubmitterId == submitter) && (deal == null || a.Deal!.Key == deal)
            && (customers == null || (a.Deal != null && customers.Contains(a.Deal.Customer!.Key)) || (a.Contract != null && customers.Contains(a.Contract.Customer!.Key))));
    }

    private static object Row(Approval approval, Seating seating)
    {
        var ball = Ball.Of(approval, seating);
        return new
        {
            Main = new Word("Approval.title", approval.Kind, approval.Called()),
            Second = approval.Status == ApprovalStatus.Pending
                ? new Word("Approvals.row", seating.Org.Find(approval.SubmitterId), ball.Names, ball.Left(seating.Now))
                : approval.Outcome(seating.Org),
            Value = approval.Contract is { } contract ? new Money(contract.Amount, contract.Currency)
                : approval.Quote is { } quote ? new Money(quote.Amount, quote.Currency)
                : new Money(approval.AmountAfter, approval.Deal?.Currency ?? "CNY"),
            Open = new Button("Button.open", "show_approval", new Slots { ["approval_id"] = approval.Key }),
        };
    }
}
