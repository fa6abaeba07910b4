using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>Which flow of a book, and which of its steps, an order means: the slots <c>flow</c> (<c>quote</c>, or <c>quote.2</c> for the second of the kind) and <c>step</c> (from 1).</summary>
internal sealed record FlowPlace(string Kind, int Flow, int Step)
{
    /// <summary>Slots of a question about the place: which one it asks for, and the value that was said before, which the answer is not.</summary>
    private const string Wanted = "place.asked", Kept = "place.value";

    private static readonly (string Slot, string List)[] Words = [("flow", "kind"), ("step", "step"), ("bound", "bound"), (AddFlowStep.Deviates, "terms"), (AddFlowStep.Unknown, "no_condition")];

    /// <summary>
    /// The order with what its words say of the place; what is there already stays, but for another flow that is named while it is asked who or how much. Only the order
    /// is read so, and the answer to a question about the place: a reason speaks of steps and kinds without meaning them.
    /// </summary>
    public static Act Read(Act act)
    {
        var slots = new Slots(act.Slots.Where(slot => slot.Key is not (Wanted or Kept)));
        var (answers, wanted) = (!act.Pressed && act.Focus.Pending == act.Frame.Intent, act.Slots.Text(Wanted));
        if (answers && wanted is null && slots.Text("value") == act.Focus.Filled?.Text("value"))
        {
            return act;
        }

        if (answers && wanted is null && act.Focus.Asked != "value")
        {
            // A whole new order of the same kind while the reason of the last is asked for.
            Array.ForEach([.. Words.Select(word => word.Slot), "reason", "confirm"], slot => slots.Remove(slot));
        }

        if (answers && wanted is not null && wanted != "value")
        {
            slots.Remove("value");
            if (act.Slots.Text(Kept) is { } kept) slots["value"] = kept;
        }

        foreach (var (slot, list) in Words.Where(word => !answers || wanted is null || word.Slot == wanted))
        {
            var isAnew = slot == "flow" && act.Focus is { Asked: "value", Filled: not null };
            if (FlowWords.Lists.In(list, act.Said) is { } said && (slots.Text(slot) is not { } known || (isAnew && known.Split('.')[0] != said)))
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
        var meant = kind.Length == 0 && all.Count == 1 ? all : all.FindAll(f => f.Kind == kind && (number == 0 || f.Place == number - 1));
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

    /// <summary>The book with one more flow, which is tried before the one in this place.</summary>
    public FlowBook Before(FlowBook book, Flow flow) => book with
    {
        Flows = book.Flows.ToDictionary(f => f.Key, f => f.Key == Kind ? (IReadOnlyList<Flow>)[.. f.Value.Take(Flow), flow, .. f.Value.Skip(Flow)] : f.Value, StringComparer.Ordinal),
    };

    /// <summary>The book with another step in this place.</summary>
    public FlowBook With(FlowBook book, FlowStep step) => With(book, Of(book) with { Steps = [.. Of(book).Steps.Select((one, i) => i == Step ? step : one)] });

    /// <summary>A question with a button for each answer.</summary>
    public static Reply Ask(Act act, Word question, IEnumerable<(Word Title, string Slot, string Value)> answers)
    {
        var known = Orders.ToData(act.Frame);
        var all = answers.ToList();
        var asking = new Slots(known) { [Wanted] = all[0].Slot };
        if (known.Text("value") is { } value) asking[Kept] = value;
        Word title = new("Command." + act.Frame.Intent);
        var buttons = all.Select(a => new Button(a.Title, act.Frame.Intent, new Slots(known) { [a.Slot] = a.Value })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = title, Paragraphs = new[] { question }, Buttons = buttons }, new Word("Approval.text", title, question))) { Focus = act.Asking("value", asking) };
    }

    private static string Of(string kind, int place) => string.Create(CultureInfo.InvariantCulture, $"{kind}.{place + 1}");

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
