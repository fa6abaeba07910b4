using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

internal sealed class DealArea : Area
{
    public override IQueryable<Choice> Choices(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Deals.VisibleTo(viewer).Where(d => keys.Contains(d.Key))
            .Select(d => new Choice("deal", d.Key, d.Name, new Word("Choice.Deal", new Money(d.Amount, d.Currency), StageName.Of(d.Stage), d.Owner)));

    public override object? NameOf(Record record) => (record as Deal)?.Name;

    public override Button? Open(Record record) => record is Deal deal ? new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key }) : null;

    /// <summary>Whatever the command: nothing about a frozen deal is changed (ST-12), and who quotes too soon or beside a colleague hears of it (ST-15).</summary>
    public override async Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken) =>
        Frozen.Refuse(act) ?? await QuoteOrder.WarnAsync(act, reply, cancellationToken);

    public override async Task<IReadOnlyList<(string Field, string Value)>> TracesAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, customer) = (act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        if (deal is null && customer is null) return [];
        var meant = await act.Db.Deals.VisibleTo(act.Viewer).Where(d => deal == null ? d.Customer!.Key == customer : d.Key == deal).Select(d => new { d.Key, d.Id }).ToListAsync(cancellationToken);
        return [.. meant.SelectMany(d => new[] { (nameof(Record.Key), d.Key), (nameof(FollowUps.FollowUp.DealId), Text(d.Id)) })];
    }

    public override async Task<string?> CurrencyAsync(Act act, CancellationToken cancellationToken) => act.Frame.Ref("deal") is null ? null : (await act.DealAsync(cancellationToken))?.Currency;

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Where a deal is needed and a customer was named: the only open one is meant, of several one must be chosen.</summary>
    public override async Task<(Act Act, Reply? Ask)> FindAsync(CommandSpec spec, Act act, CancellationToken cancellationToken)
    {
        if (!spec.Requires.Contains("deal", StringComparer.Ordinal) || (!spec.Changes && DealFilter.Several(act) is not null))
        {
            return (act, null);
        }

        if (act.Frame.Ref("deal") is null && act.Frame.Ref("customer") is { } customer)
        {
            var open = await act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.Customer!.Key == customer && d.Status == DealStatus.Open)
                .OrderByDescending(d => d.LastActivityAt).Select(d => d.Key).Take(10).ToListAsync(cancellationToken);
            if (open.Count > 1)
            {
                return (act, await Question.WhichAsync(act, open, cancellationToken));
            }

            act = open.Count == 1 ? act.With("deal", open[0]) : act;
        }

        var named = act.Slots.Text("deal") ?? act.Slots.Text("deal_text") ?? act.Slots.Text("customer") ?? act.Slots.Text("customer_text");
        return (act, named is not null && await act.DealAsync(cancellationToken) is null ? Question.NotFound(act, "deal", named) : null);
    }
}
