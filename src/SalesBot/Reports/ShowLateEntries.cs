using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>
/// Follow-ups that were filled in afterwards (FU-08): how many of those entered in a period, by person, and, of one person, which. Both moments are kept
/// with each follow-up: when it happened and when it was entered.
/// </summary>
internal sealed class ShowLateEntries : Command
{
    /// <summary>More than anybody enters in a period that is looked at.</summary>
    private const int Most = 50_000;

    public override CommandSpec Spec { get; } = new("late_entries", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var slot = act.Slots.Text("period") ?? "last_30_days";
        var (whose, bad) = Whose.Of(act);
        if (Period.Read(slot, act.Today) is not { } period || whose is null)
        {
            return Act.Say(bad ?? new Word("Bad.period", slot));
        }

        var (from, to) = (ActivityFacts.Start(act, period.From), ActivityFacts.Start(act, period.To.AddDays(1)));
        var entered = act.Db.FollowUps.WithCustomer().VisibleTo(act.Viewer).Where(f => f.CreatedAt >= from && f.CreatedAt < to);
        if (whose.Owners is { } people)
        {
            entered = entered.Where(f => people.Contains(f.AuthorId));
        }

        var all = await entered.OrderByDescending(f => f.CreatedAt).Take(Most).Select(f => new Entry(f.Id, f.AuthorId, f.HappenedAt, f.CreatedAt)).ToListAsync(cancellationToken);
        var late = all.Where(e => e.IsLate).ToList();
        if (all.Count == 0)
        {
            return Act.Say(new Word("Late.nothing", whose.Label, PeriodName.Of(period, slot)));
        }

        Word title = new("Late.title", late.Count, all.Count, Share(late.Count, all.Count));
        var label = new Word("Format.Dot", whose.Label, PeriodName.Of(period, slot));
        return all.DistinctBy(e => e.Author).Count() > 1 && !act.Slots.ContainsKey("page")
            ? ByPerson(act, all, title, label, slot)
            : await OneByOneAsync(act, late, title, label, cancellationToken);
    }

    private static Reply ByPerson(Act act, List<Entry> all, Word title, Word label, string slot)
    {
        var rows = all.GroupBy(e => e.Author).Select(g => (Author: g.Key, All: g.Count(), Late: g.Count(e => e.IsLate))).OrderByDescending(p => (double)p.Late / p.All).ThenByDescending(p => p.All)
            .Select(p => new
            {
                Main = act.Org.Find(p.Author),
                Second = new Word("Late.row", p.Late, p.All),
                Value = new Word("Format.Plain", Share(p.Late, p.All)),
                Open = new Button("Button.open", "late_entries", new Slots { ["person"] = act.Org.Find(p.Author)?.Key ?? "", ["period"] = slot }),
            }).ToList();
        return new Reply(new View("list", new { Title = title, Subtitle = new Word("Late.subtitle", label), Rows = rows }, title)) { Focus = act.Focus.Settled() };
    }

    private static async Task<Reply> OneByOneAsync(Act act, List<Entry> late, Word title, Word label, CancellationToken cancellationToken)
    {
        var paging = Paging.Of(act, late.Count);
        var ids = late.Skip(paging.Skip).Take(paging.Size).Select(e => e.Id).ToList();
        var shown = await act.Db.FollowUps.AsNoTracking().Include(f => f.Customer).Include(f => f.Deal).Where(f => ids.Contains(f.Id)).OrderByDescending(f => f.CreatedAt).ToListAsync(cancellationToken);
        var rows = shown.ConvertAll(f => new
        {
            Main = new Word("Format.Dot", f.Deal?.Name ?? f.Customer?.Name ?? "", f.Content),
            Second = new Word("Late.when", f.HappenedAt, f.CreatedAt),
            Value = Delay(f.CreatedAt - f.HappenedAt),
        });
        return DayList.Show(paging, title, new Word("Late.subtitle", label), rows, "Late.none") with { Focus = act.Focus.Settled() };
    }

    private static double Share(int part, int all) => (double)part / all;

    private static Word Delay(TimeSpan delay) => delay.TotalHours <= 48 ? new Word("Format.hours", (int)delay.TotalHours) : new Word("Format.days", (int)delay.TotalDays);

    private sealed record Entry(long Id, long Author, DateTimeOffset Happened, DateTimeOffset Entered)
    {
        public bool IsLate => Entered - Happened > FollowUp.LateAfter;
    }
}
