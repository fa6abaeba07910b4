using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Splits;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// All that an approval's card shows, read once, as a card for each reader: only who may press a button gets it. What the turn does with the
/// approval is in it at once. The card is kept up to date under the subject <c>approval:KEY</c> wherever it was sent.
/// </summary>
internal sealed class ApprovalFacts
{
    private const int FollowUpsShown = 2;
    private readonly Approval approval;
    private readonly Seating seating;
    private readonly IReadOnlyList<Line> followUps;
    private readonly IReadOnlyList<Line> linked;

    private ApprovalFacts(Approval approval, Seating seating, IReadOnlyList<Line> followUps, IReadOnlyList<Line> linked) => (this.approval, this.seating, this.followUps, this.linked) = (approval, seating, followUps, linked);

    public Approval Approval => approval;

    public Seating Seating => seating;

    public Ball Ball => Ball.Of(approval, seating);

    public string Name => approval.Called();

    /// <summary>What a press that came after the decision is told.</summary>
    public Word TooLate => approval.DecidedById is null ? approval.Outcome(Org) : new Word("Approval.was_first", Decider, approval.DecidedAt, approval.Status);

    public Refresh Refresh => new(Subject, reader => For(reader));

    private string Subject => "approval:" + approval.Key;

    private OrgChart Org => seating.Org;

    private DateTimeOffset Now => seating.Now;

    /// <summary>Of one.</summary>
    public static async Task<ApprovalFacts> LoadAsync(SalesDb db, OrgChart org, Approval approval, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await LoadAsync(db, org, [approval], now, cancellationToken))[0];

    /// <summary>Loads what is not at hand yet, in as many queries for several as for one; works for one that is not saved yet too.</summary>
    public static async Task<IReadOnlyList<ApprovalFacts>> LoadAsync(SalesDb db, OrgChart org, IReadOnlyList<Approval> approvals, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (approvals.Count == 0)
        {
            return [];
        }

        // Where nothing is tracked (a card that is only shown) these are other objects, which then have what the given ones lack.
        var ids = approvals.Where(a => db.Entry(a).State != EntityState.Added).Select(a => a.Id).ToList();
        var saved = ids.Count == 0 ? [] : await db.Approvals.Include(a => a.Approvers).Include(a => a.Contract!.Customer).Include(a => a.Quote).Include(a => a.Deal!.Customer).Include(a => a.Document)
            .Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        List<Approval> all = [.. approvals.Select(a => saved.GetValueOrDefault(a.Id, a))];
        var deals = all.Select(DealOf).OfType<long>().Distinct().ToList();
        var last = (await db.Deals.Where(d => deals.Contains(d.Id))
            .SelectMany(d => db.FollowUps.Where(f => f.DealId == d.Id).OrderByDescending(f => f.HappenedAt).Take(FollowUpsShown).Select(f => new { f.DealId, f.HappenedAt, f.AuthorId, f.Content }))
            .ToListAsync(cancellationToken)).OrderByDescending(f => f.HappenedAt).ToLookup(f => f.DealId, f => new Line(new Word("Approval.by", org.Find(f.AuthorId), f.HappenedAt), f.Content));
        var sits = await Seating.LoadAsync(db, org, now, cancellationToken);
        var splits = await SplitLines.OfAsync(db, org, all, cancellationToken);
        return [.. all.Select(a => new ApprovalFacts(a, sits, [.. last[DealOf(a)]], [.. splits[a.Key].Select(line => new Line(line.Label, line.Value))]))];
    }

    /// <summary>The card as this person may use it.</summary>
    /// <param name="note">What became of their press, where it did not do what they meant.</param>
    /// <param name="text">The notification, where it is another than the state.</param>
    public View For(Person reader, Word? note = null, Word? text = null)
    {
        var decides = approval.Status == ApprovalStatus.Pending && MayDecide(reader);
        var title = new Word("Approval.title", approval.Kind, Name);
        var state = State();
        var data = new
        {
            Title = title,
            State = state,
            Style = Style(),
            Facts = linked.Count == 0 ? Facts().ToList() : [.. linked, .. Facts()],
            FollowUps = followUps,
            Note = note,
            Decides = decides,
            Buttons = decides ? DecisionButtons() : reader.Id == approval.SubmitterId ? SubmitterButtons() : [],
        };
        return new View("approval", data, text ?? new Word("Approval.text", title, state), Subject);
    }

    public bool MayDecide(Person person) => seating.MayDecide(approval, person);

    public Notice Tell(Person person, Word? text = null, DateTimeOffset? notBefore = null) => new(person, For(person, text: text)) { NotBefore = notBefore };

    private Word State() => approval.Status == ApprovalStatus.Pending
        ? new Word("Approval.waits", Ball.Names, Ball.Since)
        : approval.Outcome(Org);

    private string Style() => approval.Status switch
    {
        ApprovalStatus.Pending => approval.Level > 0 || Ball.DueAt < Now ? "attention" : "accent",
        ApprovalStatus.Approved => "good",
        ApprovalStatus.Withdrawn => "emphasis",
        _ => "warning",
    };

    private IEnumerable<Line> Facts()
    {
        yield return new("Approval.customer", approval.Deal?.Customer?.Name ?? approval.Contract?.Customer?.Name ?? "");
        if (approval.Deal is { } deal)
        {
            yield return new("Approval.deal", new Word("Approval.deal_in", deal.Name, StageName.Of(deal.Stage)));
        }

        if (approval.Document is { } document)
        {
            yield return new("Approval.document", document.Line());
        }

        if (linked.Count == 0)
        {
            yield return new("Approval.amount", Amount());
        }

        if (approval.Quote?.Discount is { } discount)
        {
            yield return new("Approval.discount", Discounts.Say(discount));
        }

        if ((approval.Contract?.Terms ?? approval.Quote?.Terms) is { } terms)
        {
            yield return new("Approval.terms", terms);
        }

        yield return new("Approval.submitted", new Word("Approval.by", Org.Find(approval.SubmitterId), approval.SubmittedAt));
        if (approval.Status == ApprovalStatus.Pending)
        {
            yield return new("Approval.due", Due());
        }

        if (approval.Comment is { } comment)
        {
            yield return new("Approval.comment", comment);
        }
    }

    /// <summary>A card that goes out with the whole time ahead stays in the chat unread: it says what stays true, not how much is left.</summary>
    private Word Due() => Ball.DueAt - Now > ApprovalClock.Period - TimeSpan.FromHours(1)
        ? new Word("Approval.due_after", Ball.DueAt, (int)ApprovalClock.Period.TotalHours)
        : new Word("Approval.due_left", Ball.DueAt, Ball.Left(Now));

    private object Amount() => approval switch
    {
        { Kind: ApprovalKind.AmountReview } => Swing.Say(new Money(approval.AmountBefore, approval.CurrencyBefore ?? Currency), new Money(approval.AmountAfter, Currency)),
        { Contract: { } contract } => Against(new Money(contract.Amount, contract.Currency)),
        { Quote: { } quote } => Against(new Money(quote.Amount, quote.Currency)),
        _ => new Money(approval.Deal?.Amount, Currency),
    };

    private string Currency => approval.Deal?.Currency ?? "CNY";

    /// <summary>Beside the deal's amount, where the two differ.</summary>
    private object Against(Money money)
    {
        if (approval.Deal is not { Amount: > 0 } deal || deal.Currency != money.Currency || deal.Amount == money.Amount)
        {
            return money;
        }

        var share = (double)((money.Amount!.Value - deal.Amount.Value) / deal.Amount.Value);
        return new Word(share < 0 ? "Approval.below" : "Approval.above", money, new Money(deal.Amount, deal.Currency), Math.Abs(share));
    }

    private List<Button> DecisionButtons() => approval switch
    {
        { Kind: ApprovalKind.AmountReview } => [Verb("Button.accept_amount", "approve", "positive"), Verb("Button.revert_amount", "reject", "destructive")],
        { Kind: ApprovalKind.SplitReview } => [Verb("Button.framework", "approve", "positive"), Verb("Button.as_one", "reject")],
        { Document: { } document } => [new Button("Button.open_document", "open_document", new Slots { ["document"] = document.Key }), .. Usual()],
        _ => Usual(),
    };

    private List<Button> Usual() => [Verb("Button.approve", "approve", "positive"), Verb("Button.return", "return_for_changes"), Verb("Button.refuse", "reject", "destructive")];

    private List<Button> SubmitterButtons() => approval switch
    {
        { Kind: ApprovalKind.AmountReview or ApprovalKind.SplitReview } => [],
        { Status: ApprovalStatus.Pending } => [Verb("Button.withdraw", "withdraw_approval")],
        { Status: ApprovalStatus.Approved, Contract: { Status: Contracts.ContractStatus.Approved } contract } => [new Button("Button.sign", "sign_contract", new Slots { ["contract"] = contract.Key }, "positive")],
        { Status: ApprovalStatus.Returned or ApprovalStatus.Withdrawn, Deal: { } deal, Contract: { Status: Contracts.ContractStatus.Returned or Contracts.ContractStatus.Draft } contract } =>
            [new Button("Button.resubmit", "submit_contract", new Slots { ["deal"] = deal.Key, ["contract"] = contract.Key })],
        _ => [],
    };

    private Button Verb(Word title, string verb, string style = "default") => new(title, verb, new Slots { ["approval_id"] = approval.Key }, style);

    public object? Decider => approval.Decider(Org);

    private static long? DealOf(Approval approval) => approval.Deal?.Id ?? approval.DealId;

    private sealed record Line(Word Label, object Value);
}
