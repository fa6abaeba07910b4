using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Process;

/// <summary>The versions of the sales process: only ever added, the newest holds.</summary>
internal static class ProcessVersions
{
    public static IQueryable<Definition> Of(SalesDb db) => db.Definitions.Where(d => d.Name == SalesProcess.Name);

    /// <summary>The process as its next version; two who save at once are not both taken.</summary>
    /// <param name="note">Why, in their words.</param>
    public static async Task<Definition> AddAsync(Act act, SalesProcess process, string? note, CancellationToken cancellationToken)
    {
        var version = new Definition
        {
            Key = Keys.New('V'), CreatedAt = act.Now, Name = SalesProcess.Name, Number = 1 + (await Of(act.Db).MaxAsync(d => (int?)d.Number, cancellationToken) ?? 0),
            Content = ProcessFile.Write(process), ById = act.Me.Id, Note = note,
        };
        act.Db.Add(version);
        return version;
    }
}
