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
    public static Task<Contract?> ContractAsync(SalesDb db, Todo todo, CancellationToken cancellationToken) =>
        db.Contracts.Include(c => c.Deal).Include(c => c.Customer).Include(c => c.Payments)
            .Where(c => c.Status == ContractStatus.Signed && c.InvoiceNumber == null
                && (c.Id == todo.ContractId || (todo.ContractId == null && c.Title == todo.Title && c.DealId == todo.DealId && c.CustomerId == todo.CustomerId)))
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
}
