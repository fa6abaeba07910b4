using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>Drops the open question, or says that there is none. Changes nothing either way.</summary>
internal sealed class Cancel : Command
{
    public override CommandSpec Spec { get; } = new("cancel", Permission.Member) { Changes = false, InHelp = false, Accompanies = true };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        Task.FromResult(act.Focus is { Pending: null, Fresh: true, LastEntry: { } entry } ? Offer(act, entry) : Question.Dropped(act));

    /// <summary>No question was open, and something was just done: it may be that.</summary>
    private static Reply Offer(Act act, string entry)
    {
        Word text = "Ask.keep";
        Button[] buttons = [new("Button.undo", "undo", new Language.Slots { ["entry"] = entry })];
        return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Focus };
    }
}
