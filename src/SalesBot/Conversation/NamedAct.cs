using SalesBot.Data;
using SalesBot.Language.Text;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>How somebody's acts are called: by what they wrote, or by the names of the records that they touched.</summary>
internal static class NamedAct
{
    /// <summary>How much of what is said each of the acts has, from 0 to 1; of no words, nothing.</summary>
    public static async Task<IReadOnlyList<double>> SharesAsync(Act act, IReadOnlyList<AuditEntry> entries, string words, CancellationToken cancellationToken)
    {
        var said = TextPieces.Of(NormalText.Of(words).Text);
        if (said.Count == 0) return [.. entries.Select(_ => 0d)];
        var changes = entries.Select(entry => ChangeLog.FromJson(entry.Changes)).ToList();
        var names = await Choice.NamesAsync(act, [.. changes.SelectMany(all => all).Select(change => change.Key).Distinct(StringComparer.Ordinal)], cancellationToken);
        return [.. changes.Select(all => (double)TextPieces.Common(said, TextPieces.Of(Text(all, names))) / said.Count)];
    }

    /// <summary>What the act is called, with the record that it was about where that has a name.</summary>
    public static async Task<Word> TitleAsync(Act act, AuditEntry entry, CancellationToken cancellationToken)
    {
        var changes = ChangeLog.FromJson(entry.Changes);
        var records = await Choice.DescribeAsync(act.Db, act.Org, act.Viewer, [.. changes.Select(change => change.Key).Distinct(StringComparer.Ordinal)], cancellationToken);
        // A report has no name: it is told by whom it is of, not by the to-do that it brought.
        var isOfRecord = changes.Any(change => change.Kind == ChangeKind.Added && records.All(record => record.Key != change.Key));
        var command = new Word("Command." + entry.Command);
        return records.OrderBy(record => isOfRecord && record.Slot == "task").FirstOrDefault() is { } named ? new Word("Undo.of", command, named.Name) : command;
    }

    /// <summary>The first words that the act wrote down, which tell it from another of its kind; null where it wrote none.</summary>
    public static string? Wrote(AuditEntry entry) => ChangeLog.FromJson(entry.Changes).SelectMany(change => change.Fields).Where(field => field.Field is "Content" or "NextStep" or "Title" or "Name").OrderBy(field => field.Field, StringComparer.Ordinal)
        .Select(field => Plain(field.After) ?? Plain(field.Before)).FirstOrDefault(text => text is { Length: > 0 });

    private static string Text(IReadOnlyList<Change> changes, IReadOnlyDictionary<string, string> names) =>
        NormalText.Of(string.Join('\n', changes.SelectMany(change => change.Fields.SelectMany(field => new[] { Plain(field.Before), Plain(field.After) }).Append(names.GetValueOrDefault(change.Key))).OfType<string>())).Text;

    /// <summary>Of a field that holds text.</summary>
    private static string? Plain(string? json) => json is ['"', .., '"'] ? System.Text.Json.JsonSerializer.Deserialize<string>(json) : null;
}
