using SalesBot.Data;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// What the bot says when it must not act yet (DESIGN.md 2, rule 2): one question, remembered with the conversation, so that the answer may be
/// a word, a number from the list, a button or a whole new command.
/// </summary>
internal static class Question
{
    /// <summary>With the button to drop the question that makes eight, as many as Web Chat shows on a card.</summary>
    private const int Most = 7;

    /// <summary>Several records fit: each is a button; the slot that it fills follows from its kind.</summary>
    /// <param name="back">The command whose question comes back after something else.</param>
    /// <param name="question">The command's own question, where it says more than the usual one.</param>
    public static async Task<Reply> WhichAsync(Act act, IReadOnlyList<string> keys, CancellationToken cancellationToken, Word? back = null, Word? question = null)
    {
        var choices = await Choice.DescribeAsync(act.Db, act.Org, act.Viewer, [.. keys.Take(Most)], cancellationToken);
        if (choices.Count == 0)
        {
            return NotFound(act, "deal", act.Slots.Text("deal") ?? act.Slots.Text("customer") ?? "");
        }

        var filled = Orders.ToData(act.Frame);
        filled.Remove(choices[0].Slot);
        filled.Remove(choices[0].Slot + "_text");
        filled.TryAdd(OneTime.Slot, OneTime.New());
        var text = Again(back, question ?? (choices.Count == 1 ? new Word("Ask.only", choices[0].Name) : new Word("Ask.which." + choices[0].Slot, choices.Count)));
        var rows = choices.Select((c, i) => new ChoiceRow(i + 1, c.Name, c.Detail, new Button(new Word("Format.Plain", c.Name), act.Frame.Intent, new Slots(filled) { [c.Slot] = c.Key, [OneTime.Slot] = OneTime.OfChoice(filled[OneTime.Slot], c.Key) }))).ToList();
        return new Reply(new View("choose", new { Question = text, Rows = rows, Cancel = CancelButton() }, text))
        {
            Focus = act.Asking(choices[0].Slot, filled, [.. choices.Select(c => c.Key)]) with { List = [.. choices.Select(c => c.Key)] },
        };
    }

    /// <summary>One slot is missing: one question.</summary>
    /// <param name="text">The command's own question, where it says more than the usual one.</param>
    public static Reply For(Act act, string slot, Word? text = null) => new(new View(null, null, text ?? Ask(act.Frame.Intent, slot)))
    {
        Focus = act.Asking(slot, Orders.ToData(act.Frame)),
        Suggestions = ["Suggest.cancel"],
    };

    /// <summary>A slot was given and cannot be meant: says why and waits for another value; what else was said is kept.</summary>
    public static Reply Again(Act act, string slot, Word why)
    {
        var slots = new Slots(act.Frame.Slots);
        slots.Remove(slot);
        return For(act with { Frame = act.Frame with { Slots = slots } }, slot, why);
    }

    /// <summary>More than two are missing: a form with what is known filled in.</summary>
    /// <param name="about">What the record is called that it is for.</param>
    public static Reply Form(Act act, CommandSpec spec, IReadOnlyList<string> missing, string? about = null)
    {
        var known = Orders.ToData(act.Frame);
        known.TryAdd(OneTime.Slot, OneTime.New());
        var fields = missing.Select(slot => new Field(slot, Ask(spec.Id, slot), FieldKind(slot), known.Text(slot + "_text") ?? "")).ToList();
        Word text = new("Ask.form", new Word($"Command.{spec.Id}"));
        return new Reply(new View("form", new { Title = new Word($"Command.{spec.Id}"), Question = about is null ? new Word("Ask.form_hint") : new Word("Ask.form_about", about), Fields = fields, Submit = new Button("Button.submit", spec.Id, known, "positive"), Cancel = CancelButton() }, text))
        {
            Focus = act.Asking(missing[0], known),
        };
    }

    /// <summary>The same with what a reader needs to see it at a glance: the records' names, and the currency that the deal has.</summary>
    public static async Task<Reply> ConfirmAsync(Act act, CancellationToken cancellationToken)
    {
        var named = await Choice.NamesAsync(act, [.. act.Frame.Refs.Values.SelectMany(keys => keys)], cancellationToken);
        var slots = new Slots(act.Slots);
        foreach (var (slot, keys) in act.Frame.Refs.Where(known => !act.Slots.ContainsKey(known.Key)))
        {
            if (named.TryGetValue(keys[0], out var name)) slots[slot] = name;
        }

        foreach (var area in Area.All.Where(_ => slots.Text("amount") is not null && slots.Text("currency") is null))
        {
            if (await area.CurrencyAsync(act, cancellationToken) is { } currency) slots["currency"] = currency;
        }

        var guess = Confirm(act, shown: slots);
        // What stands in a form that is filled in is no guess.
        return act.Focus.Pending == act.Frame.Intent ? guess : guess with { Focus = guess.Focus! with { PutOff = Interruption.Patience } };
    }

    /// <summary>It was read, but not surely enough to write: shows what was understood, asks for a yes, and offers what it could be instead.</summary>
    /// <param name="back">The command whose question comes back after something else.</param>
    /// <param name="text">The command's own question, where it says more than the usual one.</param>
    /// <param name="shown">The slots as they are shown, where those say more than the order's own.</param>
    public static Reply Confirm(Act act, Word? back = null, Word? text = null, Slots? shown = null)
    {
        var filled = Orders.ToData(act.Frame);
        filled.TryAdd(OneTime.Slot, OneTime.New());
        text ??= new Word(back is null ? "Ask.confirm" : "Ask.confirm_still", new Word($"Command.{act.Frame.Intent}"));
        var facts = SlotFact.All(shown is null ? act.Frame : act.Frame with { Slots = shown }, act.Org);
        Button[] others = act.Frame.Instead is { } other ? [new Button(new Word("Button.rather", new Word($"Command.{other.Intent}")), other.Intent, Orders.ToData(other))] : [];
        return new Reply(new View("confirm", new { Question = text, Facts = facts, Yes = new Button("Button.yes", act.Frame.Intent, filled, "positive"), Others = others, No = CancelButton() }, text))
        {
            Focus = act.Asking("confirm", filled),
        };
    }

    public static Reply Dropped(Act act) => Act.Say("Ask.dropped") with { Focus = act.Focus.Settled() };

    /// <summary>Not there, or not to be seen, which sounds the same. A key, as a button of an old card carries it, is no name to tell people.</summary>
    public static Reply NotFound(Act act, string slot, string name) =>
        (Keys.IsOne(name) ? Act.Say("NotFound.gone", "Suggest.my_deals")
            : Act.Say(new Word("NotFound." + slot, Excerpt.Of(name)), slot == "customer" ? new Word("Suggest.create_customer", Excerpt.Of(name)) : "Suggest.my_deals"))
            with { Focus = act.Focus.Settled() };

    private static Button CancelButton() => new("Button.cancel", "cancel");

    public static Word Ask(string intent, string slot) => new($"Ask.{intent}.{slot}");

    private static Word Again(Word? back, Word question) => back is null ? question : new Word("Turn.back", back, question);

    private static string FieldKind(string slot) => slot switch
    {
        _ when slot.EndsWith("date", StringComparison.Ordinal) => "date",
        _ when slot.EndsWith("time", StringComparison.Ordinal) => "time",
        "amount" => "number",
        _ => "text",
    };

    private sealed record ChoiceRow(int Number, object Name, Word Detail, Button Button);

    private sealed record Field(string Id, Word Label, string Kind, string Value);
}
