using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Puts a deal on ice until the end of a day, with a reason that its owner reads (ST-12).</summary>
internal sealed class FreezeDeal : Command
{
    /// <summary>Longer than this a deal is not frozen but lost.</summary>
    private const int MostDays = 365;

    public override CommandSpec Spec { get; } = new("freeze_deal", Permission.ManageTeam) { Requires = ["deal", "reason", "date"], TakenBackBy = "unfreeze_deal" };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (deal.Status != DealStatus.Open)
        {
            return (await act.ClosedAsync(deal, cancellationToken))!;
        }

        if (act.Slots.Date("date") is not { } day || day < act.Today || day > act.Today.AddDays(MostDays))
        {
            return Question.Again(act, "date", new Word("Frozen.bad_date", Excerpt.Of(act.Slots.Text("date")), MostDays));
        }

        (deal.FrozenUntil, deal.FrozenReason) = (day, act.Slots.Text("reason", 400));
        return act.Receipt(deal, "Receipt.frozen");
    }
}

/// <summary>The deal goes on before its day.</summary>
internal sealed class UnfreezeDeal : Command
{
    public override CommandSpec Spec { get; } = new("unfreeze_deal", Permission.ManageTeam) { Requires = ["deal"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (!Frozen.Is(deal, act.Today))
        {
            return Act.Say(new Word("Frozen.not", deal.Name)) with { Focus = act.About(deal), SaysSame = true };
        }

        (deal.FrozenUntil, deal.FrozenReason) = (null, null);
        return act.Receipt(deal, "Receipt.unfrozen");
    }
}
