using SalesBot.Conversation;
using SalesBot.Customers.Rules;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Leads;

/// <summary>Gives a lead to whoever's turn it is, or to a rep that is named (CU-09): by whoever leads them.</summary>
internal sealed class AssignLead : Command
{
    public override CommandSpec Spec { get; } = new("assign_lead", Permission.ManageTeam) { Requires = ["deal"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } lead)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (lead.Status != DealStatus.Open || lead.Stage != act.Process.First)
        {
            return Act.Say(new Word("Lead.is_none", lead.Name)) with { Focus = act.About(lead) };
        }

        var rule = await CustomerRule.LoadAsync(act.Db, cancellationToken);
        var below = act.Org.Everybody.Where(p => p.Id != act.Me.Id && act.Viewer.Sees(p.Id)).ToList();
        var named = act.Org.Find(act.Frame.Ref("person"));
        if (named is null && act.Slots.Text("person") is { } nobody)
        {
            return Act.Say(new Word("Customer.cannot_have", nobody));
        }

        if (named is not null && (!named.Active || named.Role != Role.Rep || !act.Viewer.Sees(named.Id)))
        {
            return Act.Say(new Word("Customer.cannot_have", named));
        }

        if ((named ?? await LeadTurn.NextAsync(act.Db, rule, lead, below, act.Now, cancellationToken)) is not { } next)
        {
            return Act.Say(new Word("Lead.nobody", lead.Name));
        }

        var notice = LeadTurn.Offer(act.Db, lead, next, rule, act.Me.Id, act.Now);
        Word how = named is not null ? new("Lead.by_hand") : new("Format.Plain", new Word("LeadWay." + rule.Way));
        return act.Receipt("Receipt.lead_assigned", lead.Name, new Word("Lead.assigned", next, how, new Word("Count.hours", rule.AcceptHours))) with { Notices = [notice], Focus = act.About(lead) };
    }
}
