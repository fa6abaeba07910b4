using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Sets what comes next in a deal and on which day; the owner's to-do of it is made, or moved when there is one.</summary>
internal sealed class SetNextStep : Command
{
    public override CommandSpec Spec { get; } = new("set_next_step", Permission.WriteSales) { Requires = ["deal", "next_step", "date"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, answer) = await act.OpenDealAsync(cancellationToken);
        if (deal is null)
        {
            return answer!;
        }

        if (act.Slots.Date("date") is not { } day)
        {
            return Question.Again(act, "date", new Word("Bad.date", Excerpt.Of(act.Slots.Text("date"))));
        }

        if (day < act.Today)
        {
            return Question.Again(act, "date", new Word("Bad.step_past", day));
        }

        deal.NextStep = act.Slots.Text("next_step", 400);
        (deal.NextStepOn, deal.NextStepAt) = (day, act.Slots.Time("time"));
        deal.LastActivityAt = act.Now;
        await NextStepTodo.PlanAsync(act, deal, cancellationToken);
        return act.Receipt(deal, "Receipt.next_step");
    }
}
