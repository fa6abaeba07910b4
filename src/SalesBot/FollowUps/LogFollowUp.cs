using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Promises;
using SalesBot.Words;

namespace SalesBot.FollowUps;

/// <summary>
/// Logs who was met, how, what was said and what comes next, in one sentence (FU-01). Only the customer and one fact are needed (FU-05); a
/// missing next step is asked for but never demanded.
/// </summary>
internal sealed class LogFollowUp : Command
{
    private static readonly string[] Methods = ["call", "visit", "meeting", "wechat", "email", "demo"];

    public override CommandSpec Spec { get; } = new("log_followup", Permission.FollowUp) { MayAsk = ["customer", "content"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var deal = await act.DealAsync(cancellationToken);
        var customer = deal is null ? await act.CustomerAsync(cancellationToken) : null;
        if (deal is null && customer is null)
        {
            var named = act.Slots.Text("deal") ?? act.Slots.Text("deal_text") ?? act.Slots.Text("customer") ?? act.Slots.Text("customer_text");
            return named is null ? Question.For(act, "customer") : Question.NotFound(act, "customer", named);
        }

        if (act.Slots.Text("content") is null && act.Slots.Text("next_step") is null && act.Slots.Text("method") is null)
        {
            return Question.For(act, "content");
        }

        if (IsOfPromise(act))
        {
            act.Slots.Remove("date");
        }

        if (Impossible(act) is { } obstacle)
        {
            return act.Slots.Date("date") > act.Today ? Planned(act, obstacle) : Act.Say(obstacle);
        }

        var open = deal is null ? await OpenDealsAsync(act, customer!, cancellationToken) : [];
        deal ??= open.Count == 1 ? open[0] : null;
        var followUp = await WriteAsync(act, deal, deal?.Customer ?? customer, cancellationToken);
        return await FollowUpReceipt.ForAsync(act, followUp, deal is null ? open : [], cancellationToken);
    }

    /// <summary>“客户答应下周签合同”, told when it was asked what was said: the day is that of the promise and not of the talk.</summary>
    private static bool IsOfPromise(Act act) =>
        act is { Pressed: false, Said: { } said, Focus: { Pending: "log_followup", Asked: "content" } focus } && focus.Filled?.ContainsKey("date") != true && act.Slots.Date("date") > act.Today && PromiseReader.Read(said, act.LocalNow).Count > 0;

    /// <summary>What was said to have happened lies ahead, or what is to come is past: one of the two was misread.</summary>
    private static Word? Impossible(Act act) => (act.Slots.Date("date"), act.Slots.Date("next_date")) switch
    {
        ({ } day, _) when day > act.Today => new Word("Bad.followup_ahead", day),
        (_, { } next) when next < act.Today => new Word("Bad.next_date", next),
        _ => null,
    };

    /// <summary>What is still to come is offered as a to-do, with all that was said of it.</summary>
    private static Reply Planned(Act act, Word why)
    {
        if (act.Focus.Pending == "log_followup")
        {
            return Act.Say(why);
        }

        var frame = act.Frame with { Intent = "add_task", Slots = new Slots(act.Slots.Where(slot => slot.Key is "customer" or "deal" or "date" or "time" or "content")), Refs = act.Frame.Refs.Where(slot => slot.Key is "customer" or "deal").ToDictionary(slot => slot.Key, slot => slot.Value, StringComparer.Ordinal), Instead = null };
        if ((act.Slots.Text("content", 400) ?? act.Slots.Text("next_step", 400)) is { } content)
        {
            frame.Slots["content"] = content;
        }

        return Question.Confirm(act with { Frame = frame }, text: why);
    }

    private static Task<List<Deal>> OpenDealsAsync(Act act, Customer customer, CancellationToken cancellationToken) =>
        act.Db.Deals.Include(d => d.Customer).Include(d => d.Owner).VisibleTo(act.Viewer).Where(d => d.CustomerId == customer.Id && d.Status == DealStatus.Open)
            .OrderByDescending(d => d.LastActivityAt).Take(5).ToListAsync(cancellationToken);

    private static async Task<FollowUp> WriteAsync(Act act, Deal? deal, Customer? customer, CancellationToken cancellationToken)
    {
        var (contact, with) = customer is null ? (null, null) : await ContactAsync(act, customer, cancellationToken);
        var followUp = new FollowUp
        {
            Key = Keys.New('F'), CreatedAt = act.Now, AuthorId = act.Me.Id, Customer = customer, Deal = deal, Contact = contact,
            With = with ?? contact?.Name ?? await NameAsync(act, cancellationToken),
            Method = Methods.FirstOrDefault(m => m == act.Slots.Text("method")),
            Content = act.Slots.Text("content", 4000) ?? "",
            HappenedAt = HappenedAt(act),
            NextStep = act.Slots.Text("next_step", 400), NextStepOn = act.Slots.Date("next_date"), NextStepAt = act.Slots.Time("next_time"),
        };
        act.Db.Add(followUp);
        followUp.Touch(customer, deal);
        return followUp;
    }

    /// <summary>What was said of who was met; of another customer's contact, or a colleague, the name and never the key.</summary>
    private static async Task<string?> NameAsync(Act act, CancellationToken cancellationToken)
    {
        var said = act.Slots.Text("person", 100);
        return said is null || said != (act.Frame.Ref("person") ?? act.Frame.Ref("contact")) ? said
            : await act.Db.Contacts.Where(c => c.Key == said).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken) ?? act.Org.Find(said)?.Name;
    }

    /// <summary>The moment it happened; a day alone counts as its noon, today as now.</summary>
    private static DateTimeOffset HappenedAt(Act act)
    {
        var day = act.Slots.Date("date") ?? act.Today;
        var time = act.Slots.Time("time") ?? (day == act.Today ? TimeOnly.FromDateTime(act.LocalNow) : new TimeOnly(12, 0));
        var moment = Zones.Instant(day, time, act.Me.TimeZone);
        return moment > act.Now ? act.Now : moment;
    }

    /// <summary>Who was met, where it is a contact, and what they are called in the note where that is not all: whoever is named and no contact is none of those of before.</summary>
    private static async Task<(Contact? Contact, string? With)> ContactAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var (key, name) = (act.Frame.Ref("contact") ?? act.Frame.Ref("person"), act.Slots.Text("person"));
        var contacts = await act.Db.Contacts.Where(c => c.CustomerId == customer.Id).ToListAsync(cancellationToken);
        if (key is null && name is null && act.Slots.Text("contact") is null)
        {
            var met = MetPeople.Of(act, customer, contacts);
            var last = met.IsSomebody || !MetPeople.AreTold(act) ? null : await LastContactAsync(act, customer, cancellationToken);
            return (met.Contact ?? contacts.Find(c => c.Id == last), met.Names);
        }

        var contact = contacts.Find(c => c.Key == key) ?? contacts.Find(c => name is not null && (c.Name == name || c.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase)));
        return (contact, contact is null ? null : MetPeople.Beside(act, contact, contacts));
    }

    /// <summary>Whom the author spoke with there last, in the last 30 days (FU-05): nobody is asked for it again, and the receipt says so.</summary>
    private static Task<long?> LastContactAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var since = act.Now.AddDays(-30);
        return act.Db.FollowUps.WithCustomer().Where(f => f.CustomerId == customer.Id && f.AuthorId == act.Me.Id && f.HappenedAt >= since).OrderByDescending(f => f.HappenedAt).ThenByDescending(f => f.Id).Select(f => f.ContactId).FirstOrDefaultAsync(cancellationToken);
    }
}
