using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>
/// The deals that an order asks for, read from its slots, together with how to say what was searched. All conditions hold at once; what cannot
/// be read is never left out silently, but named in <see cref="Bad"/>.
/// </summary>
internal sealed class DealFilter
{
    private readonly Act act;

    private DealFilter(Act act)
    {
        this.act = act;
        Deals = act.Db.Deals.VisibleTo(act.Viewer);
    }

    public IQueryable<Deal> Deals { get; private set; }

    /// <summary>Whose deals; null when <see cref="Bad"/> says why.</summary>
    public Whose? Whose { get; private set; }

    /// <summary>What was asked for, condition by condition, but for the status.</summary>
    public List<Word> Said { get; } = [];

    /// <summary>Null: open and closed.</summary>
    public DealStatus? Status { get; private set; } = DealStatus.Open;

    /// <summary>Why the order cannot be answered; null when all of it was read.</summary>
    public Word? Bad { get; private set; }

    public static async Task<DealFilter> ReadAsync(Act act, CancellationToken cancellationToken)
    {
        var filter = new DealFilter(act);
        filter.Owner();
        await filter.StageAndStatusAsync(cancellationToken);
        await filter.NamedAsync(cancellationToken);
        filter.Amount();
        filter.Days();
        filter.Gaps();
        return filter;
    }

    private void Where(Expression<Func<Deal, bool>> holds, Word said)
    {
        Deals = Deals.Where(holds);
        Said.Add(said);
    }

    private void Owner()
    {
        (Whose, Bad) = Whose.Of(act);
        if (Whose is { Named: true })
        {
            Deals = Whose.Of(Deals);
            Said.Add(Whose.Person?.Id == act.Me.Id ? "Deals.mine" : new Word("Deals.of", Whose.Label));
        }
    }

    private async Task StageAndStatusAsync(CancellationToken cancellationToken)
    {
        var status = act.Slots.Text("status");
        Status = Enum.TryParse<DealStatus>(status, ignoreCase: true, out var named) ? named : status == "all" || Several(act) is not null ? null : DealStatus.Open;
        if (act.Slots.Text("stage") is { } label)
        {
            await StageAsync(label.Split('|'), cancellationToken);
        }

        if (Status is { } only)
        {
            Deals = Deals.Where(d => d.Status == only);
        }

        if (Status == DealStatus.Open && act.Slots.Text("stage") is null && act.Slots.Text("missing") is null && !act.Frame.Refs.ContainsKey("customer"))
        {
            // Of a lead nobody knows yet what it is worth or when; it is asked for as one.
            var lead = act.Process.First;
            Deals = Deals.Where(d => d.CloseDate != null || d.Amount != null || d.Stage != lead);
        }
    }

    private async Task StageAsync(string[] labels, CancellationToken cancellationToken)
    {
        var stages = new List<string>();
        foreach (var label in labels)
        {
            if (await StageNames.FindAsync(act, label, cancellationToken) is not { } stage)
            {
                Bad ??= StageNames.Unknown(act.Process, label);
                return;
            }

            stages.Add(stage);
        }

        Status = stages switch { [SalesProcess.Won] => DealStatus.Won, [SalesProcess.Lost] => DealStatus.Lost, _ => Status };
        if (Status is DealStatus.Open or null && stages is [var one])
        {
            Where(d => d.Stage == one, StageName.Of(one));
        }
        else if (Status is DealStatus.Open or null)
        {
            Where(d => stages.Contains(d.Stage), new Word("Deals.stages", stages.Select(s => StageName.Of(s)).ToList()));
        }
    }

    /// <summary>Keys of deals that were pointed at one by one.</summary>
    public static IReadOnlyList<string>? Several(Act act) => act.Frame.Refs.TryGetValue("deal", out var keys) && keys.Count > 1 ? keys : null;

    private async Task NamedAsync(CancellationToken cancellationToken)
    {
        if (Several(act) is { } pointed)
        {
            Deals = Deals.Where(d => pointed.Contains(d.Key));
        }
        else if (act.Frame.Refs.TryGetValue("customer", out var keys) && keys.Count > 0)
        {
            var names = await act.Db.Customers.VisibleTo(act.Viewer).Where(c => keys.Contains(c.Key)).Select(c => c.Name).ToListAsync(cancellationToken);
            Where(d => keys.Contains(d.Customer!.Key), new Word("Deals.customer", names));
        }
        else if (Text("customer") is { } customer)
        {
            Where(d => d.Customer!.Name.Contains(customer), new Word("Deals.customer", customer));
        }

        if (act.Frame.Refs.TryGetValue("except", out var without) && without.Count > 0)
        {
            var names = await act.Db.Customers.VisibleTo(act.Viewer).Where(c => without.Contains(c.Key)).Select(c => c.Name).ToListAsync(cancellationToken);
            Where(d => !without.Contains(d.Customer!.Key), new Word("Deals.except", names));
        }

        if (act.Frame.Ref("product") is { } product)
        {
            var name = await act.Db.Products.Where(p => p.Key == product).Select(p => p.Name).FirstOrDefaultAsync(cancellationToken);
            Where(d => d.Product!.Key == product, new Word("Deals.product", name ?? product));
        }
        else if (Text("product") is { } named)
        {
            Where(d => d.Name.Contains(named) || d.Product!.Name.Contains(named), new Word("Deals.product", named));
        }
    }

    private string? Text(string slot) => act.Slots.Text(slot) ?? act.Slots.Text(slot + "_text");

    private void Amount()
    {
        var currency = act.Slots.Text("currency");
        if (currency is not null)
        {
            Where(d => d.Currency == currency, new Word("Deals.currency", currency));
        }

        if (Number("min_amount") is { } least)
        {
            Where(d => d.Amount >= least, new Word("Deals.least", Sum(least, currency)));
        }

        if (Number("max_amount") is { } most)
        {
            Where(d => d.Amount <= most, new Word("Deals.most", Sum(most, currency)));
        }
    }

    private static object Sum(decimal amount, string? currency) => currency is null ? amount : new Money(amount, currency);

    private decimal? Number(string slot)
    {
        var number = act.Slots.Number(slot);
        Bad ??= number is null && act.Slots.Text(slot) is { } text ? new Word("Bad.amount", text) : null;
        return number;
    }

    private void Days()
    {
        var period = Period.Read(act.Slots.Text("period"), act.Today);
        Bad ??= period is null && act.Slots.Text("period") is { } text ? new Word("Bad.period", text) : null;
        if (period is not null && Status is DealStatus.Won or DealStatus.Lost)
        {
            var (from, to) = (Zones.Instant(period!.From, TimeOnly.MinValue, act.Me.TimeZone), Zones.Instant(period.To.AddDays(1), TimeOnly.MinValue, act.Me.TimeZone));
            Where(d => d.ClosedAt >= from && d.ClosedAt < to, new Word("Deals.closed", period.From, period.To));
            return;
        }

        Closing(Date("close_after") ?? period?.From, Date("close_before") ?? period?.To);
    }

    private void Closing(DateOnly? after, DateOnly? before)
    {
        if (after is not null && before is not null)
        {
            Where(d => d.CloseDate >= after && d.CloseDate <= before, new Word("Deals.closing", after, before));
        }
        else if (after is not null)
        {
            Where(d => d.CloseDate >= after, new Word("Deals.close_after", after));
        }
        else if (before is not null)
        {
            Where(d => d.CloseDate <= before, new Word("Deals.close_before", before));
        }
    }

    private DateOnly? Date(string slot)
    {
        var day = act.Slots.Date(slot);
        Bad ??= day is null && act.Slots.Text(slot) is { } text ? new Word("Bad.date", text) : null;
        return day;
    }

    private void Gaps()
    {
        if (act.Slots.Number("days") is { } days and > 0 and < 10_000)
        {
            var since = act.Now.AddDays(-(double)days);
            Where(d => (d.LastActivityAt ?? d.CreatedAt) < since, new Word("Deals.idle", (int)days));
        }

        if (act.Slots.Text("missing") is { } field)
        {
            if (Missing(field) is { } gap)
            {
                Where(gap, new Word("Deals.missing", new Word("Gap." + field)));
            }
            else
            {
                Bad ??= new Word("Bad.missing", field);
            }
        }
    }

    private static Expression<Func<Deal, bool>>? Missing(string field) => field switch
    {
        "amount" => d => d.Amount == null,
        "close_date" => d => d.CloseDate == null,
        "next_step" => d => d.NextStep == null,
        "customer" => d => d.CustomerId == null,
        "product" => d => d.ProductId == null,
        "contact" => d => d.Customer == null || !d.Customer.Contacts.Any(),
        _ => null,
    };
}
