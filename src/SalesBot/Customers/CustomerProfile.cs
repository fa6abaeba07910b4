using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Grades;
using SalesBot.Customers.Rules;
using SalesBot.Customers.Segments;
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
            facts.Insert(0, new("Customer.field.grade", Graded(customer, act.Now)));
        }

        if (tags.Count > 0)
        {
            facts.Add(new("Customer.field.tags", string.Join(' ', tags.Select(tag => "#" + tag))));
        }

        return facts;
    }

    private static Word Graded(Customer customer, DateTimeOffset now)
    {
        Word grade = GradeBook.Cadence(customer.Grade) is { } days ? new("Grade.of_cadence", customer.Grade, new Word("Count.days", days)) : new("Format.Plain", customer.Grade);
        return GradeBook.DaysLate(customer, now) is { } late and > 0 ? new Word("Format.Dot", grade, new Word("Grade.late", late)) : grade;
    }
}
