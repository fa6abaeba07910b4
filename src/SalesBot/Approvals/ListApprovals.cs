using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals.Flows;
using SalesBot.Conversation;
using SalesBot.Deals;
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

        if (await OneOfAsync(act, cancellationToken) is { } only)
        {
            return await ShowApproval.OfAsync(act, only, cancellationToken);
        }

        var scope = Scope(act);
        var found = Filter(act, scope);
        var count = await found.CountAsync(cancellationToken);
        var whose = scope == Others ? act.Org.Find(act.Frame.Ref("person")) : null;
        Word title = new("Approvals.title." + scope, whose);
        if (count == 0)
        {
            Word none = Subject(act) is { } named ? new Word("Approvals.none_of", named) : new Word("Approvals.none." + scope, whose);
            return Act.Say(await WouldGoAsync(act, cancellationToken) is { } way ? new Word("Format.Then", none, way) : none, "Suggest.my_deals") with { Focus = act.Listing([]) };
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
            Rows = rows.Select(a => Row(a, seating, act)).ToList(),
            paging.Prev,
            paging.Next,
        };
        return new Reply(new View("list", data, new Word("Approval.text", title, total)))
        {
            InPlace = paging.InPlace,
            Focus = act.Listing([.. rows.Select(a => a.Key)]) with { Approval = count == 1 ? rows[0].Key : null },
        };
    }

    /// <summary>“谁批百川的报价” of what nobody has submitted: whose desk it would come to first, as the flows are now; null where no kind or no deal is named.</summary>
    private static async Task<Word?> WouldGoAsync(Act act, CancellationToken cancellationToken)
    {
        var kind = act.Slots.Text("kind") switch { "contract" => ApprovalKind.Contract, "quote" => ApprovalKind.Quote, _ => (ApprovalKind?)null };
        var (deal, customer) = (act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        if (kind is null || Subject(act) is null || await act.Db.Deals.AsNoTracking().VisibleTo(act.Viewer).Where(d => d.Status == DealStatus.Open && (deal == null ? d.Customer!.Key == customer : d.Key == deal)).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken) is not { } about || act.Org.Find(about.OwnerId) is not { } owner)
        {
            return null;
        }

        var flow = (await FlowBook.LoadAsync(act.Db, cancellationToken)).Book.For(kind.Value, new FlowCase(about.Amount, about.Currency, 0, null, false));
        return new Word("Approvals.would_go", FlowSeats.Spread(act.Org, flow, owner).SelectMany(step => FlowSeats.Find(act.Org, step, owner)).DistinctBy(person => person.Id).ToList());
    }

    /// <summary>“凌云那份合同批到哪了”: where a deal or customer is named, the approval that waits there, else the newest of the kind that is asked for, or the only one, whoever decides it.</summary>
    private static async Task<Approval?> OneOfAsync(Act act, CancellationToken cancellationToken)
    {
        if (Subject(act) is null)
        {
            return null;
        }

        var all = await Filter(act, Scope(act)).OrderByDescending(a => a.Id).ToListAsync(cancellationToken);
        return all.Where(a => a.Status == ApprovalStatus.Pending).ToList() is [var waiting] ? waiting : all.Count == 1 || (all.Count > 1 && act.Frame.Asks && act.Slots.Text("kind") is not null && all.TrueForAll(a => a.Status != ApprovalStatus.Pending)) ? all[0] : null;
    }

    /// <summary>The deal or customer whose approvals are asked for, as it was named.</summary>
    private static string? Subject(Act act) =>
        act.Frame.Ref("deal") is not null ? act.Slots.Text("deal") ?? "" : act.Frame.Ref("customer") is not null ? act.Slots.Text("customer") ?? "" : null;

    /// <summary>Who decides nothing is shown what they submitted, unless they say otherwise; of what is named, all that one may see.</summary>
    private static string Scope(Act act) => act.Slots.Text("scope") switch
    {
        null or "mine" when Subject(act) is not null => "all",
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
            // “批了没” of what is named asks whether it is.
            _ when Subject(act) is not null && act.Frame.Intent == "list_approvals" => null,
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
        var submitter = scope == Others ? null : person;
        return Of(act, found).Where(a => (status == null || a.Status == status) && (kind == null || a.Kind == kind) && (submitter == null || a.SubmitterId == submitter || (scope != "waiting" && a.Approvers.Any(p => p.PersonId == submitter))));
    }

    private static IQueryable<Approval> Of(Act act, IQueryable<Approval> approvals) => (act.Frame.Ref("deal"), act.Frame.Ref("customer")) switch
    {
        ({ } deal, _) => approvals.Where(a => a.Deal!.Key == deal || a.Contract!.Deal!.Key == deal || a.Quote!.Deal!.Key == deal),
        (_, { } customer) => approvals.Where(a => a.Deal!.Customer!.Key == customer || a.Contract!.Customer!.Key == customer || a.Quote!.Deal!.Customer!.Key == customer),
        _ => approvals,
    };

    private static object Row(Approval approval, Seating seating, Act act)
    {
        var ball = Ball.Of(approval, seating);
        return new
        {
            Main = new Word("Approval.title", approval.Kind, approval.Called()),
            Second = approval.Status == ApprovalStatus.Pending
                ? Waits(approval, ball, seating, act)
                : approval.Outcome(seating.Org),
            // What was submitted, whatever the contract or quote has become since.
            Value = ApprovalContent.Read(approval.Content)?.Sum is { } sum ? sum
                : approval.Contract is { } contract ? new Money(contract.Amount, contract.Currency)
                : approval.Quote is { } quote ? new Money(quote.Amount, quote.Currency)
                : new Money(approval.AmountAfter ?? approval.Deal?.Amount, approval.Deal?.Currency ?? "CNY"),
            Open = new Button("Button.open", "show_approval", new Slots { ["approval_id"] = approval.Key }),
        };
    }

    /// <summary>Whose and with whom, but for the reader themselves, who knows.</summary>
    private static Word Waits(Approval approval, Ball ball, Seating seating, Act act)
    {
        var (from, with) = (seating.Org.Find(approval.SubmitterId), ball.Holders is [var one] && one.Id == act.Me.Id && ball.Names is [Person]);
        return approval.SubmitterId == act.Me.Id ? new Word("Approvals.row.submitted", ball.Names, ball.Left(seating.Now))
            : with ? new Word("Approvals.row.waiting", from, ball.Left(seating.Now))
            : new Word("Approvals.row", from, ball.Names, ball.Left(seating.Now));
    }
}
