using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;

namespace SalesBot.Tasks;

/// <summary>What a new deal still lacks is a to-do of its owner with a day, not a refusal (FU-04); it ticks itself once nothing is missing or the deal is closed.</summary>
internal static class CompletionTodo
{
    /// <summary>Working days.</summary>
    private const int Days = 3;

    public static Todo Add(Act act, Deal deal)
    {
        var todo = new Todo
        {
            Key = Keys.New('T'), CreatedAt = act.Now, OwnerId = deal.OwnerId, Kind = TodoKind.Complete, DueOn = WorkCalendar.China.AddWorkdays(act.Today, Days), Customer = deal.Customer, Deal = deal,
        };
        act.Db.Add(todo);
        return todo;
    }

    public static async Task TickAsync(Act act, CancellationToken cancellationToken)
    {
        var deals = act.Db.Tracked<Deal>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity.Id).ToList();
        var customers = act.Db.Tracked<Contact>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity.CustomerId).ToList();
        if (deals.Count + customers.Count == 0)
        {
            return;
        }

        var open = await act.Db.Todos.Where(t => t.Kind == TodoKind.Complete && t.DoneAt == null && t.DealId != null && (deals.Contains(t.DealId.Value) || customers.Contains(t.Deal!.CustomerId!.Value))).ToListAsync(cancellationToken);
        foreach (var todo in open)
        {
            var deal = await act.Db.Deals.Include(d => d.Customer!.Contacts).FirstAsync(d => d.Id == todo.DealId, cancellationToken);
            if (deal.Status != DealStatus.Open || Completeness.Of(deal).Missing.Count == 0)
            {
                act.Db.Entry(todo).Property(t => t.DoneAt).CurrentValue = act.Now;
            }
        }
    }
}
