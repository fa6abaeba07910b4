using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Risks;

/// <summary>How bad it would be.</summary>
internal sealed class LevelRisk() : RiskAct("level_risk", "level")
{
    protected override string Which(Act act)
    {
        if (act is { Pressed: false, Said: { } said } && act.Focus.Pending != Spec.Id && RiskReader.NewLevel(said) is { } level)
        {
            act.Slots.TryAdd("level", level);
        }

        return base.Which(act);
    }

    protected override Reply Ask(Act act)
    {
        var known = Orders.ToData(act.Frame);
        var text = Question.Ask(Spec.Id, "level");
        var buttons = new[] { RiskLevel.High, RiskLevel.Medium, RiskLevel.Low }.Select(level => new Button(new Word("Format.Plain", level), Spec.Id, new Slots(known) { ["level"] = level.ToString() })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = new Word("Command." + Spec.Id), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Asking("level", known) };
    }

    protected override Reply Do(Act act, Risk risk)
    {
        if (RiskReader.LevelOf(act.Slots.Text("level")) is not { } level)
        {
            return Question.Again(act, "level", new Word("RiskLog.bad_level", Excerpt.Of(act.Slots.Text("level"))));
        }

        risk.Level = level;
        return Done(act, risk, new Word("RiskLog.told_changed", act.Me, risk.Content, new Word("Field.Risk.Level"), level));
    }
}
