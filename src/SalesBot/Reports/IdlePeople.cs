using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>"Who hasn't logged anything this week": of the people whose work one sees, those without a follow-up in a period, with their last one.</summary>
internal static class IdlePeople
{
    public const string Asked = "activity";

    public static async Task<Reply> ShowAsync(Act act, Whose whose, (Period Days, Word Name) period, CancellationToken cancellationToken)
    {
        var people = act.Org.Everybody.Where(p => p.Active && p.Id != act.Me.Id && p.May(Permission.WriteSales) && act.Viewer.Sees(p.Id) && whose.Has(p.Id) && p.Role == Role.Rep).OrderBy(p => p.Id).ToList();
        if (people.Count == 0)
        {
            return Act.Say(new Word("Idle.nobody_below"), "Suggest.my_deals");
        }

        var (ids, from, to) = (people.Select(p => p.Id).ToList(), ActivityFacts.Start(act, period.Days.From), ActivityFacts.Start(act, period.Days.To.AddDays(1)));
        var notes = act.Db.FollowUps.WithCustomer().VisibleTo(act.Viewer).Where(f => ids.Contains(f.AuthorId));
        var busy = await notes.Where(f => (f.HappenedAt >= from && f.HappenedAt < to) || (f.CreatedAt >= from && f.CreatedAt < to)).Select(f => f.AuthorId).Distinct().ToListAsync(cancellationToken);
        var last = await notes.Where(f => f.HappenedAt < to).GroupBy(f => f.AuthorId).Select(g => new { Author = g.Key, At = g.Max(f => f.HappenedAt) }).ToDictionaryAsync(g => g.Author, g => g.At, cancellationToken);
        var rows = people.Where(p => !busy.Contains(p.Id)).Select(p => new
        {
            Main = p,
            Second = last.TryGetValue(p.Id, out var at) ? new Word("Idle.last", at) : new Word("Idle.never"),
            Open = new Button("Button.open", "report_weekly", new Slots { ["person"] = p.Key }),
        }).ToList();
        if (rows.Count == 0)
        {
            return Act.Say(new Word("Idle.none", people.Count, period.Name), "Suggest.my_tasks");
        }

        Word title = new("Idle.title", rows.Count, new Word("Count.people", people.Count), period.Name);
        return new Reply(new View("list", new { Title = title, Subtitle = whose.Label, Rows = rows }, title)) { Focus = act.Focus.Settled() };
    }
}
