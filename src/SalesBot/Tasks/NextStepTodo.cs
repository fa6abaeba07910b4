using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.People;

namespace SalesBot.Tasks;

/// <summary>Keeps an owner's to-dos in step with what was agreed to come next at a customer or in a deal.</summary>
internal static class NextStepTodo
{
    /// <summary>More open steps than this in one place are not looked at one by one.</summary>
    private const int Most = 20;

    /// <summary>
    /// The next steps that are still open there, soonest first and those without a day last, and how many further ones there are: those of the
    /// deal, or those of the customer outside any deal.
    /// </summary>
    public static async Task<(List<Todo> Soonest, int Further)> OpenAsync(SalesDb db, Deal? deal, Customer? customer, CancellationToken cancellationToken)
    {
        var open = db.Todos.Where(t => t.Kind == TodoKind.NextStep && t.DoneAt == null);
        open = deal is not null ? open.Where(t => t.DealId == deal.Id) : open.Where(t => t.DealId == null && t.CustomerId == customer!.Id);
        var soonest = await open.OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.Id).Take(Most).ToListAsync(cancellationToken);
        return (soonest, soonest.Count < Most ? 0 : await open.CountAsync(cancellationToken) - Most);
    }

    /// <summary>What the speaker wants to do for that deal, or that customer, besides its step.</summary>
    public static Task<List<Todo>> OwnAsync(Act act, FollowUp followUp, CancellationToken cancellationToken)
    {
        var open = act.Db.Todos.Where(t => t.Kind == TodoKind.Own && t.DoneAt == null && t.OwnerId == act.Me.Id);
        var (deal, customer) = (followUp.Deal?.Id, followUp.Customer?.Id);
        return (deal is not null ? open.Where(t => t.DealId == deal) : open.Where(t => t.CustomerId == customer && customer != null)).OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.Id).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>The step becomes a to-do of whoever owns the deal or customer; of the speaker where nobody does.</summary>
    public static Todo Add(Act act, FollowUp followUp)
    {
        var owner = followUp.Deal?.OwnerId ?? followUp.Customer?.OwnerId ?? act.Me.Id;
        var todo = new Todo
        {
            Key = Keys.New('T'), CreatedAt = act.Now, OwnerId = owner, Kind = TodoKind.NextStep, Title = followUp.NextStep ?? "", DueOn = followUp.NextStepOn, DueAt = followUp.NextStepAt,
            Customer = followUp.Customer, Deal = followUp.Deal,
        };
        act.Db.Add(todo);
        return todo;
    }

    /// <summary>The deal's next step as its owner's to-do: the open one is moved, or there is a new one.</summary>
    public static async Task PlanAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        var todo = await act.Db.Todos.Where(t => t.DealId == deal.Id && t.Kind == TodoKind.NextStep && t.DoneAt == null).OrderBy(t => t.Id).FirstOrDefaultAsync(cancellationToken);
        if (todo is null)
        {
            todo = new Todo { Key = Keys.New('T'), CreatedAt = act.Now, Kind = TodoKind.NextStep, Deal = deal, CustomerId = deal.CustomerId };
            act.Db.Add(todo);
        }

        todo.OwnerId = deal.OwnerId;
        todo.Title = deal.NextStep!;
        (todo.DueOn, todo.DueAt) = (deal.NextStepOn, deal.NextStepAt);
    }

    /// <summary>Writes the step on the deal; the one that stood there is replaced.</summary>
    public static void Put(Deal deal, FollowUp followUp) =>
        (deal.NextStep, deal.NextStepOn, deal.NextStepAt) = (followUp.NextStep ?? deal.NextStep, followUp.NextStepOn, followUp.NextStepAt);

    /// <summary>Another day for a to-do; what comes next in its deal goes along where it is the same.</summary>
    public static async Task MoveAsync(Act act, Todo todo, DateOnly day, TimeOnly? time, CancellationToken cancellationToken)
    {
        if (todo is { Kind: TodoKind.NextStep, DealId: { } id } && act.Me.May(Permission.WriteSales) && await act.Db.Deals.FirstOrDefaultAsync(d => d.Id == id && d.NextStep == todo.Title && d.NextStepOn == todo.DueOn, cancellationToken) is { } deal)
        {
            (deal.NextStepOn, deal.NextStepAt) = (day, time);
        }

        (todo.DueOn, todo.DueAt) = (day, time);
    }

    /// <summary>A step that was taken is no longer the deal's next one.</summary>
    public static void Take(Deal? deal, Todo done)
    {
        if (deal is not null && deal.NextStep == (done.Title.Length > 0 ? done.Title : null) && deal.NextStepOn == done.DueOn)
        {
            (deal.NextStep, deal.NextStepOn, deal.NextStepAt) = (null, null, null);
        }
    }

    /// <summary>Its tick was taken back: where nothing else was planned since, it is the deal's next step again.</summary>
    public static void Return(Todo reopened)
    {
        if (reopened is { Kind: TodoKind.NextStep, Title.Length: > 0, Deal: { NextStep: null, NextStepOn: null } deal })
        {
            (deal.NextStep, deal.NextStepOn, deal.NextStepAt) = (reopened.Title, reopened.DueOn, reopened.DueAt);
        }
    }

    /// <summary>May this person tick, move or reopen it: their own, or one of somebody whose work they lead.</summary>
    public static bool MayChange(this Act act, Todo todo) =>
        todo.OwnerId == act.Me.Id || (act.Me.May(Permission.ManageTeam) && act.Viewer.Sees(todo.OwnerId));
}
