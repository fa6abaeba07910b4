using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>Which flow of a book, and which of its steps, an order means: the slots <c>flow</c> (<c>quote</c>, or <c>quote.2</c> for the second of the kind) and <c>step</c> (from 1).</summary>
internal sealed record FlowPlace(string Kind, int Flow, int Step)
{
    /// <summary>The order with what its words say of the place; what is there already stays.</summary>
    public static Act Read(Act act)
    {
        var slots = new Slots(act.Slots);
        foreach (var (slot, list) in new[] { ("flow", "kind"), ("step", "step"), ("bound", "bound") })
        {
            if (slots.Text(slot) is null && FlowWords.Lists.In(list, act.Said) is { } said)
            {
                slots[slot] = said;
            }
        }

        return act with { Frame = act.Frame with { Slots = slots } };
    }

    /// <summary>The place, or the question which one is meant; with one step, or one flow of the kind, there is nothing to ask.</summary>
    /// <param name="takes">Flows that are meant at all.</param>
    /// <param name="step">True where one step is meant.</param>
    public static (FlowPlace? Place, Reply? Ask) Find(Act act, FlowBook book, Predicate<Flow> takes, bool step)
    {
        var (kind, number) = (act.Slots.Text("flow") ?? "").Split('.') is [var name, var of] ? (name, Number(of)) : (act.Slots.Text("flow") ?? "", 0);
        var all = book.Flows.SelectMany(flows => flows.Value.Select((flow, i) => (Kind: flows.Key, Place: i, Flow: flow))).Where(f => takes(f.Flow)).ToList();
        var meant = all.FindAll(f => f.Kind == kind && (number == 0 || f.Place == number - 1));
        if (meant is not [var one])
        {
            return (null, Ask(act, "Flow.which", (meant.Count > 0 ? meant : all).Select(f => (FlowSay.Title(f.Kind, f.Flow), "flow", Of(f.Kind, f.Place)))));
        }

        var steps = one.Flow.Steps.Count;
        var place = step ? steps == 1 && act.Slots.Text("step") is null ? 1 : Number(act.Slots.Text("step")) : 1;
        return place >= 1 && place <= steps ? (new FlowPlace(one.Kind, one.Place, place - 1), null)
            : (null, Ask(act with { Frame = act.Frame with { Slots = new Slots(act.Slots) { ["flow"] = Of(one.Kind, one.Place) } } }, "Flow.which_step",
                one.Flow.Steps.Select((s, i) => (FlowSay.Step(act.Org, s, i), "step", (i + 1).ToString(CultureInfo.InvariantCulture)))));
    }

    public Flow Of(FlowBook book) => book.Flows[Kind][Flow];

    /// <summary>The book with another flow in this place.</summary>
    public FlowBook With(FlowBook book, Flow flow) => book with
    {
        Flows = book.Flows.ToDictionary(f => f.Key, f => f.Key == Kind ? (IReadOnlyList<Flow>)[.. f.Value.Select((one, i) => i == Flow ? flow : one)] : f.Value, StringComparer.Ordinal),
    };

    /// <summary>The book with another step in this place.</summary>
    public FlowBook With(FlowBook book, FlowStep step) => With(book, Of(book) with { Steps = [.. Of(book).Steps.Select((one, i) => i == Step ? step : one)] });

    /// <summary>A question with a button for each answer.</summary>
    public static Reply Ask(Act act, Word question, IEnumerable<(Word Title, string Slot, string Value)> answers)
    {
        var known = Orders.ToData(act.Frame);
        Word title = new("Command." + act.Frame.Intent);
        var buttons = answers.Select(a => new Button(a.Title, act.Frame.Intent, new Slots(known) { [a.Slot] = a.Value })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = title, Paragraphs = new[] { question }, Buttons = buttons }, new Word("Approval.text", title, question))) { Focus = act.Asking("value", known) };
    }

    private static string Of(string kind, int place) => string.Create(CultureInfo.InvariantCulture, $"{kind}.{place + 1}");

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
