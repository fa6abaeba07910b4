using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Rules;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Relations;

/// <summary>
/// Customers that bought once, have nothing open and bought nothing for months, each with why it may buy again (CU-06): what it bought and when, and what others of its industry bought that
/// it never had. The most valuable first.
/// </summary>
internal sealed class DormantCustomers : Command
{
    /// <summary>Months without a purchase.</summary>
    private const int Quiet = 6;

    private const int MostProducts = 3;

    public override CommandSpec Spec { get; } = new("dormant_customers", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act, narrow: act.Viewer.Only is not null);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var customers = act.Db.Customers.VisibleTo(act.Viewer).Where(c => c.OwnerId != null && !act.Db.Deals.Any(d => d.CustomerId == c.Id && d.Status == DealStatus.Open));
        if (whose.Owners is { } owners)
        {
            customers = customers.Where(c => owners.Contains(c.OwnerId!.Value));
        }

        var bought = await Purchase.AllAsync(act.Db, cancellationToken);
        var rule = CustomerRule.Of(act.Definitions);
        var limit = act.Now.AddMonths(-Quiet);
        var dormant = (await customers.ToListAsync(cancellationToken)).Select(c => (Customer: c, Own: bought[c.Id].ToList())).Where(c => c.Own.Count > 0 && c.Own.Max(p => p.At) < limit)
            .Select(c => (c.Customer, c.Own, Sum: c.Own.Sum(p => rule.InHouse(p.Amount, p.Currency) ?? 0))).OrderByDescending(c => c.Sum).ThenBy(c => c.Customer.Id).ToList();
        var paging = Paging.Of(act, dormant.Count);
        var shown = dormant.Skip(paging.Skip).Take(paging.Size).ToList();
        var industries = bought.SelectMany(g => g).Where(p => p.Industry is not null && p.Product is not null).ToLookup(p => p.Industry!, StringComparer.Ordinal);
        Word title = new("Dormant.title", dormant.Count);
        var data = new
        {
            Title = title,
            Subtitle = paging.Say(new Word("Dormant.subtitle", whose.Label, Quiet)),
            Rows = shown.ConvertAll(c => new
            {
                Main = c.Customer.Name,
                Second = Why(act, c.Customer, c.Own, industries),
                Value = Worth(c.Own, c.Sum, rule),
                Open = new Button("Button.prepare_call", "prepare_call", new Slots { ["customer"] = c.Customer.Key }),
            }),
            Empty = new Word("Dormant.none"),
            paging.Prev,
            paging.Next,
        };
        return new Reply(new View("list", data, title)) { InPlace = paging.InPlace, Focus = act.Listing([.. shown.Select(c => c.Customer.Key)]) };
    }

    /// <summary>In the currency that it always bought in; in that of the house where it bought in several.</summary>
    private static Money Worth(List<Purchase> own, decimal sum, CustomerRule rule) =>
        own.Select(p => p.Currency).Distinct(StringComparer.Ordinal).ToList() is [var only] ? new Money(own.Sum(p => p.Amount), only) : new Money(sum, rule.Currency);

    /// <summary>What it bought last and when; what its like bought; whom we know there.</summary>
    private static Word Why(Act act, Customer customer, List<Purchase> own, ILookup<string, Purchase> industries)
    {
        var last = own.MaxBy(p => p.At)!;
        var months = ((act.Now.Year - last.At.Year) * 12) + act.Now.Month - last.At.Month;
        Word why = new("Dormant.bought", last.Product ?? last.Name, last.At, months);
        var others = customer.Industry is null ? [] : industries[customer.Industry].Where(p => p.CustomerId != customer.Id).Select(p => p.Product!).Except(own.Select(p => p.Product).OfType<string>(), StringComparer.Ordinal).Take(MostProducts).ToList();
        return others.Count == 0 ? why : new Word("Format.Dot", why, new Word("Dormant.others", customer.Industry, others));
    }
}
