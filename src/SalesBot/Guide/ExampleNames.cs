using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Tasks;

namespace SalesBot.Guide;

/// <summary>Names out of the reader's own work, so that an example sentence works as it stands: a customer, a deal, a colleague, a to-do.</summary>
internal static class ExampleNames
{
    public static async Task<object?[]> OfAsync(Act act, CancellationToken cancellationToken)
    {
        var deal = await act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.Status == DealStatus.Open && d.Customer != null)
            .OrderByDescending(d => d.OwnerId == act.Me.Id).ThenByDescending(d => d.LastActivityAt).Select(d => new { d.Name, Customer = d.Customer!.Name }).FirstOrDefaultAsync(cancellationToken);
        var todo = await act.Db.Todos.Where(t => t.OwnerId == act.Me.Id && t.DoneAt == null && (t.Kind == TodoKind.Own || t.Kind == TodoKind.NextStep) && t.Title != "").OrderBy(t => t.DueOn).Select(t => t.Title).FirstOrDefaultAsync(cancellationToken);
        var colleague = act.Org.Everybody.Where(p => p.Active && p.Id != act.Me.Id).OrderByDescending(p => p.ManagerId == act.Me.Id).ThenBy(p => p.Id).FirstOrDefault();
        return [deal?.Customer ?? Sample("customer"), deal?.Name ?? Sample("deal"), colleague ?? act.Me, todo ?? Sample("task")];
    }

    private static object Sample(string of) => new Words.Word("Help.sample." + of);
}
