using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Nudges.Centre;

/// <summary>Which rules an order means: the slot <c>rule</c> holds an id, or several joined by commas where a word is common to them.</summary>
internal static class MeantRules
{
    /// <summary>The order with what its words say of these lists; what is there already stays, and what answers a question says nothing else.</summary>
    public static Act Read(Act act, params IEnumerable<(string Slot, string List)> said)
    {
        var slots = new Slots(act.Slots);
        var fresh = act.Focus.Pending != act.Frame.Intent;
        foreach (var (slot, list) in said)
        {
            if ((slots.Text(slot) ?? (fresh ? act.Said : null)) is { } words && !IsOne(slot, words) && RuleWords.Lists.In(list, words) is { } id)
            {
                slots[slot] = id;
            }
        }

        return act with { Frame = act.Frame with { Slots = slots } };
    }

    private static bool IsOne(string slot, string words) => slot switch
    {
        "rule" => words.Split(',').All(id => NudgeRules.Shipped.Any(r => r.Id == id)),
        "grade" => words is "A" or "B" or "C" or RuleTerms.Ungraded,
        _ => false,
    };

    /// <summary>The rules, or the question which one is meant.</summary>
    /// <param name="takes">Rules of which such an order can be.</param>
    /// <param name="one">True where it can be of one only.</param>
    public static (IReadOnlyList<NudgeRule> Rules, Reply? Ask) Find(Act act, Predicate<NudgeRule> takes, bool one)
    {
        var ids = (act.Slots.Text("rule") ?? "").Split(',');
        var named = NudgeRules.Shipped.Where(r => ids.Contains(r.Id, StringComparer.Ordinal)).ToList();
        var meant = named.FindAll(takes);
        if (meant.Count == 1 || (meant.Count > 1 && !one))
        {
            return (meant, null);
        }

        Word question = named.Count == 1 ? new("Rule.takes_none", RuleSay.Name(named[0].Id)) : new(named.Count == 0 && act is { Pressed: false, Said: not null } && act.Focus.Pending != act.Frame.Intent && act.Slots.Text("rule") is null ? "Rule.unknown" : "Rule.which");
        var offered = meant.Count > 1 ? meant : NudgeRules.Shipped.Where(r => takes(r));
        return ([], Ask(act, question, "rule", offered.Select(r => (RuleSay.Name(r.Id), r.Id))));
    }

    /// <summary>A question with a button for each answer.</summary>
    public static Reply Ask(Act act, Word question, string slot, IEnumerable<(Word Title, string Value)> answers)
    {
        var known = Orders.ToData(act.Frame);
        Word title = new("Command." + act.Frame.Intent);
        var buttons = answers.Select(a => new Button(a.Title, act.Frame.Intent, new Slots(known) { [slot] = a.Value })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = title, Paragraphs = new[] { question }, Buttons = buttons }, new Word("Approval.text", title, question))) { Focus = act.Asking(slot, known) };
    }
}
