using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Boards;

/// <summary>The channel that a team reads together (ST-05 (c)): where it is, and in which language and zone it is spoken to.</summary>
/// <param name="User">Whose seat in the channel is spoken through: whoever made it the board.</param>
internal sealed record TeamBoard(string Channel, string Conversation, string User, string Language, string Zone);

/// <summary>The boards of all teams by the team's key (<see cref="Definition"/> <c>boards</c>).</summary>
internal sealed record TeamBoards(IReadOnlyDictionary<string, TeamBoard> ByTeam, int Number)
{
    public const string Name = "boards";

    public static TeamBoards In(Definitions definitions) => definitions.Read(Name, Read);

    /// <summary>Lays down the board of a team as a new version; null: it has none from now on.</summary>
    public static async Task SaveAsync(Act act, string team, TeamBoard? board, CancellationToken cancellationToken)
    {
        var newest = Read(await Definitions.NewestAsync(act.Db, Name, cancellationToken));
        var all = new Dictionary<string, TeamBoard>(newest.ByTeam, StringComparer.Ordinal);
        all.Remove(team);
        if (board is not null)
        {
            all[team] = board;
        }

        act.Db.Definitions.Add(new Definition { Key = Keys.New('B'), CreatedAt = act.Now, Name = Name, Number = newest.Number + 1, ById = act.Me.Id, Content = JsonSerializer.Serialize(all, JsonSerializerOptions.Web) });
    }

    private static TeamBoards Read(Definition? laid) =>
        new(JsonSerializer.Deserialize<Dictionary<string, TeamBoard>>(laid?.Content ?? "{}", JsonSerializerOptions.Web)!, laid?.Number ?? 0);
}
