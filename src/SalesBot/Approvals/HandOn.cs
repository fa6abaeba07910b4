using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>An approver gives this one approval to somebody else for good (转交): who stands in for them leaves too, the clock runs on.</summary>
internal sealed class HandOn : Command
{
    public override CommandSpec Spec { get; } = new("hand_on", Permission.Decide) { Requires = ["person"], Undoable = false };

    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken) => FurtherApprover.OfferAsync(act, cancellationToken);

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (facts, person, answer) = await FurtherApprover.FindAsync(act, Spec.Id, KindRule.MayHandOn, cancellationToken);
        if (facts is null || person is null)
        {
            return answer!;
        }

        return facts.Seating.HandOn(act.Db, facts.Approval, act.Me, person)
            ? FurtherApprover.Answer(act, facts, person, "HandOn.note", "HandOn.told", "HandOn.submitter")
            : Act.Say("HandOn.stand_in");
    }
}
