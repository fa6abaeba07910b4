using System.Collections.Frozen;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>
/// The ladder that deals climb (ST-01): its stages in order, the last of them won. Lost is no step of it, as it is reachable from anywhere.
/// </summary>
internal sealed record SalesProcess(IReadOnlyList<Stage> Stages)
{
    public const string Won = "won";
    public const string Lost = "lost";

    /// <summary>The <see cref="Definition.Name"/> of its versions.</summary>
    public const string Name = "process";

    /// <summary>The process that a new company starts with.</summary>
    public static SalesProcess Shipped { get; } = Template.Find("default")!.Process;

    /// <summary>The number of its version; 0 for the one that ships with the service.</summary>
    public int Version { get; init; }

    /// <summary>The stages in which a deal is still being worked on.</summary>
    public IEnumerable<Stage> Open => Stages.Where(s => s.Id != Won);

    public string First => Stages[0].Id;

    /// <summary>After how many days most stages count a deal as stalled: what is said of the whole process.</summary>
    public int UsualStallDays => Open.Where(s => s.StallDays > 0).GroupBy(s => s.StallDays).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault()?.Key ?? 0;

    /// <summary>What its stages are called, of those that were given a name.</summary>
    public IReadOnlyDictionary<string, LocalText> Names => Stages.Where(s => s.Name is not null).ToFrozenDictionary(s => s.Id, s => s.Name!, StringComparer.Ordinal);

    /// <summary>The process in force; the shipped one where what was laid down cannot be read.</summary>
    public static SalesProcess In(Definitions definitions) => definitions.Read(Name, laid => laid is null ? Shipped : (ProcessFile.Read(laid.Content).Process ?? Shipped) with { Version = laid.Number });

    /// <summary>The same for a job, which is not in the middle of a turn.</summary>
    public static async Task<SalesProcess> LoadAsync(SalesDb db, CancellationToken cancellationToken) => In(await Definitions.LoadAsync(db, cancellationToken));

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
}
