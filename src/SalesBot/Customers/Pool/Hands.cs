using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Tasks;

namespace SalesBot.Customers.Pool;

/// <summary>A customer changes hands: the owner, since when, and the line of its history (CU-11).</summary>
internal static class Hands
{
    /// <summary>From whoever has it now, on record.</summary>
    /// <param name="to">Null: the pool.</param>
    /// <param name="by">Null: the service, by its rule.</param>
    public static void Pass(SalesDb db, Customer customer, long? to, OwnerChangeKind kind, long? by, DateTimeOffset now, string? reason = null)
    {
        db.Add(new OwnerChange { Key = Keys.New('O'), CreatedAt = now, Customer = customer, Kind = kind, FromId = customer.OwnerId, ToId = to, ById = by, Reason = reason });
        customer.OwnerId = to;
        customer.OwnedSince = to is null ? null : now;
    }

    /// <summary>Into the pool: nobody is sent there any more on behalf of an owner.</summary>
    public static async Task LetGoAsync(SalesDb db, Customer customer, OwnerChangeKind kind, long? by, DateTimeOffset now, string? reason, CancellationToken cancellationToken)
    {
        Pass(db, customer, null, kind, by, now, reason);
        await foreach (var call in db.Todos.Where(t => t.CustomerId == customer.Id && t.Kind == TodoKind.WakeUp && t.DoneAt == null).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            call.DoneAt = now;
        }
    }
}
