using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Risks;

internal sealed class ShowRisk() : RiskAct("show_risk", null)
{
    public override CommandSpec Spec { get; } = new("show_risk", Permission.ReadSales) { Requires = ["risk"], Changes = false, InHelp = false };

    protected override Reply Do(Act act, Risk risk) => new(RiskFacts.Card(act, risk));
}
