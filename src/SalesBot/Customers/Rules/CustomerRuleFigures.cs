using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Nudges;
using SalesBot.Nudges.Centre;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Customers.Rules;

/// <summary>One figure of the rule; the slot <c>figure</c> names it where the command stands for several.</summary>
internal abstract class FigureEdit(string id, string? figure) : CustomerRuleEdit
{
    public override CommandSpec Spec { get; } = Editing(id, "value");

    protected override (CustomerRule? After, Reply? Bad) Edit(Act act, CustomerRule before)
    {
        if (CustomerFigure.All.FirstOrDefault(f => f.Id == (figure ?? Which(act))) is not { } meant)
        {
            return (null, Unknown(act));
        }

        return Said(act, meant) is { } value ? (before with { Figures = before.Figures.ToDictionary(f => f.Key, f => f.Key == meant.Id ? value : f.Value, StringComparer.Ordinal) }, null)
            : (null, Question.Again(act, "value", new Word("CustomerRule.no_number", meant.Label, Excerpt.Of(act.Slots.Text("value")))));
    }

    /// <summary>The figure that the words name, where the command has several.</summary>
    protected virtual string? Which(Act act) => act.Slots.Text("figure");

    /// <summary>What to ask where the words name none.</summary>
    protected virtual Reply Unknown(Act act) => Act.Say("CustomerRule.which");

    private static decimal? Said(Act act, CustomerFigure figure)
    {
        var said = act.Slots.Text("value")!.Trim();
        if (figure.Unit == "money")
        {
            return act.Slots.Number("amount") ?? PlanPart.Read(said, null)?.Sum;
        }

        return figure.Unit == "days" ? StageFigure.Days(said, act.LocalNow) : StageFigure.Said(said);
    }
}

/// <summary>How many customers somebody may claim in a day; 0 is as many as they like.</summary>
internal sealed class ClaimLimit() : FigureEdit("claim_limit", CustomerFigure.ClaimsADay);

/// <summary>How many days whoever had a customer last may not claim it again.</summary>
internal sealed class CoolDown() : FigureEdit("cool_down", CustomerFigure.CoolDownDays);

/// <summary>How many days before a customer goes to the pool its owner is told.</summary>
internal sealed class RecycleWarning() : FigureEdit("recycle_warning", CustomerFigure.WarnDays);

/// <summary>Above which sum a customer is a large one.</summary>
internal sealed class LargeLimit() : FigureEdit("large_limit", CustomerFigure.LargeFrom);

/// <summary>Over how many months layers count what was won or signed.</summary>
internal sealed class LayerMonths() : FigureEdit("layer_months", CustomerFigure.LayerMonths);

/// <summary>Within how many working hours a lead is to be accepted.</summary>
internal sealed class AcceptHours() : FigureEdit("accept_hours", CustomerFigure.AcceptHours);

/// <summary>After how many months without a word a contact is proposed for erasure; 0 is never.</summary>
internal sealed class ContactMonths() : FigureEdit("contact_months", CustomerFigure.ContactMonths);

/// <summary>Another figure, by its button.</summary>
internal sealed class RuleFigure() : FigureEdit("rule_figure", null);

/// <summary>After how many days without a follow-up customers of a grade go to the pool; 0 is never.</summary>
internal sealed class RecycleDays() : FigureEdit("recycle_days", null)
{
    private static readonly string[] Grades = ["A", "B", "C", RuleTerms.Ungraded];

    protected override string? Which(Act act) => act.Slots.Text("figure") is { } figure && CustomerFigure.All.Any(known => known.Id == figure) ? figure
        : (act.Slots.Text("figure") ?? (act.Pressed ? act.Slots.Text("grade") : act.Said)) is { } words && SegmentWords.Grade(words) is { } grade ? CustomerFigure.Recycle(grade) : null;

    protected override Reply Unknown(Act act) => MeantRules.Ask(act, "Rule.which_grade", "figure", Grades.Select(grade => (RuleSay.Grade(grade), CustomerFigure.Recycle(grade))));

    protected override Act Read(Act act)
    {
        if (!act.Pressed && Which(act) is { } figure)
        {
            act.Slots["figure"] = figure;
        }

        return act;
    }
}

/// <summary>In which order leads find somebody.</summary>
internal sealed class SetLeadWay : CustomerRuleEdit
{
    public override CommandSpec Spec { get; } = Editing("lead_way", "value");

    protected override (CustomerRule? After, Reply? Bad) Edit(Act act, CustomerRule before) =>
        SegmentWords.Find("way", act.Slots.Text("value")!) is { } way && Enum.TryParse<LeadWay>(way, out var chosen) ? (before with { Way = chosen }, null) : (null, Question.Again(act, "value", new Word("CustomerRule.no_way", Excerpt.Of(act.Slots.Text("value")))));
}

/// <summary>Which team gets the leads of a region; the same team again takes the region from it.</summary>
internal sealed class LeadRegion : CustomerRuleEdit
{
    public override CommandSpec Spec { get; } = Editing("lead_region", "value", "team");

    protected override (CustomerRule? After, Reply? Bad) Edit(Act act, CustomerRule before)
    {
        var team = act.Org.Everybody.Select(p => p.Team).OfType<People.Team>().FirstOrDefault(t => t.Key == act.Frame.Ref("team") || t.Name == act.Slots.Text("team") || t.EnglishName == act.Slots.Text("team"));
        if (team is null)
        {
            return (null, Act.Say(new Word("NotFound.team", Excerpt.Of(act.Slots.Text("team")))));
        }

        var region = act.Slots.Text("value", 100)!.Trim();
        var regions = before.Regions.Where(r => r.Key != region).Concat(before.Regions.GetValueOrDefault(region) == team.Key ? [] : [KeyValuePair.Create(region, team.Key)]);
        return (before with { Regions = regions.ToDictionary(StringComparer.Ordinal) }, null);
    }
}

/// <summary>Goes back to an earlier version of the rule, as a new one.</summary>
internal sealed class RestoreCustomerRule : CustomerRuleEdit
{
    public override CommandSpec Spec { get; } = Editing("restore_customer_rule", "version");

    protected override Task<(CustomerRule? After, Reply? Bad)> ChangeAsync(Act act, CustomerRule before, CancellationToken cancellationToken) => EarlierAsync(act, cancellationToken);
}
