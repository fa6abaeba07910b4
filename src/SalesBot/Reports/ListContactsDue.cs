using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>Customers whom it is time to be in touch with: first those of a grade that is met regularly, by their days (AL-08), then those of whom nobody has heard for long (AL-03).</summary>
internal sealed class ListContactsDue : Command
{
    public override CommandSpec Spec { get; } = new("contact_due", Permission.ReadSales) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var book = NudgeBook.In(act.Definitions);
        var seen = act.Db.Customers.AsNoTracking().VisibleTo(act.Viewer).Where(c => c.OwnerId != null);
        seen = whose.Owners is { } owners ? seen.Where(c => owners.Contains(c.OwnerId!.Value)) : seen;
        var (cadence, silent) = (book["cadence"], book["silent"]);
        var due = await LastContact.Past(seen, cadence, act.Now).OrderBy(c => c.Grade).ThenBy(c => c.LastInteractionAt ?? c.CreatedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var known = due.Select(c => c.Id).ToHashSet();
        var quiet = await LastContact.Past(seen, silent, act.Now).OrderBy(c => c.LastInteractionAt ?? c.CreatedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var all = due.Select(c => (Customer: c, Limit: LastContact.Limit(c, cadence), Why: "ContactDue.cadence")).Concat(quiet.Where(c => !known.Contains(c.Id)).Select(c => (Customer: c, Limit: LastContact.Limit(c, silent), Why: "ContactDue.silent"))).ToList();
        var paging = Paging.Of(act, all.Count);
        var shown = paging.Of(all.AsQueryable()).ToList();
        var rows = shown.Select(one => new
        {
            Main = one.Customer.Name,
            Second = new Word("Format.Dot", new Word(one.Why, new Word("Count.days", one.Limit), one.Customer.Grade ?? ""), ListSilentCustomers.Second(act, one.Customer.OwnerId, one.Customer.LastInteractionAt)),
            Value = new Word("Format.days", LastContact.Days(one.Customer, act.Now, act.Me.TimeZone)),
            Open = new Button("Button.open", "show_customer", new Slots { ["customer"] = one.Customer.Key }),
        }).ToList();
        return DayList.Show(paging, new Word("ContactDue.title", all.Count), whose.Label, rows, "ContactDue.none") with { Focus = act.Listing([.. shown.Select(one => one.Customer.Key)]) };
    }
}
