using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>“合同客户签了” changes nothing: it says what is left to do about it (the scan, the archive, the win). A scan that comes next archives the contract.</summary>
internal sealed class CustomerSigned : Command
{
    public override CommandSpec Spec { get; } = new("customer_signed", Permission.Member) { MayAsk = ["file"], MayName = ["customer", "deal"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        act = act with { Frame = act.Frame with { Intent = "sign_contract" } };
        if (await SignContract.FindAsync(act, cancellationToken) is not { } contract)
        {
            var named = act.Frame.Ref("deal") ?? act.Frame.Ref("customer");
            return named is null ? Act.Say("Contract.which") : Act.Say(new Word("Contract.none_of", (await Choice.NamesAsync(act, [named], cancellationToken)).GetValueOrDefault(named) ?? ""));
        }

        if (contract.Status != ContractStatus.Approved)
        {
            return Act.Say(new Word(contract.Status == ContractStatus.Signed ? "Contract.signed_already" : "Contract.not_approved", contract.Title, contract.Status));
        }

        Button[] buttons =
        [
            new("Button.sign", "sign_contract", new Slots { ["contract"] = contract.Key }, "positive"),
            .. contract.Deal is { Status: DealStatus.Open } open ? new[] { new Button("Command.win_deal", "win_deal", new Slots { ["deal"] = open.Key }) } : [],
        ];
        Word text = new("Contract.customer_signed", contract.Title);
        var focus = act.Asking("file", new Slots { ["contract"] = contract.Key }) with { Contract = contract.Key };
        return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = act.Me.May(Permission.SubmitApproval) ? buttons : [] }, text))
        {
            Focus = !act.Me.May(Permission.SubmitApproval) ? act.Focus.Settled() : contract.Deal is { } about ? focus with { Deal = about.Key, Customer = about.Customer?.Key ?? act.Focus.Customer } : focus,
        };
    }
}
