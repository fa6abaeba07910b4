using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>
/// What this person can do, out of the commands themselves: by topic first, then each with a sentence that works. A topic may be a group or
/// any word ("help quotes").
/// </summary>
internal sealed class GiveHelp : Command
{
    private const int Most = 6;

    public override CommandSpec Spec { get; } = new("help", Permission.Member) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var mine = CommandWords.For(act.Me);
        if ((act.Slots.Text("topic") ?? Asked(act)) is not { } topic)
        {
            return Topics(act, mine);
        }

        var ids = mine.Contains(topic) ? [.. mine[topic].Select(s => s.Id)] : CommandWords.Nearest(topic, act.Me, Most);
        return ids.Count == 0 ? Topics(act, mine) : Examples(act, Title(act, mine, topic, ids[0]), ids, await ExampleNames.OfAsync(act, cancellationToken));
    }

    /// <summary>A topic that the reader has a name for is called by ours.</summary>
    private static Word Title(Act act, ILookup<string, CommandSpec> mine, string topic, string first) =>
        mine.FirstOrDefault(g => string.Equals(g.Key, topic, StringComparison.OrdinalIgnoreCase)) is { } area ? new Word("Topic." + area.Key)
            : act.Said?.Contains(topic, StringComparison.OrdinalIgnoreCase) == true ? new Word("Help.about", topic) : new Word("Command." + first);

    /// <summary>What stands beside the word for help: "help payments".</summary>
    private static string? Asked(Act act)
    {
        var said = act.Said?.Trim() ?? "";
        var word = GuideFile.Lines("help-words.txt").FirstOrDefault(w => said.StartsWith(w, StringComparison.OrdinalIgnoreCase));
        return word is not null && said.Length > word.Length + 1 ? said[word.Length..].Trim() : null;
    }

    private static Reply Topics(Act act, ILookup<string, CommandSpec> mine)
    {
        var rows = mine.OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new
        {
            Main = new Word("Topic." + g.Key),
            Second = g.Select(s => new Word("Command." + s.Id)).ToList().Aggregate((a, b) => new Word("Format.Dot", a, b)),
            Open = new Button("Button.examples", "help", new Slots { ["topic"] = g.Key }),
        }).ToList();
        return Listed(act, "Help.title", "Help.subtitle", rows);
    }

    private static Reply Examples(Act act, Word title, IReadOnlyList<string> ids, object?[] names)
    {
        var rows = ids.Select(id => new
        {
            Main = new Word("Command." + id),
            Second = CommandWords.Example(id, names) is { } example ? new Word("Help.say", example) : null,
            Open = new Button("Button.try", id),
        }).ToList();
        return Listed(act, title, "Help.examples", rows, new Button("Button.all_topics", "help"));
    }

    private static Reply Listed(Act act, Word title, Word subtitle, System.Collections.IList rows, params Button[] buttons) =>
        new(new View("list", new { Title = title, Subtitle = subtitle, Rows = rows, Buttons = buttons }, title))
        {
            InPlace = act.Pressed && act.Slots.ContainsKey("topic"),
            Focus = act.Focus.Settled(),
        };
}
