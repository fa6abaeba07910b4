using SalesBot.Calendar;
using SalesBot.Conversation;
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
    /// <summary>The first working day of the week, for whoever reads reports and takes the digest.</summary>
    public static bool IsDue(Person person, DateTimeOffset now)
    {
        var day = Presence.Day(person, now);
        var before = WorkCalendar.China.AddWorkdays(day, -1);
        return person.DigestAt is not null && person.May(Permission.WriteSales) && person.Role != Role.Admin && now >= Digest.Morning(person, now) && Monday(before) < Monday(day);
    }

    /// <summary>Its parts.</summary>
    /// <param name="said">Keys of the records that the same message tells of already.</param>
    public static async Task<IReadOnlyList<Told>> PartsAsync(Scan scan, Person person, IReadOnlyCollection<string> said, CancellationToken cancellationToken)
    {
        var day = Presence.Day(person, scan.Now);
        var week = (From: Zones.Instant(Monday(day).AddDays(-7), TimeOnly.MinValue, person.TimeZone), To: Zones.Instant(Monday(day), TimeOnly.MinValue, person.TimeZone));
        var people = scan.Org.Everybody.Where(p => p.Active && p.May(Permission.WriteSales) && p.Role != Role.Admin && scan.Org.Viewer(person).Sees(p.Id)).OrderBy(p => p.Id).ToList();
        var lines = await WeekLine.OfAsync(scan, people, week, cancellationToken);
        var before = await WeekLine.OfAsync(scan with { Now = scan.Now.AddDays(Last(day).DayNumber - day.DayNumber) }, people, (week.From.AddDays(-7), week.To.AddDays(-7)), cancellationToken);
        var behind = people is [var one] && one.Id == person.Id ? lines[0].IsEmpty ? null : Mine(lines[0], lines[0].IsAs(before[0])) : Others(person, lines, before);
        return [.. new[] { behind }.Concat(await WeekClosing.PartsAsync(scan, person, (day, End(day)), said, cancellationToken)).OfType<Told>()];
    }

    /// <summary>The day of the next report, which comes too late for what is to close on it.</summary>
    public static DateOnly End(DateOnly day) => WorkCalendar.China.NextWorkday(Monday(day).AddDays(6));

    /// <summary>The day of the report before: the first working day of the week in which anybody worked last.</summary>
    private static DateOnly Last(DateOnly day) => WorkCalendar.China.NextWorkday(Monday(WorkCalendar.China.AddWorkdays(day, -1)).AddDays(-1));

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Their own week; where all is as it was a week before, one line says so, with the figures.</summary>
    private static Told Mine(WeekLine line, bool same) => new(new Word("Week.mine"), [same ? new NudgeRow(new Word("Week.same", line.Open), "", "", Report()) : new NudgeRow(line.Done, line.Open, line.Won, Report())], [])
    {
        Brief = Brief([line]),
        Buttons = [.. line.Stalled > 0 ? new[] { new Button("Button.all_stalled", "stalled_deals") } : [], .. line.Late > 0 ? new[] { new Button("Button.my_tasks", "list_tasks") } : []],
    };

    /// <summary>What waits, of all together; nothing does: what was done.</summary>
    private static Word Brief(IReadOnlyList<WeekLine> lines)
    {
        var (stalled, late) = (lines.Sum(l => l.Stalled), lines.Sum(l => l.Late));
        return new Word("Week.brief", stalled + late > 0 ? WeekLine.Waits(stalled, late) : new Word("Week.done", new Word("Count.followups", lines.Sum(l => l.FollowUps)), new Word("Count.moves", lines.Sum(l => l.Moves))));
    }

    /// <summary>By team where there are several, else by person; who did nothing stands first. Those of whom all is as it was a week before are one line.</summary>
    private static Told? Others(Person reader, IReadOnlyList<WeekLine> lines, IReadOnlyList<WeekLine> before)
    {
        var teams = Teams(lines);
        var byTeam = teams.Count > 1;
        List<WeekLine> Of(IReadOnlyList<WeekLine> all) => byTeam ? Teams(all) : [.. all.Where(l => l.Person.Id != reader.Id && l.Person.Role == Role.Rep)];
        long Whose(WeekLine line) => byTeam ? line.Person.TeamId!.Value : line.Person.Id;
        var same = Of(before).ToDictionary(Whose);
        var (still, moved) = (new List<WeekLine>(), new List<WeekLine>());
        Of(lines).ForEach(l => (same.TryGetValue(Whose(l), out var was) && l.IsAs(was) ? still : moved).Add(l));
        List<NudgeRow> rows = [.. moved.OrderBy(l => l.FollowUps).ThenByDescending(l => l.Stalled).Select(l => l.Row(byTeam, LastWeek()))];
        rows.AddRange(still.Count == 0 ? [] : [new NudgeRow(new Word("Format.Plain", still.ConvertAll(l => l.Of)), new Word("Week.unchanged"), "", null)]);
        return rows.Count == 0 ? null : new Told(new Word(byTeam ? "Week.teams" : "Week.people"), rows, []) { Most = 12, Brief = Brief(Of(lines)) };
    }

    private static List<WeekLine> Teams(IReadOnlyList<WeekLine> lines) => [.. lines.GroupBy(l => l.Person.TeamId).Where(g => g.Key is not null).Select(g => WeekLine.Sum([.. g], g.First().Person.Team!))];

    private static Button Report() => new("Command.report_weekly", "report_weekly", LastWeek());

    private static Slots LastWeek() => new() { ["period"] = "last_week" };
}
