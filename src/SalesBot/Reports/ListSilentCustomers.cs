using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>Customers nobody has had to do with for long (AL-03's thirty days, or as many as were asked), the longest first.</summary>
internal sealed class ListSilentCustomers : Command
{
    public override CommandSpec Spec { get; } = new("silent_customers", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var days = (int)Math.Clamp(act.Slots.Number("days") ?? NudgeBook.In(act.Definitions)["silent"].Days ?? 30, 1, 3650);
        var last = act.Now.AddDays(-days);
        var customers = act.Db.Customers.VisibleTo(act.Viewer).Where(c => c.OwnerId != null && (c.LastInteractionAt ?? c.CreatedAt) <= last);
        if (whose.Owners is { } owners)
        {
            customers = customers.Where(c => owners.Contains(c.OwnerId!.Value));
        }

        var total = await customers.CountAsync(cancellationToken);
        var paging = Paging.Of(act, total);
        var shown = await paging.Of(customers.OrderBy(c => c.LastInteractionAt ?? c.CreatedAt).ThenBy(c => c.Id)).ToListAsync(cancellationToken);
        var rows = shown.Select(c => new
        {
            Main = c.Name,
            Second = Second(act, c.OwnerId, c.LastInteractionAt),
            Value = new Word("Format.days", LastContact.Days(c, act.Now, act.Me.TimeZone)),
            Open = new Button("Button.open", "show_customer", new Slots { ["customer"] = c.Key }),
        }).ToList();
        return DayList.Show(paging, new Word("Silent.title", total, days), whose.Label, rows, "Silent.none") with { Focus = act.Listing([.. shown.Select(c => c.Key)]) };
    }

    /// <summary>When somebody was last in touch, and whose the customer is unless it is the reader's own.</summary>
    public static Word Second(Act act, long? owner, DateTimeOffset? last)
    {
        Word when = last is { } at ? new("Silent.last", at) : new("Silent.never");
        return owner == act.Me.Id ? when : new Word("Format.Dot", act.Org.Find(owner), when);
    }
}
