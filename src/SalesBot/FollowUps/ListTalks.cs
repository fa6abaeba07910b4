using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.FollowUps;

/// <summary>With whom one spoke in a period and how often, by the way it was done: the number first, then the talks.</summary>
internal sealed class ListTalks : Command
{
    private const string Usual = "this_week";

    public override CommandSpec Spec { get; } = new("list_talks", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        Carry(act);
        var (whose, bad) = Whose.Of(act, narrow: true);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var slot = act.Slots.Text("period") ?? Usual;
        var days = Period.Read(slot, act.Today) ?? Period.Read(Usual, act.Today)!;
        var (from, to) = (Zones.Instant(days.From, TimeOnly.MinValue, act.Me.TimeZone), Zones.Instant(days.To.AddDays(1), TimeOnly.MinValue, act.Me.TimeZone));
        var talks = act.Db.FollowUps.AsNoTracking().WithCustomer().VisibleTo(act.Viewer).Where(f => f.HappenedAt >= from && f.HappenedAt < to);
        if (whose.Owners is { } owners) talks = talks.Where(f => owners.Contains(f.AuthorId));
        var methods = TalkWords.Methods(act);
        if (methods is not null) talks = talks.Where(f => methods.Contains(f.Method));
        var counted = await talks.GroupBy(f => f.Method).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ToListAsync(cancellationToken);
        var (total, customers) = (counted.Sum(c => c.Count), await talks.Select(f => f.CustomerId ?? f.Deal!.CustomerId).Where(id => id != null).Distinct().CountAsync(cancellationToken));
        var paging = Paging.Of(act, total);
        var shown = await paging.Of(talks.OrderByDescending(f => f.HappenedAt).ThenByDescending(f => f.Id).Include(f => f.Author).Include(f => f.Contact).Include(f => f.Customer).Include(f => f.Deal!.Customer)).ToListAsync(cancellationToken);
        Word by = new("Format.Plain", counted.ConvertAll(c => new Word("Talk.by", c.Key is null ? new Word("Talk.unsaid") : new Word("Method." + c.Key), c.Count)));
        Word title = new("Talk.count", methods is [var one] ? new Word("Method." + one) : new Word("Talk.any"), total, new Word("Count.customers_met", customers));
        Word label = new("Format.Dot", whose.Label, PeriodName.Of(days, slot));
        return DayList.Show(paging, title, total == 0 || methods is [_] ? label : new Word("Format.Dot", label, by), shown.ConvertAll(Row), "Talk.nothing");
    }

    /// <summary>"And visits?" right after the calls of a week is of that week and of the same people.</summary>
    private static void Carry(Act act)
    {
        if (act.Pressed || act.Focus is not { LookIntent: "list_talks", LookSlots: { } before }) return;
        if (act.Slots.Text("period") is null && before.Text("period") is { } period) act.Slots["period"] = period;
    }

    private static object Row(FollowUp talk) => new
    {
        Main = new Word("Format.Dot", (talk.Customer ?? talk.Deal?.Customer)?.Name ?? talk.Deal?.Name, Excerpt.Of(talk.Content)),
        Second = TalkWords.Head(talk),
        Open = (talk.Customer ?? talk.Deal?.Customer) is { } customer ? new Button("Button.open", "show_customer", new Slots { ["customer"] = customer.Key }) : null,
    };
}
