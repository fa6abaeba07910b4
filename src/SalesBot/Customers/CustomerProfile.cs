using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Grades;
using SalesBot.Customers.Pool;
using SalesBot.Customers.Rules;
using SalesBot.Customers.Segments;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Promises;
using SalesBot.Tickets;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>One line of a customer's card.</summary>
internal sealed record Fact(Word Label, object Value);

/// <summary>How a customer is filed: grade with its rhythm, layer, stage of life, tags, score with its parts (CU-01 … CU-05).</summary>
internal static class CustomerProfile
{
    public static async Task<IReadOnlyList<Fact>> FactsAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var rule = CustomerRule.Of(act.Definitions);
        var value = (await CustomerValue.AllAsync(act.Db, rule, act.Now, cancellationToken, customer.Id)).GetValueOrDefault(customer.Id, CustomerValue.None);
        var tags = await act.Db.CustomerTags.Where(t => t.CustomerId == customer.Id).OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(cancellationToken);
        var score = await CustomerScore.OfAsync(act, customer, cancellationToken);
        var life = await LifecycleStage.OfAsync(act, customer, cancellationToken);
        List<Fact> facts =
        [
            new("Customer.field.layer", new Word("Customer.layer", new Word("Layer." + value.Layer(rule)), value.First is null ? new Word("Years.none") : new Money(value.Sum, rule.Currency))),
            new("Customer.field.lifecycle", customer.Lifecycle is { } set ? new Word("Lifecycle.set", set, life) : new Word("Lifecycle.proposed", life)),
            new("Customer.field.score", new Word("Customer.layer", score.Points, score.Parts)),
        ];
        if (customer.Grade is not null)
        {
            facts.Insert(0, new("Customer.field.grade", Graded(act, customer)));
        }

        if (RecycleClock.DaysLeft(customer, rule, act.Now) is { } left && await RecycleClock.Unprotected(act.Db, act.Db.Customers.Where(c => c.Id == customer.Id), act.Now).AnyAsync(cancellationToken))
        {
            facts.Add(new("Customer.field.recycle", ListRecycle.Left(left)));
        }

        facts.AddRange(await BesideAsync(act, customer, cancellationToken));
        if (tags.Count > 0)
        {
            facts.Add(new("Customer.field.tags", string.Join(' ', tags.Select(tag => "#" + tag))));
        }

        return facts;
    }

    private static Word Graded(Act act, Customer customer)
    {
        var book = NudgeBook.In(act.Definitions);
        Word grade = GradeBook.Cadence(book, customer.Grade) is { } days ? new("Grade.of_cadence", customer.Grade, new Word("Count.days", days)) : new("Format.Plain", customer.Grade);
        return GradeBook.DaysLate(book, customer, act.Now) is { } late and > 0 ? new Word("Format.Dot", grade, new Word("Grade.late", late)) : grade;
    }

    /// <summary>Service and promises, where there are any (CU-12).</summary>
    private static async Task<IReadOnlyList<Fact>> BesideAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        List<Fact> facts = [];
        var tickets = await act.Db.Tickets.Where(t => t.CustomerId == customer.Id).GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var scores = await act.Db.Ratings.Where(r => r.CustomerId == customer.Id).Select(r => (double?)r.Score).AverageAsync(cancellationToken);
        if (tickets.Count > 0 || scores is not null)
        {
            facts.Add(new("Customer.field.service", new Word("Customer.service", tickets.GetValueOrDefault(TicketState.Open), tickets.Values.Sum(), scores is { } mean ? (decimal)Math.Round(mean, 1) : new Word("Promise.no_rate"))));
        }

        var open = act.Db.Promises.VisibleTo(act.Viewer).Where(p => p.CustomerId == customer.Id && p.State == PromiseState.Open);
        var count = await open.CountAsync(cancellationToken);
        if (count > 0)
        {
            facts.Add(new("Customer.field.promises", new Word("Customer.promises", count, await open.CountAsync(p => p.DueOn < act.Today, cancellationToken))));
        }

        return facts;
    }
}
