using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Splits;

/// <summary>Within how many days of each other deals were opened that are looked at as one.</summary>
internal sealed class SplitDays : SplitEdit
{
    public override CommandSpec Spec { get; } = Editing("split_days", "value");

    protected override (SplitRule? After, Reply? Bad) Edit(Act act, SplitRule before) => WithNumber(act, days => before with { Days = days });
}

/// <summary>How alike the names of such deals are, in percent.</summary>
internal sealed class SplitSimilarity : SplitEdit
{
    public override CommandSpec Spec { get; } = Editing("split_similarity", "value");

    protected override (SplitRule? After, Reply? Bad) Edit(Act act, SplitRule before) => WithNumber(act, percent => before with { Similarity = percent / 100.0 });
}

/// <summary>How long a framework that was found legitimate is remembered, in days.</summary>
internal sealed class FrameworkDays : SplitEdit
{
    public override CommandSpec Spec { get; } = Editing("framework_days", "value");

    protected override (SplitRule? After, Reply? Bad) Edit(Act act, SplitRule before) => WithNumber(act, days => before with { FrameworkDays = days });
}

/// <summary>Above which amount of a currency a deal needs more approval; 0 takes the currency out.</summary>
internal sealed class SplitLimit : SplitEdit
{
    public override CommandSpec Spec { get; } = Editing("split_limit", "value");

    protected override (SplitRule? After, Reply? Bad) Edit(Act act, SplitRule before)
    {
        var said = act.Slots.Text("value")!.Trim();
        if (act.Slots.Text("currency")?.ToUpperInvariant() is not { Length: 3 } currency)
        {
            var known = Orders.ToData(act.Frame);
            Word text = "SplitRule.which_currency";
            var buttons = before.Limits.Keys.Order(StringComparer.Ordinal).Select(one => new Button(new Word("Format.Plain", one), Spec.Id, new Slots(known) { ["currency"] = one })).Append(new Button("Button.cancel", "cancel")).ToList();
            return (null, new Reply(new View("text", new { Title = new Word("Command.split_limit"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Asking("currency", known) });
        }

        var amount = said == "0" ? 0 : act.Slots.Number("amount") ?? PlanPart.Read(said.Replace(currency, "", StringComparison.OrdinalIgnoreCase), null)?.Sum;
        if (amount is not { } limit)
        {
            return (null, Question.Again(act, "value", new Word("SplitRule.no_number", Excerpt.Of(said))));
        }

        var limits = before.Limits.Where(one => one.Key != currency).Concat(limit == 0 ? [] : [KeyValuePair.Create(currency, limit)]);
        return (before with { Limits = limits.ToDictionary(StringComparer.Ordinal) }, null);
    }
}

/// <summary>Goes back to an earlier version of the rule, as a new one.</summary>
internal sealed class RestoreSplitRule : SplitEdit
{
    public override CommandSpec Spec { get; } = Editing("restore_split_rule", "version");
}
