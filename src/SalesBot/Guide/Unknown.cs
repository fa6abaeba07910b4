using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>
/// Nothing that the bot can do was read, or it was no order (negated, supposed, asked): says so as it fits what was said, changes nothing, and offers
/// a working sentence for each question whose words it has. A sentence that changes something is never offered: one press too many would write on a guess.
/// </summary>
internal sealed class Unknown : Command
{
    /// <summary>A word for somebody else, however kind it is.</summary>
    public const string PassedOn = "pass_on";

    private static readonly Lazy<IReadOnlyList<(string Kind, string[] Words)>> Kinds = new(() =>
        [.. GuideFile.Lines("no-order.txt").Select(l => l.Split(" = ", 2)).Select(l => (l[0], l[1].Split('|')))]);

    public override CommandSpec Spec { get; } = new("unknown", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        Word text = new("Unknown." + Kind(act));
        var near = act.Frame.Nearby.Where(id => CommandWords.Table.Find(id) is { Spec.InHelp: true } command && act.Me.May(command.Spec.Needs)).ToList();
        if (near.Count == 0)
        {
            return Act.Say(text, "Suggest.help");
        }

        var names = await ExampleNames.OfAsync(act, cancellationToken);
        return Act.Say(new Word("Unknown.near", text), [.. near.Select(id => CommandWords.Example(id, names)).OfType<Word>(), "Suggest.help"]);
    }

    private static string Kind(Act act) => act.Frame.Withheld ? "withheld" : Told(act) ?? (act.Frame.Asks ? "question" : "text");

    /// <summary>What it is, of which nothing can be done.</summary>
    public static string? Told(Act act) =>
        Kinds.Value.FirstOrDefault(k => Array.Exists(k.Words, w => Says(act, w)) && (k.Kind != PassedOn || act.Org.Everybody.Any(p => p.Id != act.Me.Id && Called(p).Any(name => Says(act, name))))).Kind;

    private static IEnumerable<string> Called(Person person) =>
        new[] { person.Name, person.EnglishName, person.EnglishName?.Split(' ')[0] }.Concat(person.Aliases).OfType<string>().Where(name => name.Length > 1);

    private static bool Says(Act act, string word) => act.Said?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
