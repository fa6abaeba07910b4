using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// Something else comes before the answer to an open question: it is answered, and the question comes back, once; after that it rests and still takes
/// its answer. A look at something puts it off a little, another act more; what was put off too often is let go without a word, and so is a question
/// that could be left unanswered, once somebody acts.
/// </summary>
internal static class Interruption
{
    private const int Look = 1;
    private const int Deed = 2;

    /// <summary>What was put off by so much is let go by whatever comes next.</summary>
    public const int Patience = 3;

    /// <summary>The focus after the order, and whether the question that it interrupted is open again and has to be said again.</summary>
    /// <param name="lasts">The open question is of a command that changes something; one that only looks for something is simply asked anew.</param>
    /// <param name="after">What the order left behind.</param>
    public static (Focus Focus, bool Back) Over(Focus before, Focus after, Frame order, bool changes, bool lasts)
    {
        if (ReferenceEquals(before, after)) return (after, false);
        if (before.Pending is { } pending && (pending != order.Intent || IsAnother(before, order)) && order.Intent != "cancel" && lasts)
        {
            if (changes && IsOfTheSame(before, order)) return (after, false);
            var times = before.PutOff + (changes ? Deed : Look);
            // Once it is not said again, places are those of what was listed since.
            if (before.Optional || (times > Patience && !(IsGuess(before) && !changes && IsOfItsRecord(before, order))) || (before.Choices.Count > 0 && before.PutOff > 0)) return (after, false);
            var question = new PutOffQuestion(pending, before.Asked, before.Filled, before.Choices, times) { Repeated = before.PutOff > 0 };
            return after.Pending is null ? Again(after, question) : (after with { Waiting = after.Waiting ?? question }, false);
        }

        if (order.Intent == "cancel") return (after with { Waiting = null }, false);
        return after is { Pending: null, Waiting: { } waiting } ? Again(after with { Waiting = null }, waiting) : (after, false);
    }

    /// <summary>Asks it again, as it was asked, after what came between.</summary>
    public static async Task<Reply?> BackAsync(Act act, Focus focus, Command command, CancellationToken cancellationToken)
    {
        var spec = command.Spec;
        var again = act with { Frame = Orders.FromData(spec.Id, focus.Filled ?? []), Focus = focus };
        Word open = new("Command." + spec.Id);
        return focus switch
        {
            { Choices.Count: > 0 } => await Question.WhichAsync(again, focus.Choices, cancellationToken, open),
            { Asked: "confirm" } when spec.AsksItself => await command.RunAsync(again, cancellationToken),
            { Asked: "confirm" } => Question.Confirm(await NamedAsync(again, cancellationToken), open),
            // What nobody knows is no question of the command's own.
            { Asked: "customer" } when !spec.Requires.Contains("customer", StringComparer.Ordinal) => Act.Say(new Word("Turn.back", open, new Word("Ask.customer"))),
            // What a command asks in words of the moment has none to be asked again with.
            { Asked: { } asked } when WordBook.IsWhole(Question.Ask(spec.Id, asked).Key) => Question.For(again, asked, new Word("Turn.back", open, Question.Ask(spec.Id, asked))),
            // A form that says nothing of what is still wanted is better left open without a word.
            _ => null,
        };
    }

    /// <summary>Keys say nothing to whoever reads it again.</summary>
    private static async Task<Act> NamedAsync(Act act, CancellationToken cancellationToken)
    {
        var slots = new Slots(act.Slots);
        var names = await Choice.NamesAsync(act, [.. act.Frame.Refs.Values.SelectMany(keys => keys)], cancellationToken);
        foreach (var (slot, keys) in act.Frame.Refs)
        {
            if (names.GetValueOrDefault(keys[0]) is { } name) slots[slot] = name;
            else if (slots.Text(slot) == keys[0]) slots.Remove(slot);
        }

        return act with { Frame = act.Frame with { Slots = slots } };
    }

    /// <summary>What was only guessed is asked once, and again only after a look at what it is about: whoever says something else meant something else.</summary>
    private static bool IsGuess(Focus before) => before is { Asked: "confirm", PutOff: Patience };

    private static bool IsOfItsRecord(Focus before, Frame order) =>
        new[] { "deal", "customer", "contract" }.Any(slot => before.Filled?.Text(slot) is { } asked && (order.Ref(slot) ?? order.Slots.Text(slot)) == asked);

    /// <summary>Another to-do while one waits for a yes.</summary>
    private static bool IsAnother(Focus before, Frame order) =>
        before is { Asked: "confirm", Pending: "add_task" } && order.Slots.Flag("confirm") is null && order.Slots.Text("content") is { } said && said != before.Filled?.Text("content");

    /// <summary>It was asked what is wrong with a contract, and then the contract was approved: what was asked is decided.</summary>
    private static bool IsOfTheSame(Focus before, Frame order) => (order.Ref("approval_id") is { } decided && before.Filled?.Text("approval_id") == decided) || IsOfWhatCame(before, order);

    /// <summary>What came is taken back, and with it the question what it is for.</summary>
    private static bool IsOfWhatCame(Focus before, Frame order) => order is { Intent: "undo", Refs.Count: 0 } && !order.Slots.ContainsKey("act") && before.Just is { Entry: { } entry } && (order.Slots.Text("entry") ?? entry) == entry;

    /// <summary>It is open again, and said again where neither it nor another of its kind was; an answer that carries the order out lets it be said anew.</summary>
    private static (Focus Focus, bool Back) Again(Focus after, PutOffQuestion question)
    {
        var kind = $"{question.Intent}.{question.Asked}";
        var open = Open(after, question);
        return question.Repeated || open.Returned.Contains(kind, StringComparer.Ordinal) ? (open, false) : (open with { Returned = [.. open.Returned, kind] }, true);
    }

    private static Focus Open(Focus focus, PutOffQuestion question) =>
        focus with { Pending = question.Intent, Asked = question.Asked, Filled = question.Filled, Choices = question.Choices, PutOff = question.Times };
}
