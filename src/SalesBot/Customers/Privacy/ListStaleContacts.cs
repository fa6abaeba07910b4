using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Pool;
using SalesBot.Customers.Rules;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Privacy;

/// <summary>Contacts of customers with which nothing runs and nobody spoke for as long as the customer rule says, each with the button to erase it (CU-16). Nothing is erased by itself.</summary>
internal sealed class ListStaleContacts : Command
{
    public override CommandSpec Spec { get; } = new("stale_contacts", Permission.Administer) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var months = CustomerRule.Of(act.Definitions).ContactMonths;
        var limit = act.Now.AddMonths(-months);
        var quiet = RecycleClock.Unprotected(act.Db, act.Db.Customers.VisibleTo(act.Viewer), act.Now).Where(c => (c.LastInteractionAt ?? c.CreatedAt) < limit).Select(c => c.Id);
        var stale = act.Db.Contacts.Where(c => months > 0 && c.ErasedAt == null && c.CreatedAt < limit && quiet.Contains(c.CustomerId));
        var total = await stale.CountAsync(cancellationToken);
        var paging = Paging.Of(act, total);
        var rows = (await paging.Of(stale.Include(c => c.Customer).OrderBy(c => c.Customer.LastInteractionAt).ThenBy(c => c.Id)).ToListAsync(cancellationToken)).ConvertAll(c => new
        {
            Main = c.Name, Second = new Word("Format.Dot", c.Customer.Name, c.Customer.LastInteractionAt is { } at ? new Word("List.last", at) : new Word("Prep.never")),
            Open = new Button("Button.erase", "erase_contact", new Slots { ["customer"] = c.Customer.Key, ["contact"] = c.Key }),
        });
        Word title = new("Stale.contacts", total);
        return new Reply(new View("list", new { Title = title, Subtitle = paging.Say(new Word("Stale.contacts_why", new Word("CustomerRule.unit.months", months))), Rows = rows, Empty = new Word("Looks.none"), paging.Prev, paging.Next }, title)) { InPlace = paging.InPlace };
    }
}
