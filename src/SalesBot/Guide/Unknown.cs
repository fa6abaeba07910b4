using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>
/// Nothing that the bot can do was read, or it was no order (negated, supposed, asked): says so, changes nothing, and offers a working sentence
/// for each of the three questions that come nearest. A sentence that changes something is never offered: one press too many would write on a guess.
/// </summary>
internal sealed class Unknown : Command
{
    public override CommandSpec Spec { get; } = new("unknown", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var near = CommandWords.Nearest(act.Said, act.Me, 3, s => !s.Changes && s.Id != "help");
        if (near.Count == 0)
        {
            return Act.Say("Unknown.text", "Suggest.my_deals", "Suggest.my_tasks", "Suggest.help");
        }

        var names = await ExampleNames.OfAsync(act, cancellationToken);
        return Act.Say("Unknown.text", [.. near.Select(id => CommandWords.Example(id, names)).OfType<Word>(), "Suggest.help"]);
    }
}
