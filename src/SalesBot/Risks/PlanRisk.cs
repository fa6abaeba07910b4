using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Risks;

/// <summary>What is done if it happens.</summary>
internal sealed class PlanRisk() : RiskAct("plan_risk", "content")
{
    protected override Reply Do(Act act, Risk risk)
    {
        risk.Plan = act.Slots.Text("content");
        return Done(act, risk, new Word("RiskLog.told_changed", act.Me, risk.Content, new Word("Field.Risk.Plan"), risk.Plan));
    }
}
