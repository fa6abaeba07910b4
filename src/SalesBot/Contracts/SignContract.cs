using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>
/// Both sides signed an approved contract: it is archived as signed with the scan, and finance gets the invoice to do (AP-04). Without the scan it is
/// signed all the same, and the scan is asked for; it may come at any time after.
/// </summary>
internal sealed class SignContract : Command
{
    public override CommandSpec Spec { get; } = new("sign_contract", Permission.SubmitApproval) { MayAsk = ["deal", "file"], MayName = ["customer", "deal"], InHelp = false, TakesFiles = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        act = act with { Frame = act.Frame with { Intent = Spec.Id } };
        var scans = await Intake.WaitingAsync(act, cancellationToken);
        if (await FindAsync(act, cancellationToken) is not { } contract)
        {
            return Question.For(act, "deal", "Contract.which");
        }

        act = act.With("contract", contract.Key);
        if (contract.Status is not (ContractStatus.Approved or ContractStatus.Signed))
        {
            act.Db.RemoveRange(scans);
            return Act.Say(new Word("Contract.not_approved", contract.Title, contract.Status));
        }

        var scanned = await act.Db.Documents.AnyAsync(d => d.ContractId == contract.Id && d.Kind == DocumentKinds.Signed, cancellationToken);
        if (contract.Status == ContractStatus.Signed && scans.Count == 0)
        {
            return scanned ? Act.Say(new Word("Contract.signed_already", contract.Title, contract.Status)) : Question.For(act, "file", new Word("Contract.scan_missing", contract.Title));
        }

        foreach (var scan in scans)
        {
            (scan.Kind, scan.ContractId, scan.DealId, scan.CustomerId, scan.CreatedAt) = (DocumentKinds.Signed, contract.Id, contract.DealId, contract.CustomerId, act.Now);
        }

        if (contract.Status == ContractStatus.Approved && await StillApproved.RefuseAsync(act, contract, cancellationToken) is { } changed)
        {
            act.Db.RemoveRange(scans);
            return changed;
        }

        return contract.Status == ContractStatus.Signed ? Archived(act, contract, "Receipt.scan_archived", scans) : Sign(act, contract, scans);
    }

    /// <summary>The contract that is named, or that of the named deal or customer that is the likeliest to be signed.</summary>
    public static async Task<Contract?> FindAsync(Act act, CancellationToken cancellationToken)
    {
        var (key, deal, customer) = (act.Frame.Ref("contract"), act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        return key is null && deal is null && customer is null
            ? null
            : await act.Db.Contracts.Include(c => c.Deal!.Customer).Include(c => c.Customer).VisibleTo(act.Viewer)
                .Where(c => key != null ? c.Key == key : deal != null ? c.Deal!.Key == deal : c.Customer!.Key == customer)
                .OrderByDescending(c => c.Status == ContractStatus.Approved).ThenByDescending(c => c.Status == ContractStatus.Signed).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private static Reply Sign(Act act, Contract contract, IReadOnlyList<Document> scans)
    {
        contract.Status = ContractStatus.Signed;
        contract.SignedOn = act.Slots.Date("date") ?? act.Today;
        var finance = act.Org.With(Role.Finance).Concat(act.Org.With(Role.Admin)).FirstOrDefault();
        if (finance is not null)
        {
            act.Db.Todos.Add(new Todo
            {
                Key = Keys.New('T'), OwnerId = finance.Id, Kind = TodoKind.Invoice, Title = contract.Title, DueOn = contract.SignedOn, DealId = contract.DealId, CustomerId = contract.CustomerId, ContractId = contract.Id, CreatedAt = act.Now,
            });
        }

        return Archived(act, contract, "Receipt.contract_signed", scans) with { Notices = finance is null ? [] : [new Notice(finance, InvoiceCard.Of(contract, Told(act, contract), scans))] };
    }

    private static Word Told(Act act, Contract contract) =>
        new("Contract.invoice", contract.Title, new Money(contract.Amount, contract.Currency), contract.Customer?.LegalName ?? contract.Customer?.Name ?? "", act.Me);

    private static Reply Archived(Act act, Contract contract, Word title, IReadOnlyList<Document> scans)
    {
        Button[] next = contract.Deal is { Status: DealStatus.Open } open ? [new Button("Command.win_deal", "win_deal", new Slots { ["deal"] = open.Key }, "positive")] : [];
        List<Word> notes = [.. scans.Select(s => s.Line()), .. scans.Count == 0 ? [new Word("Contract.scan_missing", contract.Title)] : Array.Empty<Word>(), .. Intake.Refused(act) is { } refused ? [refused] : Array.Empty<Word>()];
        var focus = scans.Count == 0 ? act.Asking("file", new Slots { ["contract"] = contract.Key }) : act.Focus.Settled();
        return act.Receipt(title, contract.Title, notes.Aggregate((first, other) => new Word("Format.Paragraphs", first, other)), next) with
        {
            Focus = (contract.Deal is { } about ? focus with { Deal = about.Key, Customer = about.Customer?.Key ?? act.Focus.Customer } : focus) with { Contract = contract.Key },
        };
    }
}
