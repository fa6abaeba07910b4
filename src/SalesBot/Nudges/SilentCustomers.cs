using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Customers.Pool;
using SalesBot.Customers.Rules;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tickets;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// AL-03, AL-07: so many days without any interaction with a customer that somebody owns, by grade, make a wake-up task for customer success, given to the one with
/// the fewest open ones. It is cleared by an interaction, or by saying how the wake-up went; a wake-up that nobody does reaches owner and superior.
/// </summary>
internal sealed class SilentCustomers : NudgeRule
{
    /// <summary>Working days.</summary>
    private const int TimeToCall = 3;

    public override string Id => "silent";

    public override bool ByGrade => true;

    public override IReadOnlyList<string> SaidBy { get; } = [CustomerClock.Warning];

    public override DateTimeOffset? Reached(Scan scan, Spell spell) => LastContact.Reached(spell, scan.Book[Id]);

    public override long? SubjectOf(LostDeal deal) => deal.Customer;

    public override async Task<IReadOnlyList<Spell>?> PastAsync(Scan scan, DateTimeOffset from, CancellationToken cancellationToken) => await LastContact.SpellsAsync(scan.Db, from, cancellationToken);

    public override RuleTerms Usual { get; } = new()
    {
        Channel = NudgeChannel.Digest, Days = 30, Task = true, Ladder = [new(0, [Recipients.CustomerSuccess]), new(7, [Recipients.Owner, Recipients.Superior])],
    };

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var terms = scan.Book[Id];
        var leaving = await LeavingAsync(scan, cancellationToken);
        var customers = await LastContact.Past(scan.Db.Customers.AsNoTracking(), terms, scan.Now, scan.Org)
            .Where(c => !leaving.Contains(c.Id))
            .Where(c => !scan.Db.Findings.Any(f => f.Rule == "silent" && f.SubjectId == c.Id && f.State != FindingState.Cleared && f.Since > (c.LastInteractionAt ?? c.CreatedAt)))
            .OrderBy(c => c.LastInteractionAt ?? c.CreatedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var open = await scan.Db.Todos.Where(t => t.Kind == TodoKind.WakeUp && t.DoneAt == null).GroupBy(t => t.OwnerId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var leave = await DaysAway.SinceAsync(scan.Db, scan.Now, cancellationToken);
        var tickets = await WaitingTickets.OfAsync(scan, customers.ConvertAll(c => c.Id), cancellationToken);
        return [.. customers.SelectMany(c => For(scan, c, LastContact.Since(c, terms, scan.Org), LastContact.Facts(c, terms) with { Owner = c.OwnerId }, Callers(scan, c, open, leave, tickets.GetValueOrDefault(c.Id)?.AssigneeId)))];
    }

    public override async Task FoundAsync(Scan scan, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var first = findings.Where(f => f.Step == 0 && scan.Book[Id].Task).DistinctBy(f => f.SubjectId).ToList();
        var ids = first.Select(f => f.SubjectId).ToList();
        var names = await scan.Db.Customers.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var told = findings.Where(f => f.Step == 0).ToLookup(f => f.SubjectId);
        foreach (var finding in first)
        {
            var due = CallBy(scan, finding);
            foreach (var same in told[finding.SubjectId])
            {
                same.Facts = Evaluation.Read(same.Facts) is { } facts ? (facts with { By = due }).Write() : same.Facts;
            }

            scan.Db.Add(new Todo { Key = Keys.New('T'), CreatedAt = scan.Now, OwnerId = finding.PersonId, Kind = TodoKind.WakeUp, Title = names[finding.SubjectId], DueOn = due, CustomerId = finding.SubjectId });
        }
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var silent = LastContact.Past(scan.Db.Customers, scan.Book[Id], scan.Now, scan.Org);
        return findings.Where(f => !silent.Any(c => c.Id == f.SubjectId && (c.LastInteractionAt ?? c.CreatedAt) <= f.Since)
            || scan.Db.Todos.Any(t => t.Kind == TodoKind.WakeUp && t.CustomerId == f.SubjectId && t.DoneAt >= f.FoundAt));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var (ids, terms) = (findings.Select(f => f.SubjectId).ToList(), scan.Book[Id]);
        var silent = await LastContact.Past(scan.Db.Customers.AsNoTracking().Include(c => c.Owner), terms, scan.Now, scan.Org).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Grade).ThenBy(c => c.LastInteractionAt).ToListAsync(cancellationToken);
        if (silent.Count == 0)
        {
            return null;
        }

        List<Finding> still = [.. findings.Where(f => silent.Exists(c => c.Id == f.SubjectId))];
        var calls = person.May(Permission.Serve);
        var to = (await scan.Db.Todos.AsNoTracking().Where(t => t.Kind == TodoKind.WakeUp && t.DoneAt == null && t.CustomerId != null && ids.Contains(t.CustomerId.Value)).OrderBy(t => t.Id).ToListAsync(cancellationToken)).ToLookup(t => t.CustomerId!.Value);
        var (waits, tickets) = (await WaitingApprovals.OfCustomersAsync(scan, ids, cancellationToken), await WaitingTickets.OfAsync(scan, ids, cancellationToken));
        Word why = new(calls && terms.Task ? "Nudge.silent.why" : "Nudge.silent.why_others", silent.Min(c => LastContact.Limit(c, terms)));
        return new Told(new Word("Nudge.silent.title", silent.Count), [.. silent.Select(c => Row(c, person, calls, [.. Says(c, scan, person, to[c.Id].FirstOrDefault()), .. Waits(scan, person, waits.GetValueOrDefault(c.Id), tickets.GetValueOrDefault(c.Id))]))], still)
        {
            Why = await PassedAsync(scan, person, still, cancellationToken) is { } passed ? Turn(scan, person, silent).Aggregate(passed, (all, next) => new Word("Format.Then", all, next)) : why, Next = await NextAsync(scan, still, cancellationToken),
            Also = still.Select(f => f.SubjectKey).Concat(silent.SelectMany(c => tickets.TryGetValue(c.Id, out var ticket) ? [ticket.Key] : Array.Empty<string>())).ToHashSet(StringComparer.Ordinal),
            Buttons = calls ? [new Button("Button.my_tasks", "list_tasks")] : [new Button("Button.silent_customers", "silent_customers")],
        };
    }

    /// <summary>Nobody called: by when their owners are to, as they hear of it in the same minute.</summary>
    private static IEnumerable<Word> Turn(Scan scan, Person reader, IReadOnlyList<Customer> silent)
    {
        var by = WorkCalendar.China.AddWorkdays(Presence.Day(reader, scan.Now), TimeToCall);
        if (silent.Any(c => c.OwnerId == reader.Id))
        {
            yield return new Word("Nudge.silent.yours", by);
        }

        if (silent.Where(c => c.OwnerId != reader.Id).Select(c => scan.Org.Find(c.OwnerId)).OfType<Person>().DistinctBy(p => p.Id).ToList<object>() is { Count: > 0 } others)
        {
            yield return new Word("Nudge.silent.theirs", others.Count <= Few ? And(others) : Many([Recipients.Owner], scan.Org), by);
        }
    }

    /// <summary>Those that customer success is sent to; null where nobody is.</summary>
    public static IQueryable<Customer>? Called(Scan scan)
    {
        var terms = scan.Book["silent"];
        var sent = terms.On && scan.Org.CustomerSuccess.Any() && terms.Ladder[0].To.Contains(Recipients.CustomerSuccess, StringComparer.Ordinal);
        return sent ? LastContact.Past(scan.Db.Customers, terms, scan.Now, scan.Org) : null;
    }

    /// <summary>Those of whose way back to the pool their owner is told: nobody else is sent there.</summary>
    private static async Task<List<long>> LeavingAsync(Scan scan, CancellationToken cancellationToken)
    {
        var rule = CustomerRule.Of(scan.Definitions);
        return !scan.Book[CustomerClock.Warning].On ? []
            : [.. (await RecycleClock.ComingAsync(scan.Db, scan.Db.Customers.AsNoTracking(), rule, scan.Now, rule.WarnDays, cancellationToken)).Select(c => c.Id)];
    }

    /// <summary>Working days counted from the one on which the caller hears of it, and early enough that it is late before others are told.</summary>
    private static DateOnly CallBy(Scan scan, Finding finding)
    {
        var caller = scan.Org.Find(finding.PersonId)!;
        var (told, ladder) = (Presence.Day(caller, Trial.Rehearsal.Told(scan, finding.Rule, caller, finding.Since)), scan.Book[finding.Rule].Ladder);
        var by = WorkCalendar.China.AddWorkdays(told, TimeToCall);
        // The morning after it is told as late, and only after that morning whoever is next hears of it.
        var last = ladder.Count < 2 ? by : WorkCalendar.China.AddWorkdays(WorkCalendar.China.AddWorkdays(told.AddDays(ladder[1].After), -1), -1);
        return last < by && last > told ? last : by;
    }

    /// <summary>Of customer success the one with the least to do of those who are there, who then has one more; others on the first step as they are.</summary>
    /// <param name="serves">Who has a ticket of the customer.</param>
    private IEnumerable<Person> Callers(Scan scan, Customer customer, Dictionary<long, int> open, DaysAway leave, long? serves)
    {
        var first = scan.Book[Id].Ladder[0].To;
        if (first.Contains(Recipients.CustomerSuccess, StringComparer.Ordinal) && scan.Org.CustomerSuccess.OrderBy(p => IsAway(scan, p, leave)).ThenByDescending(p => p.Id == serves).ThenBy(p => open.GetValueOrDefault(p.Id)).FirstOrDefault() is { } caller)
        {
            open[caller.Id] = open.GetValueOrDefault(caller.Id) + 1;
            yield return caller;
        }

        foreach (var other in Recipients.Of(first.Where(name => name != Recipients.CustomerSuccess), scan.Org.Find(customer.OwnerId), scan.Org))
        {
            yield return other;
        }
    }

    /// <summary>On leave on a day on which they would have to call.</summary>
    private static bool IsAway(Scan scan, Person caller, DaysAway leave) =>
        leave.Overlaps(caller, scan.Now, Zones.Instant(WorkCalendar.China.AddWorkdays(Presence.Day(caller, scan.Now), TimeToCall), new TimeOnly(12, 0), caller.TimeZone));

    /// <summary>Customer success calls, the owner logs what there was; whoever else is told looks at it.</summary>
    private static NudgeRow Row(Customer customer, Person reader, bool calls, IEnumerable<Word> says)
    {
        var (slots, mine) = (new Slots { ["customer"] = customer.Key }, customer.OwnerId == reader.Id);
        return new NudgeRow(
            customer.Name,
            says.Aggregate((all, next) => new Word("Format.Dot", all, next)),
            customer.Grade is { } grade ? new Word("Nudge.silent.grade", grade) : (object)"",
            calls ? new Button("Button.wake_up", "wake_up", slots) : mine ? new Button("Button.log_followup", "log_followup", slots) : new Button("Button.open", "show_customer", slots));
    }

    /// <summary>For how long, and who is to call by when.</summary>
    private static IEnumerable<Word> Says(Customer customer, Scan scan, Person reader, Todo? call)
    {
        var days = LastContact.Days(customer, scan.Now, reader.TimeZone);
        yield return customer.OwnerId == reader.Id ? new Word("Nudge.silent.row_mine", days) : new Word("Nudge.silent.row", days, customer.Owner!);
        if (call is not null && scan.Org.Find(call.OwnerId) is { } caller)
        {
            yield return caller.Id == reader.Id ? new Word("Nudge.silent.by", call.DueOn) : new Word("Nudge.silent.caller", caller, call.DueOn);
        }
    }

    /// <summary>What of ours they wait for.</summary>
    private static IEnumerable<Word> Waits(Scan scan, Person reader, ApprovalFacts? approval, ServiceTicket? ticket) =>
        [.. approval is null ? Array.Empty<Word>() : [WaitingApprovals.Say(approval)], .. ticket is null ? Array.Empty<Word>() : [WaitingTickets.Say(scan, ticket, reader)]];
}
