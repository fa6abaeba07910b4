using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Sets the day by which an open deal is expected to close.</summary>
internal sealed class UpdateCloseDate : Command
{
    public override CommandSpec Spec { get; } = new("update_close_date", Permission.WriteSales) { Requires = ["deal", "close_date"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, answer) = await act.OpenDealAsync(cancellationToken);
        if (deal is null)
        {
            return answer!;
        }

        if (act.Slots.Date("close_date") is not { } day)
        {
            return Question.Again(act, "close_date", new Word("Bad.date", Excerpt.Of(act.Slots.Text("close_date"))));
        }

        if (day < act.Today)
        {
            return Question.Again(act, "close_date", new Word("Bad.close_past", day));
        }

        deal.CloseDate = day;
        deal.LastActivityAt = act.Now;
        return act.Receipt(deal, "Receipt.close_date");
    }
}
