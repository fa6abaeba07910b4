using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Somebody the page can speak as. <paramref name="News"/> is the number of the last line of this person's conversation.</summary>
/// <param name="Role">The name of a <see cref="People.Role"/>.</param>
internal sealed record Persona(string Key, string Name, string? EnglishName, string Role, PersonaTeam? Team, string TimeZone, long News);

internal sealed record PersonaTeam(string Key, string Name, string? EnglishName);

/// <summary>The people of the company, as the page's picker shows them: by team, whoever leads it first, those without a team last.</summary>
internal sealed class Personas(Func<SalesDb> open, Transcript transcript)
{
    /// <summary>More than anyone picks from; a company of thousands practises with its first ones.</summary>
    public const int Most = 300;

    private static readonly Role[] Order =
        [Role.Director, Role.RegionalManager, Role.Manager, Role.Rep, Role.Legal, Role.Finance, Role.CustomerSuccess, Role.Admin];

    public async Task<bool> ExistsAsync(string key, CancellationToken stop)
    {
        await using var db = open();
        return await db.People.AnyAsync(p => p.Key == key && p.Active, stop);
    }

    /// <summary><c>GET /dev/people</c></summary>
    public static async Task<IResult> GetAsync(Personas personas, CancellationToken stop) => Results.Json(await personas.ListAsync(stop));

    private async Task<IReadOnlyList<Persona>> ListAsync(CancellationToken stop)
    {
        await using var db = open();
        var people = await db.People.AsNoTracking().Include(p => p.Team).Where(p => p.Active)
            .OrderBy(p => p.TeamId == null).ThenBy(p => p.TeamId).ThenBy(p => p.Id).Take(Most).ToListAsync(stop);
        var last = await transcript.LastAsync(stop);
        return
        [
            .. people.OrderBy(p => p.TeamId ?? long.MaxValue).ThenBy(p => Array.IndexOf(Order, p.Role)).ThenBy(p => p.Id)
                .Select(p => new Persona(p.Key, p.Name, p.EnglishName, p.Role.ToString(), Team(p), p.TimeZone, last.GetValueOrDefault(Conversations.Of(p.Key)))),
        ];
    }

    private static PersonaTeam? Team(Person person) => person.Team is { } team ? new PersonaTeam(team.Key, team.Name, team.EnglishName) : null;
}
