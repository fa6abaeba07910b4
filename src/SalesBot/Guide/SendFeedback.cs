using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>Keeps a suggestion about the bot or the process, with its state, and hands it to the administrators (GV-01).</summary>
internal sealed class SendFeedback : Command
{
    public override CommandSpec Spec { get; } = new("feedback", Permission.Member) { Requires = ["content"] };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var text = act.Slots.Text("content")!;
        act.Db.Add(new Suggestion { Key = Keys.New('S'), CreatedAt = act.Now, PersonId = act.Me.Id, Text = text.Length > 2000 ? text[..2000] : text });
        var told = act.Org.Administrators.Where(p => p.Id != act.Me.Id).Select(p => new Notice(p, new View(null, null, new Word("Notice.feedback", act.Me, text))));
        return Task.FromResult(act.Receipt("Receipt.feedback", null, "Receipt.feedback_next") with { Notices = [.. told] });
    }
}
