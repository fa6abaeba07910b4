using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// What the first digest of a week has besides: for a rep the week behind and what is to close in this one, for who leads others a line for each person or team
/// (complaint 39: nobody rebuilds their deals from memory before the forecast call).
/// </summary>
internal static class WeekReport
{
    private const int Most = 6;

    /// <summary>The first working day of the week, for whoever reads reports and takes the digest.</summary>
    public static bool IsDue(Person person, DateTimeOffset now)
    {
        var day = Presence.Day(person, now);
        var before = WorkCalendar.China.AddWorkdays(day, -1);
        return person.DigestAt is not null && person.May(Permission.WriteSales) && person.Role != Role.Admin && now >= Digest.Morning(person, now) && Monday(before) < Monday(day);
    }

    public static async Task<IReadOnlyList<Told>> PartsAsync(Scan scan, Person person, CancellationToken cancellationToken)
    {
        var day = Presence.Day(person, scan.Now);
        var week = (From: Zones.Instant(Monday(day).AddDays(-7), TimeOnly.MinValue, person.TimeZone), To: Zones.Instant(Monday(day), TimeOnly.MinValue, person.TimeZone));
        var people = scan.Org.Everybody.Where(p => p.Active && p.May(Permission.WriteSales) && p.Role != Role.Admin && scan.Org.Viewer(person).Sees(p.Id)).OrderBy(p => p.Id).ToList();
        var lines = await WeekLine.OfAsync(scan, people, week, cancellationToken);
        var behind = people is [var one] && one.Id == person.Id ? lines[0].IsEmpty ? null : Mine(lines[0]) : Others(person, lines);
        return [.. new[] { behind, await ClosingAsync(scan, person, Monday(day).AddDays(6), cancellationToken) }.OfType<Told>()];
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static Told Mine(WeekLine line) => new(new Word("Week.mine"), [new NudgeRow(line.Done, line.Open, line.Won, new Button("Command.report_weekly", "report_weekly", Last()))], []);

    /// <summary>By team where there are several, else by person; who did nothing stands first.</summary>
    private static Told? Others(Person reader, IReadOnlyList<WeekLine> lines)
    {
        var teams = lines.GroupBy(l => l.Person.TeamId).Where(g => g.Key is not null).Select(g => WeekLine.Sum([.. g], g.First().Person.Team!)).ToList();
        var byTeam = teams.Count > 1;
        var rows = (byTeam ? teams : lines.Where(l => l.Person.Id != reader.Id && l.Person.Role == Role.Rep)).OrderBy(l => l.FollowUps).ThenByDescending(l => l.Stalled).Select(l => l.Row(byTeam, Last())).ToList();
        return rows.Count == 0 ? null : new Told(new Word(byTeam ? "Week.teams" : "Week.people"), rows, []) { Most = 12 };
    }

    /// <summary>What was to close by the end of this week, the largest first.</summary>
    private static async Task<Told?> ClosingAsync(Scan scan, Person person, DateOnly end, CancellationToken cancellationToken)
    {
        var closing = scan.Db.Deals.AsNoTracking().VisibleTo(scan.Org.Viewer(person)).Where(d => d.Status == DealStatus.Open && d.CloseDate <= end);
        var count = await closing.CountAsync(cancellationToken);
        var deals = await closing.OrderByDescending(d => d.Amount).ThenBy(d => d.Id).Take(Most).ToListAsync(cancellationToken);
        return deals.Count == 0 ? null : new Told(new Word("Week.closing", count), [.. deals.Select(d => new NudgeRow(
            d.Name,
            d.OwnerId == person.Id ? new Word("Week.closing_row", StageName.Of(d.Stage), d.CloseDate!) : new Word("Format.Dot", new Word("Week.closing_row", StageName.Of(d.Stage), d.CloseDate!), scan.Org.Find(d.OwnerId)),
            new Money(d.Amount, d.Currency),
            new Button("Button.open", "show_deal", new Slots { ["deal"] = d.Key })))], []) { Most = Most, Total = count };
    }

    private static Slots Last() => new() { ["period"] = "last_week" };
}
