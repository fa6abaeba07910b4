using System.Text.Json;

namespace SalesBot.Process;

/// <summary>
/// The ladder that deals climb (ST-01): its stages in order, the last of them won. Lost is no step of it, as it is reachable from anywhere.
/// </summary>
internal sealed record SalesProcess(IReadOnlyList<Stage> Stages)
{
    public const string Won = "won";
    public const string Lost = "lost";

    /// <summary>The process that a new company starts with.</summary>
    public static SalesProcess Standard { get; } = Load();

    /// <summary>The stages in which a deal is still being worked on.</summary>
    public IEnumerable<Stage> Open => Stages.Where(s => s.Id != Won);

    public string First => Stages[0].Id;

    public Stage? Find(string? id) => Stages.FirstOrDefault(s => s.Id == id);

    /// <summary>Place on the ladder from 0; -1 for <see cref="Lost"/> and for anything unknown.</summary>
    public int PlaceOf(string id)
    {
        for (var place = 0; place < Stages.Count; place++)
        {
            if (Stages[place].Id == id)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>The stage that many steps on (or back, when negative); null where the ladder ends, and for a stage that is not on it.</summary>
    public Stage? From(string id, int steps) =>
        PlaceOf(id) is var place and >= 0 && place + steps >= 0 && place + steps < Stages.Count ? Stages[place + steps] : null;

    private static SalesProcess Load()
    {
        using var file = typeof(SalesProcess).Assembly.GetManifestResourceStream("SalesBot.Process.default-process.json")!;
        return JsonSerializer.Deserialize<SalesProcess>(file, JsonSerializerOptions.Web)!;
    }
}
