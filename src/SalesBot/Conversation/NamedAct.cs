using SalesBot.Data;
using SalesBot.Language.Text;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>Which of somebody's acts is called by certain words: by what it wrote, or by the names of the records that it touched.</summary>
internal static class NamedAct
{
    /// <summary>So much of what is said must be there.</summary>
    private const double Enough = 0.6;

    /// <summary>The one that has most of the words, and of several the newest.</summary>
    /// <param name="entries">Newest first.</param>
    public static async Task<AuditEntry?> FindAsync(Act act, IReadOnlyList<AuditEntry> entries, string words, CancellationToken cancellationToken)
    {
        var said = TextPieces.Of(NormalText.Of(words).Text);
        if (said.Count == 0) return null;
        var changes = entries.Select(entry => (Entry: entry, Changes: ChangeLog.FromJson(entry.Changes))).ToList();
        var names = await Choice.NamesAsync(act, [.. changes.SelectMany(pair => pair.Changes).Select(change => change.Key).Distinct(StringComparer.Ordinal)], cancellationToken);
        return changes.Select(pair => (pair.Entry, Share: (double)TextPieces.Common(said, TextPieces.Of(Text(pair.Changes, names))) / said.Count)).Where(found => found.Share >= Enough).OrderByDescending(found => found.Share).FirstOrDefault().Entry;
    }

    /// <summary>What the act is called, with the record that it was about where that has a name.</summary>
    public static async Task<Word> TitleAsync(Act act, AuditEntry entry, CancellationToken cancellationToken)
    {
        var keys = ChangeLog.FromJson(entry.Changes).Select(change => change.Key).Distinct(StringComparer.Ordinal).ToList();
        var names = await Choice.NamesAsync(act, keys, cancellationToken);
        var command = new Word("Command." + entry.Command);
        return keys.Find(names.ContainsKey) is { } named ? new Word("Undo.of", command, names[named]) : command;
    }

    private static string Text(IReadOnlyList<Change> changes, IReadOnlyDictionary<string, string> names) =>
        NormalText.Of(string.Join('\n', changes.SelectMany(change => change.Fields.SelectMany(field => new[] { Plain(field.Before), Plain(field.After) }).Append(names.GetValueOrDefault(change.Key))).OfType<string>())).Text;

    /// <summary>Of a field that holds text.</summary>
    private static string? Plain(string? json) => json is ['"', .., '"'] ? System.Text.Json.JsonSerializer.Deserialize<string>(json) : null;
}
