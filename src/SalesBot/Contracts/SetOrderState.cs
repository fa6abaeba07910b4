using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>Notes how far the order of a signed contract has come (AP-08): confirmed, in production, shipped, delivered, accepted. A step back is asked about first.</summary>
internal sealed class SetOrderState : Command
{
    public override CommandSpec Spec { get; } = new("set_order_state", Permission.ReadSales) { MayAsk = ["order_state"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (contract, ask) = await MeantContract.FindAsync(act, c => c is { Status: ContractStatus.Signed, OrderState: < OrderState.Accepted }, cancellationToken);
        if (contract is null)
        {
            return ask!;
        }

        if (!OrderSteps.May(act, contract))
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say(new Word("Contract.not_yours", contract.Title));
        }

        act = act.With("contract", contract.Key);
        if (!Enum.TryParse<OrderState>(act.Slots.Text("order_state"), out var state) || !Enum.IsDefined(state) || state == OrderState.None)
        {
            return Question.For(act, "order_state", new Word("Ask.set_order_state.order_state", Enum.GetValues<OrderState>().Skip(1).Select(step => (object)step).ToList()));
        }

        return Obstacle(act, contract, state) ?? Set(act, contract, state);
    }

    private static Reply? Obstacle(Act act, Contract contract, OrderState state) => contract switch
    {
        { Status: not ContractStatus.Signed } => Act.Say(new Word("Order.not_signed", contract.Title, contract.Status)),
        _ when contract.OrderState == state || ((act.Slots.Text("from") ?? act.Slots.Text(StaleYes.Base)) is { } from && from != contract.OrderState.ToString()) => ContractCard.Reply(act, contract, new Word("Order.already", contract.Title, contract.OrderState)) with { SaysSame = true },
        _ when state < contract.OrderState && !StaleYes.IsYes(act) => AskedBack(act, contract, state),
        _ => null,
    };

    /// <summary>The yes holds for a step back from here: an order that has gone on meanwhile stays where it is.</summary>
    private static Reply AskedBack(Act act, Contract contract, OrderState state)
    {
        act.Slots[StaleYes.Base] = contract.OrderState.ToString();
        return Question.Confirm(act, text: new Word("Order.back", contract.Title, contract.OrderState, state));
    }

    private static Reply Set(Act act, Contract contract, OrderState state)
    {
        var before = contract.OrderState;
        contract.OrderState = state;
        var owner = act.Org.Find(contract.Deal?.OwnerId);
        var news = new View(null, null, new Word("Notice.order", contract.Title, before, state, act.Me));
        Button[] next = state < OrderState.Accepted ? [OrderSteps.Next(contract)] : [];
        return act.Receipt("Receipt.order", contract.Title, null, [.. next, new Button("Command.show_contract", "show_contract", new Language.Slots { ["contract"] = contract.Key })]) with
        {
            Focus = act.About(contract),
            Notices = owner is null || owner.Id == act.Me.Id ? [] : [new Notice(owner, news)],
        };
    }
}
