using SalesBot.Calendar;
using SalesBot.Contracts;
using SalesBot.Customers;
using SalesBot.Customers.Tags;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.People;
using SalesBot.Promises;
using SalesBot.Tasks;
using SalesBot.Tickets;

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
        db.AddRange(file.Tickets.SelectMany(Ticket));
        db.AddRange(file.Promises.Select(Promise));
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

    /// <summary>A working day near by, as nobody plans for a day off: what is overdue stays so, and what is to come is still to come.</summary>
    private DateOnly In(int days)
    {
        var (calendar, now) = (WorkCalendar.China, DateOnly.FromDateTime(today.DateTime));
        var day = now.AddDays(days);
        var (before, after) = (calendar.AddWorkdays(day, -1), calendar.NextWorkday(day));
        return calendar.IsWorkday(day) ? day : days < 0 || (before > now && day.DayNumber - before.DayNumber <= after.DayNumber - day.DayNumber) ? before : after;
    }

    private Person Person(DemoFile.Member m) => new()
    {
        Key = m.Key, Name = m.Name, EnglishName = m.English, Role = m.Role, Team = m.Team is null ? null : teams[m.Team], Manager = m.Manager is null ? null : people[m.Manager],
        Aliases = m.Aliases ?? [], Language = m.Language, CreatedAt = Ago(400),
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
            Key = $"{f.Key}-{i + 1}", Name = c.Name, Title = c.Title, Motive = c.Motive, Phone = c.Phone, Role = c.Role, Aliases = c.Aliases ?? [], CreatedAt = customer.CreatedAt,
        }));
        customer.Tags.AddRange((f.Tags ?? []).Select((tag, i) => new CustomerTag { Key = $"{f.Key}-L{i + 1}", Name = tag, CreatedAt = customer.CreatedAt }));
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

    private IEnumerable<Record> Ticket(DemoFile.Trouble t, int index)
    {
        var ticket = new ServiceTicket
        {
            Key = $"H{index + 1:000}", Customer = customers[t.Customer], Content = t.Content, Kind = t.Kind, Urgent = t.Urgent, Reporter = people[t.By], Assignee = people[t.Assignee], CreatedAt = Ago(t.DaysAgo),
            State = t.ClosedDaysAgo is null ? TicketState.Open : TicketState.Closed, ClosedAt = t.ClosedDaysAgo is { } days ? Ago(days) : null, ClosingNote = t.Note,
        };
        yield return ticket;
        if (t.Score is { } score)
        {
            yield return new Rating { Key = $"W{index + 1:000}", Customer = ticket.Customer, Ticket = ticket, Score = score, By = people[t.By], CreatedAt = ticket.ClosedAt ?? ticket.CreatedAt };
        }
    }

    private Promise Promise(DemoFile.Pledge p, int index) => new()
    {
        Key = $"M{index + 1:000}", Customer = customers[p.Customer], Deal = p.Deal is null ? null : deals[p.Deal], Person = people[p.By], Side = p.Side, Content = p.Content, DueOn = In(p.DueIn), State = p.State,
        SettledAt = p.State == PromiseState.Open ? null : Ago(-p.DueIn), CreatedAt = Ago(14),
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
