using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.Nudges.Centre;
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
        var due = await LastContact.Past(seen, cadence, act.Now, act.Org).OrderBy(c => c.Grade).ThenBy(c => c.LastInteractionAt ?? c.CreatedAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        var known = due.ToHashSet();
        var quiet = await LastContact.Past(seen, silent, act.Now, act.Org).OrderBy(c => c.LastInteractionAt ?? c.CreatedAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        List<long> all = [.. due, .. quiet.Where(id => !known.Contains(id))];
        var paging = Paging.Of(act, all.Count);
        var page = paging.Of(all.AsQueryable()).ToList();
        var shown = (await seen.Where(c => page.Contains(c.Id)).ToListAsync(cancellationToken)).OrderBy(c => page.IndexOf(c.Id)).Select(c => (Customer: c, Due: known.Contains(c.Id))).ToList();
        var rows = shown.Select(one => new
        {
            Main = one.Customer.Name,
            Second = new Word("Format.Dot", Why(one.Customer, one.Due ? cadence : silent, one.Due), ListSilentCustomers.Second(act, one.Customer.OwnerId, one.Customer.LastInteractionAt)),
            Value = new Word("Format.days", LastContact.Days(one.Customer, act.Now, act.Me.TimeZone)),
            Open = new Button("Button.open", "show_customer", new Slots { ["customer"] = one.Customer.Key }),
        }).ToList();
        return DayList.Show(paging, new Word("ContactDue.title", all.Count), whose.Label, rows, "ContactDue.none") with { Focus = act.Listing([.. shown.Select(one => one.Customer.Key)]) };
    }

    private static Word Why(Customer customer, RuleTerms terms, bool due) =>
        new(due ? "ContactDue.cadence" : "ContactDue.silent", new Word("Count.days", LastContact.Limit(customer, terms)), customer.Grade is { } grade ? RuleSay.Grade(grade) : new Word("Rule.ungraded"));
}
