using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Grades;
using SalesBot.Customers.Rules;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Segments;

/// <summary>
/// Customers in layers (CU-02): by what they bought of late, by industry, by how long they have bought, beside grade and stage of life; each line with its count and sum opens its list.
/// </summary>
internal sealed class CustomerSegments : Command
{
    private const int MostIndustries = 8;
    private static readonly string[] Layers = ["Large", "Ordinary", "Potential"];
    private static readonly string[] Years = ["long", "middle", "new", "none"];

    public override CommandSpec Spec { get; } = new("customer_segments", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var rule = CustomerRule.Of(act.Definitions);
        var customers = act.Db.Customers.VisibleTo(act.Viewer).Where(c => c.OwnerId != null);
        if (whose.Owners is { } owners)
        {
            customers = customers.Where(c => owners.Contains(c.OwnerId!.Value));
        }

        var all = await customers.Select(c => new Member(c.Id, c.Industry, c.Grade)).ToListAsync(cancellationToken);
        var values = await CustomerValue.AllAsync(act.Db, rule, act.Now, cancellationToken);
        var valued = all.ConvertAll(m => (Member: m, Value: values.GetValueOrDefault(m.Id, CustomerValue.None)));
        var person = whose is { Named: true, Person: { } one } ? one.Key : null;
        Section[] sections =
        [
            new(new Word("Segment.by_value", new Word("CustomerRule.unit.months", rule.LayerMonths), new Money(rule.LargeFrom, rule.Currency)), [.. Layers.Select(layer => Row("layer", layer, new Word("Layer." + layer), [.. valued.Where(v => v.Value.Layer(rule) == layer)]))]),
            new(new Word("Segment.by_industry"), [.. Industries(valued, Row)]),
            new(new Word("Segment.by_years"), [.. Years.Select(years => Row("years", years, new Word("Years." + years, rule.YearsNew, rule.YearsLong), [.. valued.Where(v => v.Value.Years(rule, act.Now) == years)]))]),
            new(new Word("Segment.by_grade"), [.. GradeBook.All.Append(null).Select(grade => Row("grade", grade ?? "none", grade is null ? new Word("Grade.none") : Rhythm(act, grade), [.. valued.Where(v => v.Member.Grade == grade)]))]),
            new(new Word("Segment.by_life"), [.. (await LifecycleStage.CountsAsync(act, customers, cancellationToken)).Select(life => new Line(life.Stage, new Word("Count.customers", life.Count), Open("lifecycle", life.Stage.ToString(), new Word("Lifecycle." + life.Stage))))]),
        ];
        Word title = new("Segment.title", all.Count);
        return new Reply(new View("segments", new { Title = title, Subtitle = new Word("Segment.subtitle", whose.Label, new Money(valued.Sum(v => v.Value.Sum), rule.Currency)), Sections = sections.Where(s => s.Rows.Count > 0).ToList(), Buttons = new[] { new Button(new Word("Command.high_potential"), "high_potential"), new Button(new Word("Command.customer_rule"), "customer_rule") } }, title));

        Line Row(string slot, string value, Word label, IReadOnlyList<(Member Member, CustomerValue Value)> of) =>
            new(label, new Word("Segment.sum", new Word("Count.customers", of.Count), new Money(of.Sum(v => v.Value.Sum), rule.Currency)), Open(slot, value, label));

        Button Open(string slot, string value, Word title)
        {
            var data = new Slots { [slot] = value };
            if (person is not null) data["person"] = person;
            else if (act.Slots.Text("scope") is { } scope) data["scope"] = scope;
            return new Button(title, "list_customers", data);
        }
    }

    private static Word Rhythm(Act act, string grade) => GradeBook.Cadence(NudgeBook.In(act.Definitions), grade) is { } days ? new("Grade.of_cadence", grade, new Word("Count.days", days)) : new("Grade.of", grade);

    /// <summary>The largest ones; the others together.</summary>
    private static IEnumerable<Line> Industries(IReadOnlyList<(Member Member, CustomerValue Value)> valued, Func<string, string, Word, IReadOnlyList<(Member Member, CustomerValue Value)>, Line> row)
    {
        var groups = valued.GroupBy(v => v.Member.Industry ?? "-", StringComparer.Ordinal).OrderByDescending(g => g.Sum(v => v.Value.Sum)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var group in groups.Take(MostIndustries))
        {
            yield return row("industry", group.Key, group.Key == "-" ? new Word("Segment.no_industry") : new Word("Format.Plain", group.Key), [.. group]);
        }

        if (groups.Count > MostIndustries)
        {
            var rest = groups.Skip(MostIndustries).SelectMany(g => g).ToList();
            yield return row("industry", "", new Word("Segment.further", groups.Count - MostIndustries), rest) with { Open = null };
        }
    }

    internal sealed record Member(long Id, string? Industry, string? Grade);

    private sealed record Section(Word Title, IReadOnlyList<Line> Rows);

    internal sealed record Line(object Main, Word Value, Button? Open);
}
