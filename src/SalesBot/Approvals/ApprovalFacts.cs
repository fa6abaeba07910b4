using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.FollowUps;
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

    /// <summary>Enough to tell one content from the next.</summary>
    private const int HashShown = 12;
    private readonly Approval approval;
    private readonly Seating seating;
    private readonly Background background;

    private ApprovalFacts(Approval approval, Seating seating, Background background) => (this.approval, this.seating, this.background) = (approval, seating, background);

    public Approval Approval => approval;

    public Seating Seating => seating;

    public Ball Ball => Ball.Of(approval, seating);

    public string Name => approval.Called();

    /// <summary>Money that it is about; null where it is about none.</summary>
    public Money? Sum => ApprovalContent.Read(approval.Content)?.Sum ?? approval switch
    {
        { AmountAfter: { } after } => new Money(after, approval.Deal?.Currency ?? "CNY"),
        { Contract: { } contract } => new Money(contract.Amount, contract.Currency),
        { Quote: { } quote } => new Money(quote.Amount, quote.Currency),
        { Deal: { Amount: not null } deal } => new Money(deal.Amount, deal.Currency),
        _ => null,
    };

    /// <summary>What a press that came after the decision is told.</summary>
    public Word TooLate => approval.DecidedById is null ? approval.Outcome(Org) : new Word("Approval.was_first", Decider, approval.DecidedAt, approval.Status);

    public Refresh Refresh => new(Subject, reader => For(reader)) { IsLast = approval.Status != ApprovalStatus.Pending };

    public string Subject => "approval:" + approval.Key;

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
        var saved = ids.Count == 0 ? [] : await db.Approvals.Include(a => a.Approvers).Include(a => a.Contract!.Customer).Include(a => a.Contract!.Deal).Include(a => a.Quote).Include(a => a.Deal!.Customer).Include(a => a.Document)
            .Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        List<Approval> all = [.. approvals.Select(a => saved.GetValueOrDefault(a.Id, a))];
        var deals = all.Select(DealOf).OfType<long>().Distinct().ToList();
        var talks = db.FollowUps.WithCustomer();
        var last = (await db.Deals.Where(d => deals.Contains(d.Id))
            .SelectMany(d => talks.Where(f => f.DealId == d.Id).OrderByDescending(f => f.HappenedAt).Take(FollowUpsShown).Select(f => new { f.DealId, f.HappenedAt, f.AuthorId, f.Content }))
            .ToListAsync(cancellationToken)).OrderByDescending(f => f.HappenedAt).ToLookup(f => f.DealId, f => new CardLine(new Word("Approval.by", org.Find(f.AuthorId), f.HappenedAt), f.Content));
        var sits = await Seating.LoadAsync(db, org, now, cancellationToken);
        var earlier = await EarlierContent.OfAsync(db, all, cancellationToken);
        var texts = await SubmittedFile.OfAsync(db, all, cancellationToken);
        var packets = await Packet.OfAsync(db, all, now, cancellationToken);
        var reviewed = all.Where(a => a is { Kind: ApprovalKind.AmountReview, Status: ApprovalStatus.Pending }).Select(DealOf).OfType<long>().ToList();
        var papers = (await Reapproval.VoidAsync(db, reviewed, cancellationToken)).ToLookup(a => a.DealId);
        var splits = await SplitLines.OfAsync(db, org, all, cancellationToken);
        return [.. all.Select(a => new ApprovalFacts(a, sits, new Background([.. last[DealOf(a)]], earlier.GetValueOrDefault(a.Key))
        {
            File = texts.GetValueOrDefault(a.Key), Packet = [.. packets[a.Key]], Void = a.Kind == ApprovalKind.AmountReview ? [.. papers[DealOf(a)]] : [], Linked = [.. splits[a.Key].Select(line => new CardLine(line.Label, line.Value))],
        }))];
    }

    /// <summary>The card as this person may use it.</summary>
    /// <param name="note">What became of their press, where it did not do what they meant.</param>
    /// <param name="text">The notification, where it is another than the state.</param>
    /// <param name="before">Buttons before the usual ones.</param>
    /// <param name="after">One after them.</param>
    public View For(Person reader, Word? note = null, Word? text = null, IReadOnlyList<Button>? before = null, Button? after = null)
    {
        var decides = approval.Status == ApprovalStatus.Pending && MayDecide(reader);
        var title = new Word("Approval.title", approval.Kind, Name);
        var state = State();
        var data = new
        {
            Title = title,
            State = state,
            Style = Style(),
            Facts = new ApprovalLines(approval, Ball, background.Before, Org, Now) { File = background.File, Void = background.Void, Linked = decides || approval.Status != ApprovalStatus.Pending && seating.Sits(approval, reader) ? background.Linked : [] }.All().ToList(),
            Way = WayLines.Of(approval, Ball, seating),
            Packet = decides ? background.Packet : [],
            background.FollowUps,
            Note = note,
            Key = approval.Key,
            Decides = decides,
            Buttons = (before ?? []).Concat(decides ? DecisionButtons() : reader.Id == approval.SubmitterId ? SubmitterButtons() : []).Concat(after is null ? [] : [after]).ToList(),
        };
        return new View("approval", data, text ?? new Word("Approval.text", title, state), Subject);
    }

    public bool MayDecide(Person person) => seating.MayDecide(approval, person);

    /// <summary>Besides those who have it: who was asked before and still may.</summary>
    public IReadOnlyList<Person> Others => [.. seating.Of(approval).Select(a => Org.Find(a.PersonId)).OfType<Person>().Where(p => MayDecide(p) && Ball.Holders.All(h => h.Id != p.Id)).DistinctBy(p => p.Id)];

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

    private List<Button> DecisionButtons() => approval switch
    {
        { Kind: ApprovalKind.AmountReview } => [Deciding("Button.accept_amount", "approve", "positive"), .. background.Void.Count > 0 ? new[] { Again() } : [], Deciding("Button.revert_amount", "reject", "destructive"), .. Further()],
        { Kind: ApprovalKind.SplitReview } => [Deciding("Button.framework", "approve", "positive"), Deciding("Button.as_one", "reject")],
        _ => [.. Open(), .. Usual(), .. Further()],
    };

    /// <summary>What is decided about can be read from the card.</summary>
    private Button[] Open() => (approval.Document ?? background.File) is { } file ? [new Button("Button.open_document", "open_document", new Slots { ["document"] = file.Key })] : [];

    private List<Button> Usual() => [Deciding("Button.approve", "approve", "positive"), Deciding("Button.return", "return_for_changes"), Deciding("Button.refuse", "reject", "destructive")];

    private Button[] Further() =>
        [.. KindRule.MayAskIn(approval.Kind) ? new[] { Verb("Button.ask_in", "ask_in") } : [], .. KindRule.MayHandOn(approval.Kind) ? new[] { Verb("Button.hand_on", "hand_on") } : []];

    private List<Button> SubmitterButtons() => approval switch
    {
        { Status: ApprovalStatus.Pending } => [.. KindRule.Urged.Contains(approval.Kind) ? new[] { Verb("Button.urge", "urge_approval") } : [], .. KindRule.Withdrawn.Contains(approval.Kind) ? new[] { Verb("Button.withdraw", "withdraw_approval") } : []],
        { Kind: ApprovalKind.AmountReview or ApprovalKind.SplitReview } => [],
        { Status: ApprovalStatus.Approved, Contract: { Status: ContractStatus.Approved } contract } => [new Button("Button.sign", "sign_contract", new Slots { ["contract"] = contract.Key }, "positive")],
        { Status: ApprovalStatus.Returned or ApprovalStatus.Withdrawn or ApprovalStatus.Void, Deal: { } deal, Contract: { Status: ContractStatus.Returned or ContractStatus.Draft } contract } =>
            [new Button("Button.resubmit", "submit_contract", new Slots { ["deal"] = deal.Key, ["contract"] = contract.Key }), .. NewerFile(deal, DocumentKinds.Contract)],
        { Status: ApprovalStatus.Returned or ApprovalStatus.Withdrawn or ApprovalStatus.Void, Deal: { } deal, Quote: { Status: ContractStatus.Returned or ContractStatus.Draft } quote } =>
            [new Button("Button.resubmit", "submit_quote", Quoted(deal.Key, quote)), .. NewerFile(deal, DocumentKinds.Quote)],
        { Status: ApprovalStatus.Returned or ApprovalStatus.Refused, Kind: ApprovalKind.StageReview, Deal: { } deal, Document: { } document } =>
            [.. NewerFile(deal, document.Kind), .. approval.Status == ApprovalStatus.Returned ? new[] { new Button("Button.resubmit", "request_review", new Slots { ["deal"] = deal.Key, ["kind"] = document.Kind }) } : []],
        _ => [],
    };

    /// <summary>What was returned is mostly mended in the file.</summary>
    private Button[] NewerFile(Deal deal, string kind) =>
        approval.Status is ApprovalStatus.Returned or ApprovalStatus.Refused ? [new Button("Button.newer_file", "attach_document", new Slots { ["deal"] = deal.Key, ["kind"] = kind })] : [];

    /// <summary>A discount holds for the deal's amount as it is by then.</summary>
    private static Slots Quoted(string deal, Quote quote)
    {
        var slots = new Slots { ["deal"] = deal };
        slots.Set(quote.Discount is null ? "amount" : "discount", quote.Discount ?? quote.Amount);
        return slots;
    }

    /// <summary>Accepts the amount, and has what it voided approved again.</summary>
    private Button Again()
    {
        var button = Deciding("Button.accept_again", "approve");
        button.Data["again"] = "true";
        return button;
    }

    /// <summary>Holds for what the card shows: when that has changed meanwhile, the press shows it anew.</summary>
    private Button Deciding(Word title, string verb, string style = "default")
    {
        var button = Verb(title, verb, style);
        if (approval.ContentHash is { } hash)
        {
            button.Data["hash"] = hash[..HashShown];
        }

        return button;
    }

    private Button Verb(Word title, string verb, string style = "default") => new(title, verb, new Slots { ["approval_id"] = approval.Key }, style);

    public object? Decider => approval.Decider(Org);

    private static long? DealOf(Approval approval) => approval.Deal?.Id ?? approval.DealId;

    /// <summary>What the card shows beside the approval itself.</summary>
    /// <param name="Before">What was submitted the time before.</param>
    private sealed record Background(IReadOnlyList<CardLine> FollowUps, ApprovalContent? Before)
    {
        /// <summary>The text of the contract or quote that was submitted.</summary>
        public Document? File { get; init; }

        public IReadOnlyList<CardLine> Packet { get; init; } = [];

        /// <summary>Papers whose approval the change of the amount has voided.</summary>
        public IReadOnlyList<Approval> Void { get; init; } = [];

        /// <summary>The deals of a split.</summary>
        public IReadOnlyList<CardLine> Linked { get; init; } = [];
    }
}
