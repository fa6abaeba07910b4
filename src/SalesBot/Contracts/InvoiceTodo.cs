using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Tasks;

namespace SalesBot.Contracts;

/// <summary>What finance has to do for a signed contract until its invoice has a number (AP-04): which to-do is of which contract.</summary>
internal static class InvoiceTodo
{
    /// <summary>Those of the contract that are still open; one from a file that names no contract is known by its title, deal and customer.</summary>
    public static IQueryable<Todo> Open(SalesDb db, Contract contract) =>
        db.Todos.Where(t => t.Kind == TodoKind.Invoice && t.DoneAt == null
            && (t.ContractId == contract.Id || (t.ContractId == null && t.Title == contract.Title && t.DealId == contract.DealId && t.CustomerId == contract.CustomerId)));

    /// <summary>The contract that waits for its invoice; null for a to-do whose contract has its number, or is not there.</summary>
    public static async Task<Contract?> ContractAsync(SalesDb db, Todo todo, CancellationToken cancellationToken) => (await ContractsAsync(db, [todo], cancellationToken)).GetValueOrDefault(todo.Id);

    /// <summary>The same of several, by the to-do; looked up at once.</summary>
    public static async Task<IReadOnlyDictionary<long, Contract>> ContractsAsync(SalesDb db, IReadOnlyCollection<Todo> todos, CancellationToken cancellationToken)
    {
        var (ids, titles) = (todos.Select(t => t.ContractId).OfType<long>().ToList(), todos.Where(t => t.ContractId is null).Select(t => t.Title).ToList());
        var waiting = await db.Contracts.Include(c => c.Deal).Include(c => c.Customer).Include(c => c.Payments)
            .Where(c => c.Status == ContractStatus.Signed && c.InvoiceNumber == null && (ids.Contains(c.Id) || titles.Contains(c.Title))).OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
        return todos.Select(t => (t.Id, Contract: waiting.Find(c => IsOf(t, c)))).Where(t => t.Contract is not null).ToDictionary(t => t.Id, t => t.Contract!);
    }

    private static bool IsOf(Todo todo, Contract contract) =>
        todo.ContractId is { } id ? contract.Id == id : contract.Title == todo.Title && contract.DealId == todo.DealId && contract.CustomerId == todo.CustomerId;
}
