namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Somebody the page can speak as. <paramref name="News"/> counts up with each message of the bot to this person.</summary>
internal sealed record Persona(string Key, string Name, string? EnglishName, string Role, PersonaTeam? Team, string TimeZone, long News);

internal sealed record PersonaTeam(string Key, string Name, string? EnglishName);

/// <summary>The people of the company, as the page's picker shows them.</summary>
internal sealed class Personas(Transcript transcript)
{
    private static readonly PersonaTeam North = new("T1", "North", "North");
    private static readonly Persona[] All =
    [
        new("OP1", "Fiona", "Fiona Wang", "Manager", North, "Asia/Shanghai", 0),
        new("OP2", "Ray", "Ray Zhao", "Rep", North, "Asia/Shanghai", 0),
        new("OP5", "Kevin", "Kevin Doyle", "Rep", new("T2", "Intl", "International"), "Europe/London", 0),
        new("OP6", "Wen", "Wen Zheng", "Legal", null, "Asia/Shanghai", 0),
    ];

    public Task<bool> ExistsAsync(string key, CancellationToken stop) => Task.FromResult(!stop.IsCancellationRequested && All.Any(p => string.Equals(p.Key, key, StringComparison.Ordinal)));

    public async Task<IReadOnlyList<Persona>> ListAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var news = await transcript.NewsAsync(All.Select(p => Conversations.Of(p.Key)).ToList());
        return [.. All.Select(p => p with { News = news.GetValueOrDefault(Conversations.Of(p.Key)) })];
    }

    /// <summary><c>GET /dev/people</c></summary>
    public static async Task<IResult> GetAsync(Personas personas, CancellationToken stop) => Results.Json(await personas.ListAsync(stop));
}
