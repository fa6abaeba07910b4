using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Risks;

/// <summary>A risk as cards say it, and who may do what with it.</summary>
internal static class RiskFacts
{
    /// <summary>What is in view while risks are: <see cref="Focus.Listed"/>.</summary>
    public const string Listed = "risk";

    /// <summary>Who follows it, who logged it, and whoever leads the one who follows it.</summary>
    public static bool MayChange(Act act, Risk risk) =>
        risk.OwnerId == act.Me.Id || risk.ReporterId == act.Me.Id || (act.Me.May(Permission.ManageTeam) && act.Viewer.Sees(risk.OwnerId));

    /// <summary>The deal or customer that it is about; null where it is about none.</summary>
    public static string? About(Risk risk) => risk.Deal?.Name ?? risk.Customer?.Name;

    public static Word Open => new("Command.list_risks");

    /// <summary>The card of one risk with what may be done about it.</summary>
    public static View Card(Act act, Risk risk)
    {
        Slots about = new() { ["risk"] = risk.Key };
        Word title = new("RiskLog.card", risk.Content);
        List<Word> lines =
        [
            new("RiskLog.state", risk.State, risk.Level is { } level ? level : new Word("RiskLog.unjudged")),
            new("RiskLog.owner", act.Org.Find(risk.OwnerId), act.Org.Find(risk.ReporterId), risk.CreatedAt),
            risk.Plan is { } plan ? new("RiskLog.plan", plan) : new("RiskLog.no_plan"),
        ];
        if (About(risk) is { } concerns)
        {
            lines.Add(new("RiskLog.about", concerns));
        }

        if (risk.State == RiskState.Open)
        {
            lines.Add(risk.ReviewOn is { } day ? new("RiskLog.review", day) : new("RiskLog.no_review"));
        }
        else
        {
            lines.Add(new("RiskLog.closed", risk.ClosedAt, risk.ClosingNote ?? ""));
        }

        Button[] buttons = risk.State != RiskState.Open || !MayChange(act, risk) ? [] :
        [
            new("Button.close_risk", "close_risk", about, "positive"),
            new("Button.level_risk", "level_risk", about),
            new("Button.plan_risk", "plan_risk", about),
            new("Button.review_risk", "review_risk", about),
            new("Button.assign_risk", "assign_risk", about),
        ];
        return new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, title);
    }
}
