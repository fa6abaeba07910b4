using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>Somebody else in one's place while one is away: for who decides on approvals that is a delegation; of others nothing is handed over, and they read what happens instead.</summary>
internal sealed class StandIn : Command
{
    public override CommandSpec Spec { get; } = new("stand_in", Permission.Member) { InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (!act.Me.May(Permission.Decide))
        {
            Word text = new(act.Me.ManagerId is null ? "StandIn.nobody" : "StandIn.superior", act.Org.Find(act.Me.ManagerId)!);
            Button[] buttons = [new("Command.take_leave", "take_leave"), new("Command.my_leave", "my_leave")];
            return new Reply(new View("text", new { Title = new Word("Command.stand_in"), Paragraphs = new[] { text }, Buttons = buttons }, text));
        }

        return act.Slots.Text("person") is null && act.Frame.Ref("person") is null
            ? await new ShowLeave().RunAsync(act, cancellationToken)
            : await new DelegateApproval().RunAsync(act with { Frame = act.Frame with { Intent = "delegate_approval" } }, cancellationToken);
    }
}
