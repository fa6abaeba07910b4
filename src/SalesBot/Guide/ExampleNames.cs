using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language.Phrases;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>Names out of the reader's own work, so that an example sentence works as it stands: a customer, a deal, a colleague, a to-do.</summary>
internal static class ExampleNames
{
    /// <summary>Deals among which one with a name in the reader's script is looked for.</summary>
    private const int Looked = 40;

    /// <summary>Names of nobody's work, for what is read outside of a talk.</summary>
    public static object?[] Samples => [Sample("customer"), Sample("deal"), Sample("colleague"), Sample("task")];

    public static async Task<object?[]> OfAsync(Act act, CancellationToken cancellationToken)
    {
        var chinese = act.Me.Language is null ? Script.IsChinese(act.Me.Name[0]) : act.Me.Language == WordBook.Chinese;
        var deals = await act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.Status == DealStatus.Open && d.Customer != null)
            .OrderByDescending(d => d.OwnerId == act.Me.Id).ThenByDescending(d => d.LastActivityAt).Select(d => new { d.Name, Customer = d.Customer!.Name }).Take(Looked).ToListAsync(cancellationToken);
        var deal = deals.Find(one => Script.IsChinese(one.Name[0]) == chinese) ?? deals.FirstOrDefault();
        var todo = await act.Db.Todos.Where(t => t.OwnerId == act.Me.Id && t.DoneAt == null && (t.Kind == TodoKind.Own || t.Kind == TodoKind.NextStep) && t.Title != "").OrderBy(t => t.DueOn).Select(t => t.Title).FirstOrDefaultAsync(cancellationToken);
        var colleague = act.Org.Everybody.Where(p => p.Active && p.Id != act.Me.Id).OrderByDescending(p => p.ManagerId == act.Me.Id).ThenBy(p => p.Id).FirstOrDefault();
        return [deal?.Customer ?? Sample("customer"), deal?.Name ?? Sample("deal"), colleague ?? act.Me, todo ?? Sample("task")];
    }

    private static object Sample(string of) => new Words.Word("Help.sample." + of);
}
