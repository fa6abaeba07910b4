using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

internal sealed class ContractArea : Area
{
    public override IQueryable<Choice> Choices(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Contracts.VisibleTo(viewer).Where(c => keys.Contains(c.Key))
            .Select(c => new Choice("contract", c.Key, c.Title, new Word("Choice.Contract", new Money(c.Amount, c.Currency), c.Status)));

    public override object? NameOf(Record record) => (record as Contract)?.Title;

    public override Button? Open(Record record) => record is Contract contract ? new Button("Button.open", "show_contract", new Language.Slots { ["contract"] = contract.Key }) : null;

    /// <summary>Contracts of what is named: a payment is a change of one.</summary>
    public override async Task<IReadOnlyList<(string Field, string Value)>> TracesAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, customer) = (act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        if (deal is null && customer is null) return [];
        var keys = await act.Db.Contracts.VisibleTo(act.Viewer).Where(c => deal != null ? c.Deal!.Key == deal : c.Customer!.Key == customer || c.Deal!.Customer!.Key == customer).Select(c => c.Key).ToListAsync(cancellationToken);
        return [.. keys.Select(key => (nameof(Record.Key), key))];
    }

    public override Task<Word?> StaysAsync(Act act, AuditEntry entry, IReadOnlyList<Change> changes, CancellationToken cancellationToken) => ContractStays.WhyAsync(act, entry, changes, cancellationToken);

    public override Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken) => Task.FromResult(PlanProposal.After(act, reply));

    /// <summary>Cards of an invoice that is taken back ask for its number again.</summary>
    public override async Task<Reply> UndoneAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        var again = act.Db.ChangeTracker.Entries<Contract>().Where(e => e.Property(c => c.InvoiceNumber).IsModified).Select(e => e.Entity).ToList();
        foreach (var contract in again)
        {
            await act.Db.Entry(contract).Reference(c => c.Customer).LoadAsync(cancellationToken);
        }

        return again.Count == 0 ? reply : reply with { Refreshes = [.. reply.Refreshes, .. again.Select(InvoiceCard.Refresh)] };
    }

    /// <summary>A contract that was named says which deal is meant, also of several that would have to be chosen from; there only one that is not done yet.</summary>
    public override async Task<Act> CompleteAsync(CommandSpec spec, Act act, CancellationToken cancellationToken)
    {
        if (!spec.Requires.Contains("deal", StringComparer.Ordinal) || (act.Frame.Ref("deal") is not null && act.Frame.Clarify.Count == 0) || act.Frame.Ref("contract") is not { } contract)
        {
            return act;
        }

        var open = act.Frame.Clarify;
        var named = act.Db.Contracts.VisibleTo(act.Viewer).Where(c => c.Key == contract && c.Deal != null);
        if (open.Count > 0)
        {
            named = named.Where(c => c.Status != ContractStatus.Approved && c.Status != ContractStatus.Signed && open.Contains(c.Deal!.Key));
        }

        if (await named.Select(c => c.Deal!.Key).FirstOrDefaultAsync(cancellationToken) is not { } deal)
        {
            return act;
        }

        var sure = act.With("deal", deal);
        return sure with { Frame = sure.Frame with { Clarify = [] } };
    }
}
