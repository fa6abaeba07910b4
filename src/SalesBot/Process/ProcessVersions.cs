using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Process;

/// <summary>The versions of the sales process: only ever added, the newest holds.</summary>
internal static class ProcessVersions
{
    public static IQueryable<Definition> Of(SalesDb db) => db.Definitions.Where(d => d.Name == SalesProcess.Name);

    /// <summary>The process as the version after the one that this act has seen: where another was saved meanwhile the number is taken, and the turn runs again on that one.</summary>
    /// <param name="note">Why, in their words.</param>
    public static Definition Add(Act act, SalesProcess process, string? note)
    {
        var version = new Definition
        {
            Key = Keys.New('V'), CreatedAt = act.Now, Name = SalesProcess.Name, Number = act.Process.Version + 1,
            Content = ProcessFile.Write(process), ById = act.Me.Id, Note = note,
        };
        act.Db.Add(version);
        return version;
    }
}
