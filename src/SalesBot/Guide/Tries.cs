using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Guide;

/// <summary>Which three commands a role is shown first (<c>tries.txt</c>).</summary>
internal static class Tries
{
    private static readonly Lazy<Dictionary<string, string[]>> ByRole = new(() =>
        GuideFile.Lines("tries.txt").Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal));

    /// <summary>Those that most roles are shown, in the order of the file: what a menu that is the same for everybody has room for.</summary>
    public static IReadOnlyList<string> Common(int most)
    {
        var known = ByRole.Value.Values.SelectMany(ids => ids).Where(id => CommandWords.Table.Find(id) is not null).ToList();
        var chosen = known.GroupBy(id => id, StringComparer.Ordinal).OrderByDescending(same => same.Count()).Take(most).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return [.. known.Distinct(StringComparer.Ordinal).Where(chosen.Contains)];
    }

    /// <summary>A button each; what a person may not do, or this version does not have, is not offered.</summary>
    public static IReadOnlyList<Button> For(Person person) =>
        [.. ByRole.Value[person.Role.ToString()].Where(id => CommandWords.Table.Find(id) is { } command && person.May(command.Spec.Needs)).Take(3).Select(id => new Button("Command." + id, id))];
}
