using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>
/// What this person can do, out of the commands themselves: a few areas, then their topics, then each command with a sentence that works. Asked about may be an area, a topic or
/// any word ("help quotes").
/// </summary>
internal sealed class GiveHelp : Command
{
    private const int Most = 6;

    private static readonly char[] Signs = [' ', ',', '.', ':', '?', '!', '\uFF1A', '\uFF0C', '\uFF1F', '\u3002', '\uFF01'];

    public override CommandSpec Spec { get; } = new("help", Permission.Member) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var mine = CommandWords.For(act.Me);
        var (slot, asked) = (act.Slots.Text("topic"), Asked(act));
        var known = HelpTopics.Find(asked) ?? HelpTopics.Find(slot) ?? (slot is null && asked is null ? HelpTopics.Find(act.Said) : null);
        if (known is not null && HelpTopics.In(known, mine) is { Count: > 0 } topics)
        {
            return topics is [var only] ? Examples(act, HelpTopics.Title(only.Key), Ids(only), await ExampleNames.OfAsync(act, cancellationToken)) : Area(act, known, topics);
        }

        if (known is not null && mine.Contains(known))
        {
            // A word in a question (“报价审批怎么申请”) may mean a command of another topic.
            var near = asked is null && slot is not null && !act.Pressed ? CommandWords.Nearest(slot, act.Me, Most) : [];
            return Examples(act, HelpTopics.Title(known), [.. near.Concat(Ids(mine[known])).Distinct(StringComparer.Ordinal)], await ExampleNames.OfAsync(act, cancellationToken));
        }

        var words = slot ?? asked;
        var ids = words is null ? [] : CommandWords.Nearest(words, act.Me, Most);
        return ids.Count == 0 ? Areas(act, mine) : Examples(act, About(act, words!, ids[0]), ids, await ExampleNames.OfAsync(act, cancellationToken));
    }

    /// <summary>By the words that were said; a code of ours is none of them.</summary>
    private static Word About(Act act, string words, string first) => act.Said?.Contains(words, StringComparison.OrdinalIgnoreCase) == true ? new Word("Help.about", words) : new Word("Command." + first);

    /// <summary>What stands beside the word for help: "help payments".</summary>
    private static string? Asked(Act act)
    {
        var said = act.Said?.Trim() ?? "";
        var word = GuideFile.Lines("help-words.txt").FirstOrDefault(w => said.StartsWith(w, StringComparison.OrdinalIgnoreCase));
        return word is not null && said.Length > word.Length && said[word.Length..].Trim(Signs) is { Length: > 0 } asked ? asked : null;
    }

    private static IReadOnlyList<string> Ids(IEnumerable<CommandSpec> specs) => [.. specs.OrderByDescending(s => CommandWords.Example(s.Id, []) is not null).ThenBy(s => s.Changes).Select(s => s.Id)];

    /// <summary>The first level: each area with its topics, and what fits the role best as a button.</summary>
    private static Reply Areas(Act act, ILookup<string, CommandSpec> mine)
    {
        var rows = HelpTopics.Areas.Select(area => (area.Area, Topics: HelpTopics.In(area.Area, mine))).Where(area => area.Topics.Count > 0).Select(area => new
        {
            Main = HelpTopics.Title(area.Area),
            Second = Joined(area.Topics.Select(topic => HelpTopics.Title(topic.Key))),
            Open = new Button("Button.examples", "help", new Slots { ["topic"] = area.Area }),
        }).ToList();
        return Listed(act, "Help.title", "Help.subtitle", rows, [.. Tries.For(act.Me)]);
    }

    private static Reply Area(Act act, string area, IReadOnlyList<IGrouping<string, CommandSpec>> topics)
    {
        var rows = topics.Select(topic => new
        {
            Main = HelpTopics.Title(topic.Key),
            Second = Joined(topic.Select(s => new Word("Command." + s.Id))),
            Open = new Button("Button.examples", "help", new Slots { ["topic"] = topic.Key }),
        }).ToList();
        return Listed(act, HelpTopics.Title(area), "Help.area", rows, new Button("Button.all_topics", "help"));
    }

    private static Word Joined(IEnumerable<Word> words) => words.Aggregate((a, b) => new Word("Format.Dot", a, b));

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
