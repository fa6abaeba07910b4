using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Privacy;

/// <summary>Who had a customer's card shown, and when, for an admin (CU-16); the newest first.</summary>
internal sealed class ListLooks : Command
{
    public override CommandSpec Spec { get; } = new("customer_looks", Permission.Administer) { Requires = ["customer"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        var looks = act.Db.CustomerLooks.Where(l => l.CustomerId == customer.Id).OrderByDescending(l => l.At).ThenByDescending(l => l.Id);
        var total = await looks.CountAsync(cancellationToken);
        var paging = Paging.Of(act, total);
        var rows = (await paging.Of(looks).ToListAsync(cancellationToken)).ConvertAll(l => new { Main = act.Org.Find(l.PersonId), Second = new Word("Command." + l.Command), Value = l.At });
        Word title = new("Looks.title", customer.Name, total);
        return new Reply(new View("list", new { Title = title, Subtitle = paging.Say(new Word("Looks.subtitle", Looks.Days)), Rows = rows, Empty = new Word("Looks.none"), paging.Prev, paging.Next }, title)) { InPlace = paging.InPlace, Focus = act.About(customer) };
    }
}
