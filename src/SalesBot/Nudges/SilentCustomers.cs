using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// AL-03: 30 days without any interaction with a customer that somebody owns make a wake-up task for customer success, given to the one with
/// the fewest open ones. It is cleared by an interaction, or by saying how the wake-up went.
/// </summary>
internal sealed class SilentCustomers : NudgeRule
{
    public static readonly TimeSpan Limit = TimeSpan.FromDays(30);
    private const int Most = 5;
    private static readonly TimeSpan TimeToCall = TimeSpan.FromDays(3);

    public override string Id => "silent";

    public static IQueryable<Customer> Silent(IQueryable<Customer> customers, DateTimeOffset now)
    {
        var last = now - Limit;
        return customers.Where(c => c.OwnerId != null && (c.LastInteractionAt ?? c.CreatedAt) <= last);
    }

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var team = scan.Org.With(Role.CustomerSuccess);
        if (team.Count == 0)
        {
            return [];
        }

        var customers = await Silent(scan.Db.Customers.AsNoTracking(), scan.Now)
            .Where(c => !scan.Db.Findings.Any(f => f.Rule == "silent" && f.SubjectId == c.Id && f.FoundAt >= (c.LastInteractionAt ?? c.CreatedAt))).ToListAsync(cancellationToken);
        var open = await scan.Db.Todos.Where(t => t.Kind == TodoKind.WakeUp && t.DoneAt == null).GroupBy(t => t.OwnerId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var due = DateOnly.FromDateTime(Zones.Local(scan.Now + TimeToCall, team[0].TimeZone));
        var findings = new List<Finding>();
        foreach (var customer in customers)
        {
            var caller = team.OrderBy(p => open.GetValueOrDefault(p.Id)).First();
            open[caller.Id] = open.GetValueOrDefault(caller.Id) + 1;
            scan.Db.Add(new Todo { Key = Keys.New('T'), CreatedAt = scan.Now, OwnerId = caller.Id, Kind = TodoKind.WakeUp, Title = customer.Name, DueOn = due, CustomerId = customer.Id });
            findings.AddRange(For(scan, customer, (customer.LastInteractionAt ?? customer.CreatedAt) + Limit, caller));
        }

        return findings;
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var silent = await Silent(scan.Db.Customers.AsNoTracking().Include(c => c.Owner), scan.Now).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Grade).ThenBy(c => c.LastInteractionAt).ToListAsync(cancellationToken);
        if (silent.Count == 0)
        {
            return null;
        }

        Word title = new("Nudge.silent.title", silent.Count);
        var view = NudgeList.Of(title, new Word("Nudge.silent.why", (int)Limit.TotalDays), silent, Most, c => Row(c, scan.Now), new Button("Button.my_tasks", "list_tasks"));
        return new Told(view, [.. findings.Where(f => silent.Exists(c => c.Id == f.SubjectId))]);
    }

    private static NudgeRow Row(Customer customer, DateTimeOffset now) => new(
        customer.Name,
        new Word("Nudge.silent.row", (int)(now - (customer.LastInteractionAt ?? customer.CreatedAt)).TotalDays, customer.Owner!),
        customer.Grade is { } grade ? new Word("Nudge.silent.grade", grade) : (object)"",
        new Button("Button.wake_up", "wake_up", new Slots { ["customer"] = customer.Key }));
}
