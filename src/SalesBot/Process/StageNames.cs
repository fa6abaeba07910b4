using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>Stages as people and other systems call them.</summary>
internal static class StageNames
{
    /// <summary>The id behind an id, a name or an imported label, in any case; null for a stage that the process in force does not know.</summary>
    public static async Task<string?> FindAsync(Act act, string label, CancellationToken cancellationToken)
    {
        if (Find(act.Process, label) is { } known)
        {
            return known;
        }

        var alias = (await act.Db.StageAliases.AsNoTracking().ToListAsync(cancellationToken)).Find(a => IsSame(a.Label, label))?.Stage;
        return alias is null ? null : Find(act.Process, alias);
    }

    private static string? Find(SalesProcess process, string label) =>
        process.Stages.FirstOrDefault(s => IsSame(s.Id, label) || IsSame(s.Name?.En, label) || IsSame(s.Name?.Zh, label))?.Id
        ?? (IsSame(SalesProcess.Lost, label) ? SalesProcess.Lost : null);

    private static bool IsSame(string? name, string label) => string.Equals(name, label, StringComparison.OrdinalIgnoreCase);

    /// <summary>Says that there is no such stage, and which there are. One that this process has no longer is said by its name, as people know it.</summary>
    public static Word Unknown(SalesProcess process, string label) => new("Bad.stage", Template.All.Any(t => t.Process.Find(label) is not null) ? (object)StageName.Of(label) : Excerpt.Of(label), process.Stages.Select(s => StageName.Of(s.Id)).ToList());
}
