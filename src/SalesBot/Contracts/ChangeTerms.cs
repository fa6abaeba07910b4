using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>Gives a contract that is not signed other terms. What was approved of it, or was waiting, is void then, as with every change of its content (AP-10).</summary>
internal sealed class ChangeTerms : Command
{
    private const int Longest = 1000;

    public override CommandSpec Spec { get; } = new("change_terms", Permission.SubmitApproval) { MayAsk = ["terms"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        act = await MeantContract.DrawnAsync(act, cancellationToken);
        var (contract, ask) = await MeantContract.FindAsync(act, c => c.Status != ContractStatus.Signed, cancellationToken);
        if (contract is null)
        {
            return ask!;
        }

        if (MeantContract.Refusal(act, Spec.Id, contract) is { } refusal)
        {
            return Act.Say(refusal);
        }

        if (contract.Status == ContractStatus.Signed)
        {
            return Act.Say(new Word("Contract.terms_signed", contract.Title));
        }

        if (contract.Deal is not { Status: not DealStatus.Lost } deal)
        {
            return Act.Say(new Word("Approval.lost", contract.Deal?.Name ?? contract.Title));
        }

        act = act.With("contract", contract.Key);
        if (act.Slots.Text("terms", Longest) is not { } told || SaidTerms.Told(told) is not { Length: > 0 } said)
        {
            return Question.For(act, "terms");
        }

        var terms = SaidTerms.Of(contract.Terms, said);
        if (terms == contract.Terms)
        {
            return Act.Say(new Word("Contract.terms_so", contract.Title)) with { Focus = act.About(contract) };
        }

        var submitted = contract.Status != ContractStatus.Draft || contract.Terms is not null;
        contract.Terms = terms;
        var again = new Button(submitted ? "Button.resubmit" : "Button.submit_contract", "submit_contract", new Slots { ["deal"] = deal.Key, ["contract"] = contract.Key }, "positive");
        return act.Receipt("Receipt.contract_terms", contract.Title, null, again) with { Focus = act.About(contract) };
    }
}
