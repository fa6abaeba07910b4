using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Lists deals by whatever was asked, ten at a time; the buttons carry the question and the page.</summary>
internal sealed class QueryDeals : Command
{
    private const int MostAtOnce = 20;

    public override CommandSpec Spec { get; } = new("query_deals", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var filter = await DealFilter.ReadAsync(act, cancellationToken);
        if (filter.Bad is { } bad)
        {
            return Act.Say(bad, "Suggest.my_deals");
        }

        var totals = await DealTotals.OfAsync(filter.Deals, cancellationToken);
        return totals.Count == 0 ? Nothing(act, filter) : await PageAsync(act, filter, totals, cancellationToken);
    }

    private static async Task<Reply> PageAsync(Act act, DealFilter filter, DealTotals totals, CancellationToken cancellationToken)
    {
        var limit = act.Slots.Number("limit") is { } asked and >= 1 ? (int)Math.Min(asked, MostAtOnce) : (int?)null;
        var paging = limit is { } most ? Paging.Of(act, Math.Min(most, totals.Count), most) : Paging.Of(act, totals.Count);
        var deals = await TakeAsync(filter, act.Slots.Text("sort"), paging.Skip, paging.Size, cancellationToken);

        Word title = new("Deals.title." + (filter.Status?.ToString() ?? "any"));
        Word found = filter.Said.Count == 0 ? totals.Said : new Word("Deals.found", totals.Said, filter.Said);
        var data = new
        {
            Title = title,
            Subtitle = paging.Say(found),
            Rows = deals.Select(d => Row(act, d)).ToList(),
            paging.Prev,
            paging.Next,
        };
        return new Reply(new View("list", data, new Word("Deals.text", title, found)))
        {
            InPlace = paging.InPlace,
            Focus = act.Listing([.. deals.Select(d => d.Key)]) with { Deal = (deals.Count == 1 || act.Slots.ContainsKey("sort")) && paging.Skip == 0 ? deals[0].Key : act.Focus.Deal },
        };
    }

    private static Task<List<Deal>> TakeAsync(DealFilter filter, string? sort, int skip, int size, CancellationToken cancellationToken) => (sort, filter.Status) switch
    {
        ("amount_desc", _) => filter.Deals.OrderBy(d => d.Amount == null).ThenByDescending(d => d.Amount).ThenBy(d => d.Id).Skip(skip).Take(size).ToListAsync(cancellationToken),
        ("last_activity_asc", _) => filter.Deals.OrderBy(d => d.LastActivityAt ?? d.CreatedAt).ThenBy(d => d.Id).Skip(skip).Take(size).ToListAsync(cancellationToken),
        (null, DealStatus.Won or DealStatus.Lost) => filter.Deals.OrderByDescending(d => d.ClosedAt).ThenBy(d => d.Id).Skip(skip).Take(size).ToListAsync(cancellationToken),
        _ => ByCloseDateAsync(filter.Deals, skip, size, cancellationToken),
    };

    /// <summary>Deals without a day come last, by a question of their own: one order over both finds no index to walk.</summary>
    private static async Task<List<Deal>> ByCloseDateAsync(IQueryable<Deal> all, int skip, int size, CancellationToken cancellationToken)
    {
        var dated = all.Where(d => d.CloseDate != null);
        var deals = await dated.OrderBy(d => d.CloseDate).ThenBy(d => d.Id).Skip(skip).Take(size).ToListAsync(cancellationToken);
        if (deals.Count < size)
        {
            var passed = Math.Max(0, skip - await dated.CountAsync(cancellationToken));
            deals.AddRange(await all.Where(d => d.CloseDate == null).OrderBy(d => d.Id).Skip(passed).Take(size - deals.Count).ToListAsync(cancellationToken));
        }

        return deals;
    }

    private static object Row(Act act, Deal deal) => new
    {
        Main = deal.Name,
        Second = Standing(act, deal),
        Value = new Money(deal.Amount, deal.Currency),
        Open = new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key }),
    };

    /// <summary>How far it is and when it is to close; of a lost one when and why that was.</summary>
    private static Word Standing(Act act, Deal deal)
    {
        var (mine, owner) = (deal.OwnerId == act.Me.Id, act.Org.Find(deal.OwnerId));
        return deal.Status == DealStatus.Lost ? new Word(mine ? "Deals.row.lost.mine" : "Deals.row.lost", deal.ClosedAt, deal.LostReason is { } why ? (object)Excerpt.Of(why) : new Word("Format.Unknown"), owner)
            : new Word(mine ? "Deals.row.mine" : "Deals.row", StageName.Of(deal.Stage), DealFacts.Close(deal, act.Today), owner);
    }

    /// <summary>Says what was searched, and offers the wider question and a new deal.</summary>
    private static Reply Nothing(Act act, DealFilter filter)
    {
        Word text = filter.Said.Count == 0 ? new Word("Deals.none") : new Word("Deals.none_found", filter.Said);
        var buttons = new List<Button>();
        if (filter.Said.Count > 0 || filter.Status != DealStatus.Open)
        {
            buttons.Add(new Button("Button.all_open_deals", "query_deals"));
        }

        if (act.Me.May(Permission.WriteSales))
        {
            buttons.Add(new Button("Button.new_deal", "create_deal"));
        }

        return new Reply(new View("text", new { Title = new Word("Deals.title." + (filter.Status?.ToString() ?? "any")), Paragraphs = new[] { text }, Buttons = buttons }, text))
        {
            Focus = act.Listing([]),
        };
    }
}
