using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// Of the week's report what is to close: an owner's deals of this week apart from those whose day has passed, which want another day or an end; other people's deals by their names where they are
/// few, else the numbers for each of the people. What our own people have not decided about wants neither: it is said with whom it is.
/// </summary>
internal static class WeekClosing
{
    private const int Most = 6, MostPeople = 10;

    /// <summary>So many deals of one person are named, as long as all of it stays a list that is read at a glance.</summary>
    private const int Few = 3;

    /// <summary>The parts that there are for this reader.</summary>
    /// <param name="week">Today and the day of the next report.</param>
    /// <param name="said">Keys of the approvals that the same message tells of: their deals are no further line.</param>
    public static async Task<IReadOnlyList<Told>> PartsAsync(Scan scan, Person person, (DateOnly Today, DateOnly End) week, IReadOnlyCollection<string> said, CancellationToken cancellationToken)
    {
        var closing = scan.Db.Deals.AsNoTracking().VisibleTo(scan.Org.Viewer(person)).Where(d => d.Status == DealStatus.Open && d.CloseDate <= week.End);
        var mine = await closing.Where(d => d.OwnerId == person.Id).OrderByDescending(d => d.Amount).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        var others = closing.Where(d => d.OwnerId != person.Id);
        var people = await OthersAsync(scan, others, week, said, cancellationToken);
        var approvals = await WaitingApprovals.OfAsync(scan, mine, cancellationToken);
        mine.RemoveAll(d => approvals.TryGetValue(d.Id, out var approval) && said.Contains(approval.Approval.Key, StringComparer.Ordinal));
        return [.. new[] { Coming([.. mine.Where(d => d.CloseDate >= week.Today)], week.Today, approvals), Past([.. mine.Where(d => d.CloseDate < week.Today)], week.Today, approvals), People(people, week) }.OfType<Told>()];
    }

    private static Told? Coming(List<Deal> deals, DateOnly today, IReadOnlyDictionary<long, ApprovalFacts> approvals) => deals.Count == 0 ? null : new Told(Until("Week.closing", today, deals.Max(d => d.CloseDate), deals.Count), [.. deals.Select(d => new NudgeRow(
        d.Name, Stands(d, new Word("Week.closing_row", StageName.Of(d.Stage), d.CloseDate!), approvals), new Money(d.Amount, d.Currency),
        Urge(d, approvals) ?? new Button("Button.open", "show_deal", new Slots { ["deal"] = d.Key })))], [])
    {
        Most = Most,
    };

    private static Told? Past(List<Deal> deals, DateOnly today, IReadOnlyDictionary<long, ApprovalFacts> approvals) => deals.Count == 0 ? null : new Told(new Word("Week.past", deals.Count), [.. deals.Select(d => new NudgeRow(
        d.Name, Stands(d, new Word("Week.past_row", StageName.Of(d.Stage), d.CloseDate!, Late(d.CloseDate!.Value, today)), approvals), new Money(d.Amount, d.Currency),
        Urge(d, approvals) ?? new Button("Button.change_close_date", "update_close_date", new Slots { ["deal"] = d.Key })))], [])
    {
        Most = Most, Why = deals.Count(d => !approvals.ContainsKey(d.Id)) is > 0 and var open ? new Word("Week.past_why", open) : null,
        Buttons = deals.Count > Most + 1 ? [new Button("Button.past_deals", "query_deals", new Slots { ["scope"] = "mine", ["close_before"] = Day(today.AddDays(-1)) })] : [],
    };

    /// <summary>Of each of the others what is to close and what is past, without what is said in the same message already; where there are few deals they are named.</summary>
    private static async Task<IReadOnlyList<Theirs>> OthersAsync(Scan scan, IQueryable<Deal> all, (DateOnly Today, DateOnly End) week, IReadOnlyCollection<string> said, CancellationToken cancellationToken)
    {
        var pending = scan.Db.Approvals.Where(a => a.Status == ApprovalStatus.Pending);
        var others = all.Where(d => !pending.Any(a => said.Contains(a.Key) && (a.DealId == d.Id || a.Contract!.DealId == d.Id)));
        var sums = await others.GroupBy(d => new { d.OwnerId, d.Currency, Past = d.CloseDate < week.Today }).Select(g => new Closing(g.Key.OwnerId, g.Key.Currency, g.Key.Past, g.Count(), g.Min(d => d.CloseDate), g.Max(d => d.CloseDate), g.Sum(d => d.Amount) ?? 0)).ToListAsync(cancellationToken);
        var waiting = (await others.Where(d => pending.Any(a => a.DealId == d.Id || a.Contract!.DealId == d.Id)).GroupBy(d => new { d.OwnerId, Past = d.CloseDate < week.Today }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken)).ToDictionary(g => (g.Key.OwnerId, g.Key.Past), g => g.Count);
        // Whose day has passed most often first.
        List<Theirs> rows = [.. sums.GroupBy(s => s.Owner).Where(g => scan.Org.Find(g.Key) is not null)
            .Select(g => new Theirs(scan.Org.Find(g.Key)!, [.. g], waiting.GetValueOrDefault((g.Key, false)), waiting.GetValueOrDefault((g.Key, true)))).OrderByDescending(r => r.Past).ThenByDescending(r => r.Soon).ThenBy(r => r.Owner.Id)];
        var few = Named(rows);
        var owners = rows.Take(MostPeople + 1).Where(r => r.Count <= few).Select(r => r.Owner.Id).ToList();
        var named = owners.Count == 0 ? [] : await others.Where(d => owners.Contains(d.OwnerId)).OrderBy(d => d.CloseDate).ThenByDescending(d => d.Amount).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        var approvals = await WaitingApprovals.OfAsync(scan, named, cancellationToken);
        return rows.ConvertAll(r => r with { Named = [.. named.Where(d => d.OwnerId == r.Owner.Id).Select(d => (d, approvals.GetValueOrDefault(d.Id)))] });
    }

    /// <summary>How many deals somebody may have for them to be named: any number where all together are few, else as many as leave the list one that is read at a glance.</summary>
    private static int Named(IReadOnlyList<Theirs> rows) =>
        rows.Sum(r => r.Count) <= Most ? Most : Enumerable.Range(1, Few).LastOrDefault(few => rows.Sum(r => r.Count <= few ? r.Count : 1) <= MostPeople, 1);

    private static Told? People(IReadOnlyList<Theirs> rows, (DateOnly Today, DateOnly End) week)
    {
        var (soon, past, last) = (rows.Sum(r => r.Soon), rows.Sum(r => r.Past), rows.SelectMany(r => r.Sums).Where(s => !s.IsPast).Max(s => s.Last));
        var title = past == 0 ? Until("Week.closing", week.Today, last, soon) : soon == 0 ? new("Week.past", past) : Until("Week.closing_people", week.Today, last, soon, past);
        return rows.Count == 0 ? null : new Told(title, [.. rows.SelectMany(r => r.Named.Count > 0 ? r.Named.Select(d => Row(r.Owner, d.Deal, d.Waits, week.Today)) : [new NudgeRow(
            r.Owner,
            Numbers(r, week.Today).Aggregate((all, next) => new Word("Format.Dot", all, next)),
            r.Soon > 0 && r.Past > 0 ? (object)"" : new Word("Format.Plain", Money(r.Sums)),
            new Button("Button.see", "query_deals", new Slots { ["person"] = r.Owner.Key, ["close_before"] = Day(week.End) }))])], [])
        {
            Most = MostPeople,
        };
    }

    /// <summary>One that is named.</summary>
    private static NudgeRow Row(Person owner, Deal deal, ApprovalFacts? waits, DateOnly today)
    {
        Word stands = new("Format.Dot", owner, Overdue.Say(deal.CloseDate!, deal.CloseDate!.Value, today));
        return new NudgeRow(deal.Name, waits is not null ? new Word("Format.Dot", stands, WaitingApprovals.Say(waits)) : stands, new Money(deal.Amount, deal.Currency), new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key }));
    }

    /// <summary>How many are to close, how many are late and how much the latest of them is, and of each how many wait for us; where there are both, with the money of each.</summary>
    private static IEnumerable<Word> Numbers(Theirs theirs, DateOnly today)
    {
        var both = theirs.Soon > 0 && theirs.Past > 0;
        if (theirs.Soon > 0)
        {
            yield return Part(Until("Week.soon", today, theirs.Sums.Where(s => !s.IsPast).Max(s => s.Last), theirs.Soon), [.. theirs.Sums.Where(s => !s.IsPast)], both, theirs.WaitingSoon);
        }

        if (theirs.Past > 0)
        {
            yield return Part(new Word("Week.late", theirs.Past, new Word("Count.days", today.DayNumber - theirs.Sums.Where(s => s.IsPast).Min(s => s.First)!.Value.DayNumber)), [.. theirs.Sums.Where(s => s.IsPast)], both, theirs.WaitingPast);
        }
    }

    private static Word Part(Word says, IReadOnlyList<Closing> sums, bool withMoney, int waiting)
    {
        Word? waits = waiting == 0 ? null : sums.Sum(s => s.Count) == 1 ? new Word("Week.waiting_one") : new Word("Week.waiting", waiting);
        Word? money = withMoney ? new Word("Format.Plain", Money(sums)) : null;
        return (money, waits) switch
        {
            (null, null) => says,
            ({ }, { }) => new Word("Week.part", says, new Word("Nudge.due.late_row", money, waits)),
            _ => new Word("Week.part", says, money ?? waits!),
        };
    }

    private static List<Money> Money(IReadOnlyList<Closing> sums) => [.. sums.GroupBy(s => s.Currency, StringComparer.Ordinal).Select(g => new Money(g.Sum(s => s.Sum), g.Key))];

    private static Word Stands(Deal deal, Word stands, IReadOnlyDictionary<long, ApprovalFacts> approvals) =>
        approvals.TryGetValue(deal.Id, out var approval) ? new Word("Format.Dot", stands, WaitingApprovals.Say(approval)) : stands;

    private static Button? Urge(Deal deal, IReadOnlyDictionary<long, ApprovalFacts> approvals) =>
        !approvals.TryGetValue(deal.Id, out var approval) ? null : KindRule.Urged.Contains(approval.Approval.Kind)
            ? new Button("Button.urge", "urge_approval", new Slots { ["approval_id"] = approval.Approval.Key })
            : new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = approval.Approval.Key });

    /// <summary>This week, or by the last of their days where that is in the next.</summary>
    private static Word Until(string key, DateOnly today, DateOnly? last, params object[] counts) => last is { } end && end > WeekReport.Monday(today).AddDays(6) ? new Word(key + "_until", [.. counts, end]) : new Word(key, counts);

    private static Word Late(DateOnly day, DateOnly today) => new("Count.days_late", today.DayNumber - day.DayNumber);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An owner's deals of one currency, those that are to close or those that are late.</summary>
    /// <param name="First">The earliest of the days.</param>
    /// <param name="Last">The latest of them.</param>
    private sealed record Closing(long Owner, string Currency, bool IsPast, int Count, DateOnly? First, DateOnly? Last, decimal Sum);

    /// <summary>What somebody else has.</summary>
    /// <param name="WaitingSoon">How many of those to close wait for our approval.</param>
    /// <param name="WaitingPast">The same of those that are late.</param>
    private sealed record Theirs(Person Owner, IReadOnlyList<Closing> Sums, int WaitingSoon, int WaitingPast)
    {
        public int Soon => Sums.Where(s => !s.IsPast).Sum(s => s.Count);

        public int Past => Sums.Where(s => s.IsPast).Sum(s => s.Count);

        public int Count => Soon + Past;

        /// <summary>Where there are few, each with what of it our own people have not decided; else none.</summary>
        public IReadOnlyList<(Deal Deal, ApprovalFacts? Waits)> Named { get; init; } = [];
    }
}
