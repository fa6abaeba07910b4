using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>“打95折是多少钱，先别改”, "what would 5% off be": reckoned from the deal's amount, and nothing is changed.</summary>
internal sealed class PriceOff : Command
{
    public override CommandSpec Spec { get; } = new("price_off", Permission.ReadSales) { Requires = ["deal"], MayAsk = ["discount"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (act.Slots.Number("discount") is not { } factor || !Discounts.IsSound(factor))
        {
            return Question.For(act, "discount");
        }

        if (deal.Amount is not { } amount)
        {
            return Act.Say(new Word("PriceOff.no_amount", deal.Name));
        }

        Word title = new("PriceOff.is", new Money(Math.Round(amount * factor, 2), deal.Currency));
        Word how = new("PriceOff.how", deal.Name, new Money(amount, deal.Currency), Discounts.Say(factor), new Money(Math.Round(amount * (1 - factor), 2), deal.Currency));
        Slots about = new() { ["deal"] = deal.Key };
        Button[] buttons = [new Button("Button.open_deal", "show_deal", about)];
        return new Reply(new View("text", new { Title = title, Paragraphs = new[] { how, new Word("PriceOff.unchanged") }, Buttons = buttons }, title)) { Focus = act.Focus.Settled() with { Deal = deal.Key, Customer = deal.Customer?.Key ?? act.Focus.Customer } };
    }
}
