using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tickets;

/// <summary>How content customers are, month by month: the mean of 1 to 5, and the share of 4 and 5 (CU-15).</summary>
internal sealed class ShowSatisfaction : Command
{
    private const int Months = 12;

    /// <summary>From which score on a customer counts as content.</summary>
    private const int Content = 4;

    public override CommandSpec Spec { get; } = new("satisfaction", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var customer = await act.CustomerAsync(cancellationToken);
        var first = new DateOnly(act.Today.Year, act.Today.Month, 1).AddMonths(1 - Months);
        var since = Zones.Instant(first, TimeOnly.MinValue, act.Me.TimeZone);
        var seen = act.Db.Customers.VisibleTo(act.Viewer);
        var ratings = act.Db.Ratings.Where(r => r.CreatedAt >= since && (customer == null ? seen.Any(c => c.Id == r.CustomerId) : r.CustomerId == customer.Id));
        var all = await ratings.Select(r => new { r.CreatedAt, r.Score }).ToListAsync(cancellationToken);
        var months = all.GroupBy(r => Zones.Local(r.CreatedAt, act.Me.TimeZone) is var at ? new DateOnly(at.Year, at.Month, 1) : default).OrderByDescending(g => g.Key)
            .Select(g => new { Main = new Word("Satisfaction.month", g.Key.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), g.Key.Month), Second = Said([.. g.Select(r => r.Score)]), Value = Bar(g.Average(r => r.Score)) }).ToList();
        Word title = customer is null ? new("Command.satisfaction") : new("Satisfaction.of", customer.Name);
        Word sum = all.Count == 0 ? new("Satisfaction.none") : Said([.. all.Select(r => r.Score)]);
        Button[] rate = customer is not null && act.Me.May(Permission.FollowUp) ? [new("Button.rate_customer", "rate_customer", new Slots { ["customer"] = customer.Key })] : [];
        return new Reply(new View("list", new { Title = title, Subtitle = sum, Rows = months, Buttons = rate }, new Word("Approval.text", title, sum))) { Focus = customer is null ? act.Focus.Settled() : act.About(customer) };
    }

    private static Word Said(IReadOnlyList<int> scores) => new("Satisfaction.sum", (decimal)Math.Round(scores.Average(), 2), scores.Count, scores.Count(s => s >= Content) / (double)scores.Count);

    private static string Bar(double mean) => TicketFacts.Stars((int)Math.Round(mean));
}
