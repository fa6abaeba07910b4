using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Risks;

/// <summary>It is none any more: how that came is written down (“供应商的风险解除了：已恢复供货”).</summary>
internal sealed class CloseRisk() : RiskAct("close_risk", "content")
{
    public override CommandSpec Spec { get; } = new("close_risk", Permission.ReadSales) { MayAsk = ["content"], InHelp = false };

    protected override string Which(Act act)
    {
        var (which, note) = RiskReader.Over(act.Slots.Text("closing") ?? "");
        if (note.Length > 0)
        {
            act.Slots.TryAdd("content", note);
        }

        return which;
    }

    protected override Reply Do(Act act, Risk risk)
    {
        (risk.State, risk.ClosedAt, risk.ClosingNote) = (RiskState.Closed, act.Now, act.Slots.Text("content"));
        return Done(act, risk, new Word("RiskLog.told_closed", act.Me, risk.Content, risk.ClosingNote));
    }
}
