using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
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
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (deal.ClosedAlready() is { } closed)
        {
            return closed;
        }

        if (act.Slots.Date("date") is not { } day)
        {
            return Act.Say(new Word("Bad.date", act.Slots.Text("date")));
        }

        if (day < act.Today)
        {
            return Act.Say(new Word("Bad.step_past", day));
        }

        deal.NextStep = act.Slots.Text("next_step", 400);
        (deal.NextStepOn, deal.NextStepAt) = (day, act.Slots.Time("time"));
        deal.LastActivityAt = act.Now;
        await PlanAsync(act, deal, cancellationToken);
        return act.Receipt(deal, "Receipt.next_step");
    }

    private static async Task PlanAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        var todo = await act.Db.Todos.Where(t => t.DealId == deal.Id && t.Kind == TodoKind.NextStep && t.DoneAt == null).OrderBy(t => t.Id).FirstOrDefaultAsync(cancellationToken);
        if (todo is null)
        {
            todo = new Todo { Key = Keys.New('T'), CreatedAt = act.Now, Kind = TodoKind.NextStep, Deal = deal, CustomerId = deal.CustomerId };
            act.Db.Add(todo);
        }

        todo.OwnerId = deal.OwnerId;
        todo.Title = deal.NextStep!;
        (todo.DueOn, todo.DueAt) = (deal.NextStepOn, deal.NextStepAt);
    }
}
