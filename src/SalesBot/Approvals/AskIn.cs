using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>An approver has somebody else decide as well (加签): both have to approve; the clock runs on.</summary>
internal sealed class AskIn : Command
{
    public override CommandSpec Spec { get; } = new("ask_in", Permission.Decide) { Requires = ["person"], Undoable = false };

    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken) => FurtherApprover.OfferAsync(act, cancellationToken);

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (facts, person, answer) = await FurtherApprover.FindAsync(act, Spec.Id, KindRule.MayAskIn, cancellationToken);
        if (facts is null || person is null)
        {
            return answer!;
        }

        facts.Seating.AskIn(act.Db, facts.Approval, person, act.Me);
        return FurtherApprover.Answer(act, facts, person, "AskIn.note", "AskIn.told", "AskIn.submitter");
    }
}
