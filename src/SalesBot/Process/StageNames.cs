using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>Stages as people and other systems call them.</summary>
internal static class StageNames
{
    /// <summary>The id behind an id or an imported label, in any case; null for a stage that this process does not know.</summary>
    public static async Task<string?> FindAsync(SalesDb db, string label, CancellationToken cancellationToken)
    {
        var known = SalesProcess.Standard.Stages.Select(s => s.Id).Append(SalesProcess.Lost).FirstOrDefault(id => id.Equals(label, StringComparison.OrdinalIgnoreCase));
        return known ?? (await db.StageAliases.ToListAsync(cancellationToken)).Find(a => a.Label.Equals(label, StringComparison.OrdinalIgnoreCase))?.Stage;
    }

    /// <summary>Says that there is no such stage, and which there are.</summary>
    public static Word Unknown(string label) => new("Bad.stage", Excerpt.Of(label), SalesProcess.Standard.Stages.Select(s => new Word("Stage." + s.Id)).ToList());
}
