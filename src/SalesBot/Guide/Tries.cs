using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Guide;

/// <summary>Which three commands a role is shown first (<c>tries.txt</c>).</summary>
internal static class Tries
{
    private static readonly Lazy<Dictionary<string, string[]>> ByRole = new(() =>
        GuideFile.Lines("tries.txt").Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal));

    /// <summary>A button each; what a person may not do, or this version does not have, is not offered.</summary>
    public static IReadOnlyList<Button> For(Person person) =>
        [.. ByRole.Value[person.Role.ToString()].Where(id => CommandWords.Table.Find(id) is { } command && person.May(command.Spec.Needs)).Take(3).Select(id => new Button("Command." + id, id))];
}
