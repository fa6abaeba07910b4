using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Risks;

/// <summary>Somebody else follows it: whoever of the active people may see sales.</summary>
internal sealed class AssignRisk() : RiskAct("assign_risk", "person")
{
    protected override Reply Do(Act act, Risk risk)
    {
        if (act.Org.Find(act.Frame.Ref("person")) is not { Active: true } person || !person.May(Permission.ReadSales))
        {
            return Question.Again(act, "person", new Word("RiskLog.cannot_have", act.Org.Find(act.Frame.Ref("person")) is { } gone ? gone : Excerpt.Of(act.Slots.Text("person"))));
        }

        var before = risk.OwnerId;
        risk.OwnerId = person.Id;
        return Done(act, risk, new Word("RiskLog.told_changed", act.Me, risk.Content, new Word("Field.Risk.OwnerId"), person), before);
    }
}
