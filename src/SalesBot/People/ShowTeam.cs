using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>Who belongs to a team or a department, in which team somebody is, and to whom they report. Everybody knows who works here; what somebody has is another matter.</summary>
internal sealed class ShowTeam : Command
{
    private static readonly SpokenLists Roles = new("SalesBot.People.role-words.txt");

    public override CommandSpec Spec { get; } = new("show_team", Permission.Member) { Changes = false, InHelp = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => Task.FromResult(Answer(act));

    /// <summary>One colleague: what they are, where, under whom, and who reports to them.</summary>
    public static Reply Of(Act act, Person person)
    {
        var reports = Reports(act, person);
        return Show(act, Standing(act, person), reports.Count == 0 ? null : new Word("Team.reports"), reports);
    }

    private static Reply Answer(Act act)
    {
        if (act.Org.Find(act.Frame.Ref("person")) is { } person && person.Id != act.Me.Id)
        {
            return Of(act, person);
        }

        if (act.Slots.Text("person") is { } nobody && act.Frame.Ref("person") is null)
        {
            return Act.Say(new Word("NotFound.person", nobody));
        }

        if (act.Frame.Ref("team") is { } key && act.Org.Everybody.Where(p => p.Active && p.Team?.Key == key).ToList() is { Count: > 0 } team)
        {
            return Show(act, new Word("Team.title", team[0].Team!, team.Count), null, team);
        }

        if (act.Slots.Text("department") is { } department && Enum.TryParse<Role>(Roles.In("role", department), out var role))
        {
            var those = act.Org.With(role);
            return Show(act, new Word("Team.role", role, those.Count), null, those);
        }

        return Mine(act);
    }

    /// <summary>Whoever leads others has them; who leads nobody, those of the team.</summary>
    private static Reply Mine(Act act)
    {
        var reports = Reports(act, act.Me);
        var near = reports.Count > 0 ? reports
            : [.. act.Org.Everybody.Where(p => p.Active && p.Id != act.Me.Id && p.TeamId is not null && p.TeamId == act.Me.TeamId).OrderBy(p => p.Id)];
        return Show(act, Standing(act, act.Me), near.Count == 0 ? null : new Word(reports.Count > 0 ? "Team.your_reports" : "Team.with_you"), near);
    }

    private static List<Person> Reports(Act act, Person person) => [.. act.Org.Everybody.Where(p => p.Active && act.Org.Superior(p)?.Id == person.Id).OrderBy(p => p.Id)];

    private static Word Standing(Act act, Person person)
    {
        object team = person.Team ?? (object)new Word("Team.none");
        var (above, mine) = (act.Org.Superior(person), person.Id == act.Me.Id);
        return above is null ? new Word(mine ? "Team.you_top" : "Team.of_top", person, person.Role, team) : new Word(mine ? "Team.you" : "Team.of", person, person.Role, team, above);
    }

    private static Reply Show(Act act, Word title, Word? subtitle, IReadOnlyList<Person> people)
    {
        var paging = Paging.Of(act, people.Count);
        var rows = people.Skip(paging.Skip).Take(paging.Size).Select(p => new { Main = p, Second = new Word("Team.row", p.Role, p.Team ?? (object)new Word("Team.none"), act.Org.Superior(p) ?? (object)"–") }).ToList();
        return DayList.Show(paging, title, (object?)subtitle ?? "", rows, "Team.alone");
    }
}
