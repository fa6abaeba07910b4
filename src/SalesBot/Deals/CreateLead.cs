using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.FollowUps;
using SalesBot.People;

namespace SalesBot.Deals;

/// <summary>
/// Notes somebody who might buy. A lead is a deal in the first stage whose amount and close nobody knows yet; where it came from is kept on
/// it, and what they asked for as the first follow-up.
/// </summary>
internal sealed class CreateLead : Command
{
    public override CommandSpec Spec { get; } = new("create_lead", Permission.WriteSales) { Requires = ["customer"], MayName = ["customer"], MayAsk = ["source"], ReadsBack = true, Amends = NewDeal.Amends };

    /// <summary>Slots of which one is enough to begin with.</summary>
    private static readonly string[] Known = ["source", "product", "contact", "contact_name", "person", "phone", "email", "amount"];

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (!act.Pressed && act.Slots.Flag("confirm") is null && !Known.Any(slot => act.Slots.Text(slot) is not null || act.Frame.Ref(slot) is not null))
        {
            return Question.For(act, "source");
        }

        var named = await NamedCustomer.ForAsync(act, confirmNew: false, cancellationToken);
        if ((named.Ask ?? (named.IsNew ? null : await NewDeal.TwinAsync(act, named.Customer!, cancellationToken))) is { } ask)
        {
            return ask;
        }

        NewContact.Add(act, named.Customer!);
        var deal = await NewDeal.AddAsync(act, named.Customer!, cancellationToken);
        deal.CameAsLead = true;
        if (act.Slots.Text("content", 4000) is { } content)
        {
            act.Db.Add(new FollowUp { Key = Keys.New('F'), CreatedAt = act.Now, Customer = deal.Customer, Deal = deal, AuthorId = act.Me.Id, Content = content, HappenedAt = act.Now });
        }

        return named.WithCollision(act, await NewDeal.ReceiptAsync(act, deal, "Receipt.lead", cancellationToken));
    }
}
