using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;

namespace SalesBot.FollowUps;

/// <summary>Says afterwards which of a customer's deals a follow-up was about: its next step moves along.</summary>
internal sealed class LinkFollowUp : Command
{
    public override CommandSpec Spec { get; } = new("link_followup", Permission.FollowUp) { InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Slots.Text("follow_up");
        var followUp = await act.Db.FollowUps.Include(f => f.Customer).FirstOrDefaultAsync(f => f.Key == key && f.AuthorId == act.Me.Id, cancellationToken);
        if (followUp is null || await act.DealAsync(cancellationToken) is not { } deal || deal.CustomerId != followUp.CustomerId)
        {
            return Act.Say("Bad.followup_gone");
        }

        if (followUp.DealId == deal.Id)
        {
            return Act.Say(new Words.Word("Receipt.linked_already", deal.Name));
        }

        followUp.Deal = deal;
        followUp.Touch(null, deal);
        if (followUp.NextStep is not null || followUp.NextStepOn is not null)
        {
            if (act.Me.May(Permission.WriteSales))
            {
                NextStepTodo.Put(deal, followUp);
            }

            var steps = await act.Db.Todos.Where(t => t.Kind == TodoKind.NextStep && t.DoneAt == null && t.CustomerId == followUp.CustomerId && t.CreatedAt == followUp.CreatedAt).ToListAsync(cancellationToken);
            steps.ForEach(t => t.Deal = deal);
        }

        var asks = followUp.NextStep is null && followUp.NextStepOn is null;
        var focus = act.About(deal);
        return act.Receipt("Receipt.linked", deal.Name, asks ? new Words.Word("Ask.next_step") : null) with
        {
            Focus = asks && act.Me.May(Permission.WriteSales) ? focus with { Pending = "set_next_step", Asked = "next_step", Filled = new Slots { ["deal"] = deal.Key } } : focus,
        };
    }
}
