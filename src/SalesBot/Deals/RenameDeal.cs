using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Another name for a deal, open or closed. No other deal of its customer may be called so.</summary>
internal sealed class RenameDeal : Command
{
    private const int Longest = 150;

    public override CommandSpec Spec { get; } = new("rename_deal", Permission.WriteSales) { Requires = ["deal", "deal_name"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (act.Slots.Text("deal_name", Longest)?.Trim(' ', '"', '\u201C', '\u201D', '\u300C', '\u300D', '.', '\u3002') is not { Length: > 1 } name)
        {
            return Question.Again(act, "deal_name", new Word("Deal.bad_name"));
        }

        if (name == deal.Name)
        {
            return Act.Say("Receipt.same") with { Focus = act.About(deal) };
        }

        if (await act.Db.Deals.AnyAsync(d => d.CustomerId == deal.CustomerId && d.Id != deal.Id && d.Name == name, cancellationToken))
        {
            return Question.Again(act, "deal_name", new Word("Deal.name_taken", name));
        }

        deal.Name = name;
        return act.Receipt(deal, "Receipt.deal_renamed");
    }
}
