using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Customers.Rules;
using SalesBot.Customers.Tags;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Segments;

/// <summary>Which customers an order asks for: grade, tag, layer, years, stage of life, industry, region, whose.</summary>
/// <param name="Customers">Of those that the asker sees.</param>
/// <param name="Said">What narrows them, each as it is read back.</param>
/// <param name="Bad">Why it cannot be answered.</param>
internal sealed record CustomerFilter(IQueryable<Customer> Customers, IReadOnlyList<object> Said, Word? Bad)
{
    /// <summary>Slots that a sentence fills by the words for them.</summary>
    private static readonly string[] Spoken = ["grade", "layer", "years", "lifecycle"];

    private static readonly string[] Whoever = ["person", "owner", "team", "scope"];

    public static async Task<CustomerFilter> ReadAsync(Act act, CancellationToken cancellationToken)
    {
        if (!act.Pressed && act.Said is { } words && act.Slots.Text("tag") is null)
        {
            // A customer who is new in a period is one that was entered then.
            foreach (var sort in Spoken.Where(sort => act.Slots.Text(sort) is null && (sort != "years" || act.Slots.Text("period") is null)))
            {
                if (SegmentWords.Find(sort, words) is { } value) act.Slots[sort] = value;
            }
        }

        Own(act);
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return new CustomerFilter(act.Db.Customers, [], bad);
        }

        var (customers, said) = (act.Db.Customers.VisibleTo(act.Viewer), new List<object>());
        if (whose.Named)
        {
            var owners = whose.Owners;
            customers = owners is null ? customers.Where(c => c.OwnerId != null) : customers.Where(c => c.OwnerId != null && owners.Contains(c.OwnerId.Value));
            said.Add(whose.Label);
        }

        customers = Narrow(act, customers, said);
        customers = await ByValueAsync(act, customers, said, cancellationToken);
        return new CustomerFilter(customers, said, null);
    }

    /// <summary>“哪些客户归我负责”, "which do I look after": the speaker's own; “客户，不是单子” are of those whose deals were shown.</summary>
    private static void Own(Act act)
    {
        if (act.Pressed || act.Said is not { } said || Whoever.Any(act.Slots.ContainsKey)) return;
        if (CustomerWords.Patterns["own"].IsMatch(said)) act.Slots["scope"] = "mine";
        if (act.Focus is not { LookIntent: "query_deals", LookSlots: { } shown } || !CustomerWords.Patterns["instead"].IsMatch(said)) return;
        if (shown.Text("scope") is { } scope) act.Slots["scope"] = scope;
    }

    private static IQueryable<Customer> Narrow(Act act, IQueryable<Customer> customers, List<object> said)
    {
        if (act.Slots.Text("grade") is { } grade)
        {
            var one = SegmentWords.Grade(grade);
            customers = one is "none" or null ? customers.Where(c => c.Grade == null) : customers.Where(c => c.Grade == one);
            said.Add(one is "none" or null ? new Word("Grade.none") : new Word("Grade.of", one));
        }

        if (act.Slots.Text("tag") is { } tags)
        {
            foreach (var tag in TagNames.Split(tags))
            {
                var alike = TagNames.Alike(tag);
#pragma warning disable MA0011 // becomes the database's lower(), which takes no culture
                customers = customers.Where(c => c.Tags.Any(t => t.Name.ToLower() == alike));
#pragma warning restore MA0011
                said.Add("#" + tag);
            }
        }

        if (act.Slots.Text("industry") is { } industry)
        {
            customers = industry == "-" ? customers.Where(c => c.Industry == null) : customers.Where(c => c.Industry == industry);
            said.Add(industry == "-" ? new Word("Segment.no_industry") : industry);
        }

        if (act.Slots.Text("period") is { } slot && Period.Read(slot, act.Today) is { } period)
        {
            var (from, to) = (Zones.Instant(period.From, TimeOnly.MinValue, act.Me.TimeZone), Zones.Instant(period.To.AddDays(1), TimeOnly.MinValue, act.Me.TimeZone));
            customers = customers.Where(c => c.CreatedAt >= from && c.CreatedAt < to);
            said.Add(new Word("List.entered", PeriodName.Of(period, slot)));
        }

        if (act.Slots.Text("region") is { } region)
        {
            customers = customers.Where(c => c.Region == region);
            said.Add(region);
        }

        return customers;
    }

    private static async Task<IQueryable<Customer>> ByValueAsync(Act act, IQueryable<Customer> customers, List<object> said, CancellationToken cancellationToken)
    {
        var (layer, years, life) = (act.Slots.Text("layer"), act.Slots.Text("years"), act.Slots.Text("lifecycle"));
        if (life is not null && Enum.TryParse<Lifecycle>(life, out var stage))
        {
            var ids = await LifecycleStage.IdsAsync(act, stage, cancellationToken);
            customers = customers.Where(c => c.Lifecycle == stage || (c.Lifecycle == null && ids.Contains(c.Id)));
            said.Add(stage);
        }

        if (layer is null && years is null)
        {
            return customers;
        }

        var rule = CustomerRule.Of(act.Definitions);
        var values = await CustomerValue.AllAsync(act.Db, rule, act.Now, cancellationToken);
        if (layer is not null)
        {
            customers = Among(customers, values, layer == "Potential", value => value.Layer(rule) == layer);
            said.Add(new Word("Layer." + layer));
        }

        if (years is not null)
        {
            customers = Among(customers, values, years == "none", value => value.Years(rule, act.Now) == years);
            said.Add(new Word("Years." + years, rule.YearsNew, rule.YearsLong));
        }

        return customers;
    }

    /// <summary>Those of whom it holds; where it holds of who never bought, all but the others.</summary>
    private static IQueryable<Customer> Among(IQueryable<Customer> customers, IReadOnlyDictionary<long, CustomerValue> values, bool ofNone, Func<CustomerValue, bool> holds)
    {
        var ids = values.Where(v => holds(v.Value) != ofNone).Select(v => v.Key).ToList();
        return ofNone ? customers.Where(c => !ids.Contains(c.Id)) : customers.Where(c => ids.Contains(c.Id));
    }
}
