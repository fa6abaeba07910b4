using SalesBot.Calendar;
using SalesBot.Contracts;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.People;
using SalesBot.Tasks;

namespace SalesBot.Server.Demo;

/// <summary>
/// The practice company of a first start in Development: people, customers and deals as they might stand on an ordinary day, some of them in
/// trouble. Times of day are spread over office hours so that a history reads like one.
/// </summary>
internal sealed class DemoCompany(DemoFile file, DateTimeOffset now)
{
    private readonly DateTimeOffset today = new(Zones.Local(now, "Asia/Shanghai").Date, TimeSpan.FromHours(8));
    private readonly Dictionary<string, Team> teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Product> products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Customer> customers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Deal> deals = new(StringComparer.Ordinal);
    private int spread;

    public void Fill(SalesDb db)
    {
        foreach (var team in file.Teams)
        {
            db.Add(teams[team.Key] = new Team { Key = team.Key, Name = team.Name, EnglishName = team.English, Aliases = team.Aliases ?? [], CreatedAt = Ago(400) });
        }

        foreach (var person in file.People)
        {
            db.Add(people[person.Key] = Person(person));
        }

        foreach (var product in file.Products)
        {
            db.Add(products[product.Key] = new Product { Key = product.Key, Name = product.Name, Aliases = product.Aliases ?? [], Series = product.Series, Price = product.Price, CreatedAt = Ago(400) });
        }

        foreach (var firm in file.Customers)
        {
            db.Add(customers[firm.Key] = Customer(firm));
        }

        foreach (var chance in file.Deals)
        {
            db.Add(deals[chance.Key] = Deal(chance));
            db.AddRange(History(chance));
        }

        var notes = file.FollowUps.Select((note, i) => FollowUp(note, i)).ToList();
        notes.GroupBy(n => n.Customer!).ToList().ForEach(told => Contacted(told.Key, told.Max(n => n.HappenedAt)));
        db.AddRange(notes);
        db.AddRange(file.Tasks.Select((duty, i) => Todo(duty, i)));
        db.AddRange(file.Deals.Where(d => d.NextStep is not null && d.NextIn is not null).Select(NextStep));
        db.AddRange(file.Contracts.Select(Contract));
    }

    private DateTimeOffset Ago(int days)
    {
        var day = today.AddDays(-days);
        while (!WorkCalendar.China.IsWorkday(DateOnly.FromDateTime(day.DateTime)))
        {
            day = day.AddDays(-1);
        }

        var moment = day.AddHours(9).AddMinutes(spread++ * 37 % 480);
        return moment > now ? now.AddMinutes(-30) : moment;
    }

    private DateOnly In(int days) => DateOnly.FromDateTime(today.DateTime).AddDays(days);

    private Person Person(DemoFile.Member m) => new()
    {
        Key = m.Key, Name = m.Name, EnglishName = m.English, Role = m.Role, Team = m.Team is null ? null : teams[m.Team], Manager = m.Manager is null ? null : people[m.Manager],
        Aliases = m.Aliases ?? [], CreatedAt = Ago(400),
    };

    private Customer Customer(DemoFile.Firm f)
    {
        var customer = new Customer
        {
            Key = f.Key, Name = f.Name, LegalName = f.Legal, EnglishName = f.English, Aliases = f.Aliases ?? [], Industry = f.Industry, Region = f.Region, Grade = f.Grade,
            Owner = f.Owner is null ? null : people[f.Owner], LastInteractionAt = Ago(f.LastDaysAgo), CreatedAt = Ago(f.LastDaysAgo + 200),
        };
        customer.Contacts.AddRange((f.Contacts ?? []).Select((c, i) => new Contact
        {
            Key = $"{f.Key}-{i + 1}", Name = c.Name, Title = c.Title, Motive = c.Motive, Phone = c.Phone, Aliases = c.Aliases ?? [], CreatedAt = customer.CreatedAt,
        }));
        return customer;
    }

    private Deal Deal(DemoFile.Chance c)
    {
        var since = Ago(c.StageDaysAgo);
        return new Deal
        {
            Key = c.Key, Name = c.Name, Customer = customers[c.Customer], Owner = people[c.Owner], Product = c.Product is null ? null : products[c.Product], Stage = c.Stage, Status = c.Status,
            Amount = c.Amount, Currency = c.Currency, ReviewedAmount = c.Reviewed ?? c.Amount, CloseDate = In(c.CloseIn), StageSince = since, LastActivityAt = since,
            NextStep = c.NextStep, NextStepOn = c.NextIn is { } days ? In(days) : null, LostReason = c.LostReason, ClosedAt = c.Status == DealStatus.Open ? null : since, CreatedAt = Ago(c.CreatedDaysAgo),
        };
    }

    private IEnumerable<StageChange> History(DemoFile.Chance c)
    {
        string? from = null;
        foreach (var step in c.History)
        {
            var to = step[0].GetString()!;
            yield return new StageChange { Key = Keys.New('H'), Deal = deals[c.Key], From = from, To = to, At = Ago(step[1].GetInt32()), By = people[c.Owner], CreatedAt = now };
            from = to;
        }
    }

    private FollowUp FollowUp(DemoFile.Note n, int index)
    {
        var at = Ago(n.DaysAgo);
        var (deal, customer) = (deals[n.Deal], customers[n.Customer]);
        deal.LastActivityAt = deal.LastActivityAt > at ? deal.LastActivityAt : at;
        return new FollowUp
        {
            Key = $"F{index + 1:000}", Customer = customer, Deal = deal, Author = people[n.Author], Contact = customer.Contacts.FirstOrDefault(c => c.Name == n.Contact), Method = n.Method,
            Content = n.Content, HappenedAt = at, NextStep = n.NextStep, NextStepOn = n.NextIn is { } days ? In(days) : null, CreatedAt = at,
        };
    }

    /// <summary>What is told of the last day of contact says when it was.</summary>
    private static void Contacted(Customer customer, DateTimeOffset at) =>
        customer.LastInteractionAt = customer.LastInteractionAt is { } last && last > at && last.Date != at.Date ? last : at;

    private Todo Todo(DemoFile.Duty d, int index) => new()
    {
        Key = $"T{index + 1:000}", Owner = people[d.Owner], Kind = TodoKind.Own, Title = d.Title, DueOn = In(d.DueIn), DueAt = d.At, Customer = d.Customer is null ? null : customers[d.Customer],
        Deal = d.Deal is null ? null : deals[d.Deal], CreatedAt = Ago(6),
    };

    private Todo NextStep(DemoFile.Chance c) => new()
    {
        Key = "N" + c.Key, Owner = people[c.Owner], Kind = TodoKind.NextStep, Title = c.NextStep!, DueOn = In(c.NextIn!.Value), Customer = customers[c.Customer], Deal = deals[c.Key], CreatedAt = Ago(c.StageDaysAgo),
    };

    private Contract Contract(DemoFile.Paper p)
    {
        var contract = new Contract
        {
            Key = p.Key, Title = p.Title, Deal = deals[p.Deal], Customer = customers[p.Customer], Amount = p.Amount, Currency = p.Currency, Status = p.Status, Terms = p.Terms,
            SignedOn = p.SignedDaysAgo is { } days ? In(-days) : null, Paid = (p.Payments ?? []).Where(x => x.Paid).Sum(x => x.Amount), CreatedAt = Ago(p.SignedDaysAgo + 10 ?? 5),
        };
        contract.Payments.AddRange((p.Payments ?? []).Select((x, i) => new PaymentDue
        {
            Key = $"{p.Key}-{i + 1}", Amount = x.Amount, DueOn = In(x.DueIn), PaidOn = x.Paid ? In(x.DueIn - 1) : null, CreatedAt = contract.CreatedAt,
        }));
        return contract;
    }
}
