using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Risks;

/// <summary>When it is looked at again; on that day whoever follows it is asked.</summary>
internal sealed class ReviewRisk() : RiskAct("review_risk", "date")
{
    protected override Reply Do(Act act, Risk risk)
    {
        if (act.Slots.Date("date") is not { } day)
        {
            return Question.Again(act, "date", new Word("RiskLog.bad_day", Excerpt.Of(act.Slots.Text("date"))));
        }

        if (day < act.Today)
        {
            return Question.Again(act, "date", new Word("Bad.past_day", day));
        }

        risk.ReviewOn = day;
        return Done(act, risk, new Word("RiskLog.told_changed", act.Me, risk.Content, new Word("Field.Risk.ReviewOn"), day));
    }
}
