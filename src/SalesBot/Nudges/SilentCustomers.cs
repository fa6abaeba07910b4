using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Customers.Pool;
using SalesBot.Customers.Rules;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tickets;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// AL-03, AL-07: so many days without any interaction with a customer that somebody owns, by grade, make a wake-up task for customer success, given to the one with
/// the fewest open ones. It is cleared by an interaction, or by saying how the wake-up went; a wake-up that nobody does is handed on to the owner (<see cref="WakeUpCalls"/>), the superior hears of
/// it, and what is quiet even then comes back to both with each week's first digest.
/// </summary>
internal sealed class SilentCustomers : NudgeRule
{
    public const string Rule = "silent";

    public override string Id => Rule;

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
        var known = Known(scan);
        var silent = LastContact.Past(scan.Db.Customers.AsNoTracking(), terms, scan.Now, scan.Org).Where(c => !leaving.Contains(c.Id));
        var customers = await silent.Where(c => !known.Any(f => f.SubjectId == c.Id && f.Since > (c.LastInteractionAt ?? c.CreatedAt))).OrderBy(c => c.LastInteractionAt ?? c.CreatedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var open = await scan.Db.Todos.Where(t => t.Kind == TodoKind.WakeUp && t.DoneAt == null).GroupBy(t => t.OwnerId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var leave = await DaysAway.SinceAsync(scan.Db, scan.Now, cancellationToken);
        var tickets = await WaitingTickets.OfAsync(scan, customers.ConvertAll(c => c.Id), cancellationToken);
        var sent = await SentAsync(scan, customers.ConvertAll(c => c.Id), cancellationToken);
        return [.. customers.SelectMany(c => For(scan, c, LastContact.Since(c, terms, scan.Org), LastContact.Facts(c, terms) with { Owner = c.OwnerId }, Callers(scan, c, open, leave, tickets.GetValueOrDefault(c.Id)?.AssigneeId, sent[c.Id]))), .. await AgainAsync(scan, silent, cancellationToken)];
    }

    private static IQueryable<Finding> Known(Scan scan) => scan.Db.Findings.Where(f => f.Rule == Rule && f.State != FindingState.Cleared);

    /// <summary>Who was sent to these customers since they were last spoken with: it is theirs still, or was theirs and is done.</summary>
    private static async Task<ILookup<long, long>> SentAsync(Scan scan, IReadOnlyList<long> customers, CancellationToken cancellationToken) =>
        (await scan.Db.Findings.Where(f => f.Rule == Rule && f.Step == 0 && customers.Contains(f.SubjectId) && scan.Db.Customers.Any(c => c.Id == f.SubjectId && f.Since > (c.LastInteractionAt ?? c.CreatedAt)))
            .OrderBy(f => f.Id).Select(f => new { f.SubjectId, f.PersonId }).ToListAsync(cancellationToken)).ToLookup(f => f.SubjectId, f => f.PersonId);

    /// <summary>What is quiet still, a week after the last of the ladder was told: on its last step, so that it climbs no second time, and with the facts of what was told before, as it is the same matter.</summary>
    private static async Task<IReadOnlyList<Finding>> AgainAsync(Scan scan, IQueryable<Customer> silent, CancellationToken cancellationToken)
    {
        var (monday, settled, known) = (Weekly.Monday(scan), Weekly.ToldBefore(scan), Known(scan));
        var still = await silent.Where(c => known.Any(f => f.SubjectId == c.Id && f.ToldAt < settled) && !known.Any(f => f.SubjectId == c.Id && (f.Since >= monday || f.ToldAt >= settled))).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var ids = still.ConvertAll(c => c.Id);
        var before = (await known.AsNoTracking().Where(f => ids.Contains(f.SubjectId)).ToListAsync(cancellationToken)).ToLookup(f => f.SubjectId);
        var calls = await WakeUpCalls.OpenAsync(scan, ids, cancellationToken);
        return [.. still.SelectMany(c => before[c.Id].Where(f => f.ToldAt is not null).MaxBy(f => f.Step) is { } last && Ladder.Next(scan, last) is not { To.Count: > 0 }
            ? Concerned(scan, c, calls.GetValueOrDefault(c.Id)).Where(p => !before[c.Id].Any(f => f.PersonId == p.Id && f.State == FindingState.Waiting)).Select(p => new Finding
            {
                Rule = Rule, SubjectId = c.Id, SubjectKey = c.Key, Since = monday, PersonId = p.Id, FoundAt = scan.Now, Book = scan.Book.Version, Step = last.Step, Facts = last.Facts,
            })
            : [])];
    }

    /// <summary>Owner and superior, as far as the ladder names them, and whoever has the call.</summary>
    private static IEnumerable<Person> Concerned(Scan scan, Customer customer, Todo? call)
    {
        var all = scan.Book[Rule].Ladder.SelectMany(s => s.To).Where(name => name != Recipients.CustomerSuccess).ToList();
        var nearest = all.Where(name => name is Recipients.Owner or Recipients.Superior).ToList();
        return Recipients.Of(nearest.Count > 0 ? nearest : all, scan.Org.Find(customer.OwnerId), scan.Org).Concat(scan.Org.Find(call?.OwnerId) is { Active: true } caller ? [caller] : []).DistinctBy(p => p.Id);
    }

    public override async Task FoundAsync(Scan scan, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        if (scan.Book[Id].Task)
        {
            await WakeUpCalls.GiveAsync(scan, [.. findings.Where(f => f.Step == 0)], cancellationToken);
        }

        await WakeUpCalls.HandOnAsync(scan, findings, cancellationToken);
    }

    /// <summary>Whoever has to call in the owner's place hears of it when the others do.</summary>
    public override async Task<IReadOnlyList<Finding>> BesidesAsync(Scan scan, IReadOnlyList<Finding> climbed, CancellationToken cancellationToken) =>
        [.. (await WakeUpCalls.NextAsync(scan, climbed, cancellationToken)).SelectMany(next => climbed.First(f => f.SubjectId == next.Key) is var step && !climbed.Any(f => f.SubjectId == next.Key && f.PersonId == next.Value.To.To)
            ? [new Finding { Rule = Rule, SubjectId = step.SubjectId, SubjectKey = step.SubjectKey, Since = step.Since, PersonId = next.Value.To.To, FoundAt = scan.Now, Book = step.Book, Step = step.Step, Facts = step.Facts }] : Array.Empty<Finding>())];

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var silent = LastContact.Past(scan.Db.Customers, scan.Book[Id], scan.Now, scan.Org);
        return findings.Where(f => !silent.Any(c => c.Id == f.SubjectId && (c.LastInteractionAt ?? c.CreatedAt) <= f.Since)
            || scan.Db.Todos.Any(t => t.Kind == TodoKind.WakeUp && t.CustomerId == f.SubjectId && t.DoneAt >= f.FoundAt));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var (ids, terms) = (findings.Select(f => f.SubjectId).ToList(), scan.Book[Id]);
        var calls = await SilentCalls.LoadAsync(scan, person, ids, cancellationToken);
        var silent = await LastContact.Past(scan.Db.Customers.AsNoTracking().Include(c => c.Owner), terms, scan.Now, scan.Org).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Grade).ThenBy(c => c.LastInteractionAt).ToListAsync(cancellationToken);
        // Whoever was away when it was given to them and handed on has nothing to do with it.
        List<Finding> still = [.. findings.Where(f => silent.Exists(c => c.Id == f.SubjectId) && !(f.Step == 0 && calls.WentOn(f.SubjectId)))];
        silent.RemoveAll(c => !still.Exists(f => f.SubjectId == c.Id));
        if (silent.Count == 0)
        {
            return null;
        }

        var again = await AgainAsync(scan, person, still, cancellationToken);
        var (waits, tickets) = (await WaitingApprovals.OfCustomersAsync(scan, ids, cancellationToken), await WaitingTickets.OfAsync(scan, ids, cancellationToken));
        var fresh = still.FindAll(f => !again.ContainsKey(f.SubjectId));
        var came = silent.FindAll(c => fresh.Exists(f => f.SubjectId == c.Id && f.Step > 0));
        return new Told(new Word(fresh.Count == 0 ? "Nudge.silent.again" : "Nudge.silent.title", silent.Count), [.. silent.Select(c => calls.Row(c, [.. calls.Says(c, came.Contains(c)), .. calls.Known(again, c), .. Waits(scan, person, waits.GetValueOrDefault(c.Id), tickets.GetValueOrDefault(c.Id))]))], still)
        {
            Why = fresh.Count == 0 ? new Word("Nudge.silent.again_why") : await PassedAsync(scan, person, fresh, cancellationToken) is { } passed ? calls.Turn(came).Aggregate(passed, (all, next) => new Word("Format.Then", all, next)) : new Word(calls.Mine && terms.Task ? "Nudge.silent.why" : "Nudge.silent.why_others", silent.Min(c => LastContact.Limit(c, terms))),
            Next = await NextAsync(scan, still, cancellationToken),
            Also = still.Select(f => f.SubjectKey).Concat(silent.SelectMany(c => tickets.TryGetValue(c.Id, out var ticket) ? [ticket.Key] : Array.Empty<string>())).Concat(calls.Keys).ToHashSet(StringComparer.Ordinal),
            Buttons = [.. calls.Mine || person.May(Permission.Serve) ? new[] { new Button("Button.my_tasks", "list_tasks") } : [], .. person.May(Permission.Serve) ? [] : new[] { new Button("Button.silent_customers", "silent_customers") }],
        };
    }

    /// <summary>Those that customer success is sent to; null where nobody is.</summary>
    public static IQueryable<Customer>? Called(Scan scan)
    {
        var terms = scan.Book[Rule];
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

    /// <summary>Of customer success the one with the least to do of those who are there, who then has one more; others on the first step as they are.</summary>
    /// <param name="serves">Who has a ticket of the customer.</param>
    /// <param name="sent">Who was sent there before, for the same silence.</param>
    private static IEnumerable<Person> Callers(Scan scan, Customer customer, Dictionary<long, int> open, DaysAway leave, long? serves, IEnumerable<long> sent)
    {
        var first = scan.Book[Rule].Ladder[0].To;
        if (first.Contains(Recipients.CustomerSuccess, StringComparer.Ordinal) && scan.Org.CustomerSuccess.OrderByDescending(p => sent.Contains(p.Id)).ThenBy(p => WakeUpCalls.IsAway(scan, p, leave)).ThenByDescending(p => p.Id == serves).ThenBy(p => open.GetValueOrDefault(p.Id)).FirstOrDefault() is { } caller)
        {
            open[caller.Id] = open.GetValueOrDefault(caller.Id) + 1;
            yield return caller;
        }

        foreach (var other in Recipients.Of(first.Where(name => name != Recipients.CustomerSuccess), scan.Org.Find(customer.OwnerId), scan.Org))
        {
            yield return other;
        }
    }

    /// <summary>What of ours they wait for.</summary>
    private static IEnumerable<Word> Waits(Scan scan, Person reader, ApprovalFacts? approval, ServiceTicket? ticket) =>
        [.. approval is null ? Array.Empty<Word>() : [WaitingApprovals.Say(approval)], .. ticket is null ? Array.Empty<Word>() : [WaitingTickets.Say(scan, ticket, reader)]];
}
