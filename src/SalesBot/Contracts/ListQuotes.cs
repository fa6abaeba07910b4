using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>“给东岭报过什么价”, "what did we quote Redwood": the quotes of a deal, of a customer or of people, the newest first, each with its terms and how it stands.</summary>
internal sealed class ListQuotes : Command
{
    public override CommandSpec Spec { get; } = new("list_quotes", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, customer) = (act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        var (whose, bad) = deal is null && customer is null ? Whose.Of(act) : (new Whose(null, act.Slots.Text("deal") ?? act.Slots.Text("customer") ?? ""), null);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        if (deal is null && customer is null && act.Slots.Text("customer") is { } name)
        {
            return Question.NotFound(act, "customer", name);
        }

        var deals = whose.Of(act.Db.Deals.VisibleTo(act.Viewer)).Where(d => (deal == null || d.Key == deal) && (deal != null || customer == null || d.Customer!.Key == customer));
        var quotes = act.Db.Quotes.AsNoTracking().Where(q => deals.Any(d => d.Id == q.DealId));
        var count = await quotes.CountAsync(cancellationToken);
        var paging = Paging.Of(act, count);
        var shown = await paging.Of(quotes.OrderByDescending(q => q.CreatedAt).ThenByDescending(q => q.Id)).Include(q => q.Deal).ToListAsync(cancellationToken);
        var ids = shown.ConvertAll(q => (long?)q.Id);
        var approvals = (await act.Db.Approvals.AsNoTracking().VisibleTo(act.Viewer).Where(a => ids.Contains(a.QuoteId)).OrderBy(a => a.Id).ToListAsync(cancellationToken)).ToLookup(a => a.QuoteId);
        var rows = shown.ConvertAll(q => Row(act, q, approvals[q.Id].LastOrDefault()));
        Word title = count == 0 ? new Word("Command.list_quotes") : new Word("Quotes.title", count);
        List<string> about = [.. shown.Select(q => q.Deal.Key).Distinct(StringComparer.Ordinal)];
        return DayList.Show(paging, title, whose.Label, rows, "Quotes.none") with { Focus = act.Listing(about) with { Deal = deal ?? (about is [var one] ? one : null), Customer = customer ?? act.Focus.Customer } };
    }

    private static object Row(Act act, Quote quote, Approval? approval) => new
    {
        Main = quote.Deal.Name,
        Second = new Word("Format.Plain", Said(act, quote).ToList()),
        Value = new Money(quote.Amount, quote.Currency),
        Open = approval is null ? new Button("Button.open", "show_deal", new Slots { ["deal"] = quote.Deal.Key }) : new Button("Button.open", "show_approval", new Slots { ["approval_id"] = approval.Key }),
    };

    private static IEnumerable<object> Said(Act act, Quote quote)
    {
        yield return DateOnly.FromDateTime(Zones.Local(quote.CreatedAt, act.Me.TimeZone));
        yield return quote.Status;
        if (quote.Discount is { } discount)
        {
            yield return Discounts.Say(discount);
        }

        if (quote.Terms is { } terms)
        {
            yield return terms;
        }
    }
}
