using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>
/// Who of those one works with is on leave, from when to when, and who decides in their place: on the days that were said, else in the two weeks from today on. One sees those whose work one
/// sees, one's team and whoever leads it; why somebody is away is kept nowhere.
/// </summary>
internal sealed class WhoIsAway : Command
{
    private const int DaysAhead = 13;
    private const int Most = 30;

    public override CommandSpec Spec { get; } = new("who_is_away", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var whom = act.Org.Find(act.Frame.Ref("person"));
        if (whom is null && act.Slots.Text("person") is { } nobody)
        {
            return Question.NotFound(act, "person", nobody);
        }

        if (whom is not null && !IsNear(act, whom))
        {
            return Act.Say(new Word("Refused.whose", whom));
        }

        var said = Period.Read(act.Slots.Text("period"), act.Today);
        var days = said ?? new Period(act.Today, act.Today.AddDays(DaysAhead));
        var people = whom is null ? act.Org.Everybody.Where(p => p.Active && IsNear(act, p)).ToDictionary(p => p.Id) : new() { [whom.Id] = whom };
        var ids = people.Keys.ToHashSet();
        var until = whom is null || said is not null ? days.To : DateOnly.MaxValue;
        var away = await act.Db.Absences.AsNoTracking().Where(a => ids.Contains(a.PersonId) && a.From <= until && a.To >= days.From).OrderBy(a => a.From).ThenBy(a => a.PersonId).Take(Most).ToListAsync(cancellationToken);
        var since = Zones.Instant(days.From, TimeOnly.MinValue, act.Me.TimeZone);
        var standIns = (await act.Db.Delegations.AsNoTracking().Where(d => ids.Contains(d.FromId) && d.EndsAt > since).OrderBy(d => d.StartsAt).ToListAsync(cancellationToken)).ToLookup(d => d.FromId);
        Word title = whom is not null ? new("Away.of", whom) : days.From == days.To ? new("Away.day", days.From) : new("Away.days", days.From, days.To);
        var data = new
        {
            Title = title,
            Rows = away.ConvertAll(a => new
            {
                Main = people[a.PersonId],
                Second = InPlace(act, a, standIns[a.PersonId].FirstOrDefault(d => Covers(d, a, people[a.PersonId]))?.ToId),
                Value = a.Half is null && a.From <= act.Today && act.Today <= a.To ? new Word("Away.now") : null,
            }),
            Empty = whom is null ? new Word("Away.nobody") : new Word("Away.not", whom),
            Buttons = new[] { new Button("Command.my_leave", "my_leave") },
        };
        return new Reply(new View("list", data, title));
    }

    /// <summary>Whose work one sees, who is in one's team, and who leads oneself.</summary>
    private static bool IsNear(Act act, Person person)
    {
        if (act.Viewer.Sees(person.Id) || (person.TeamId is { } team && team == act.Me.TeamId))
        {
            return true;
        }

        var seen = new HashSet<long>();
        for (var above = act.Org.Superior(act.Me); above is not null && seen.Add(above.Id); above = act.Org.Superior(above))
        {
            if (above.Id == person.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Covers(Approvals.Delegation delegation, Absence absence, Person person) =>
        delegation.StartsAt < Zones.Instant(absence.To.AddDays(1), TimeOnly.MinValue, person.TimeZone) && delegation.EndsAt > Zones.Instant(absence.From, TimeOnly.MinValue, person.TimeZone);

    /// <summary>The days, and who decides meanwhile where somebody was named.</summary>
    private static Word InPlace(Act act, Absence absence, long? standIn)
    {
        var days = TakeLeave.Said(absence);
        return act.Org.Find(standIn) is { } person ? new Word("Format.Dot", days, new Word("Away.stands_in", person)) : days;
    }
}
