using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>Free text: what to do, why, under which terms.</summary>
internal static class TextSlots
{
    /// <summary>Words of this weight only order a to-do; lighter ones also say what is to be done ("call", "meeting").</summary>
    private const int OnlyOrders = 7;

    /// <summary>Lighter words yet (把, 寄, 去) are what is to be done.</summary>
    private const int Remembers = 4;

    /// <summary>Characters beside the order in one breath that are more than its trimmings, where another breath gives the reason.</summary>
    private const int LongReason = 6;

    /// <summary>What a ticket or a piece of feedback says: everything but the order itself and its date.</summary>
    public static void Content(Draft draft)
    {
        var orders = draft.Intent.Intent == "log_service_ticket" ? draft.Clause.Words("ticket_order") : Orders(draft);
        Put(draft, "content", Without(draft, orders.Concat(Used(draft))) ?? Without(draft, []));
    }

    /// <summary>What is to be done; nothing where the words only order ("add a to-do").</summary>
    public static void Deed(Draft draft) =>
        Put(draft, "content", Deed(draft, Orders(draft, Remembers)) ?? Deed(draft, Orders(draft, OnlyOrders)));

    private static string? Deed(Draft draft, IEnumerable<Mark> orders) => Without(draft, orders.Concat(Used(draft)).Concat(Errands.Of(draft.Clause)), deed: true);

    /// <summary>After "because"; else what the other breath groups say; else what is left beside the names.</summary>
    public static void Reason(Draft draft)
    {
        var clause = draft.Clause;
        if (clause.Words("because").FirstOrDefault() is { End: > 0 } because && FreeText.Rest(draft, because.End, clause.To, []) is { } after)
        {
            Put(draft, "reason", after);
            return;
        }

        var cues = Orders(draft).ToList();
        var parts = Told(draft);
        if (parts.Count == 0) return;
        var errands = Errands.Of(clause).ToList();
        var order = cues.Take(1).Concat(draft.Used).Concat(clause.Words("this")).Concat(clause.Words("to_word")).Concat(errands).ToList();
        var told = parts.Where(part => !cues.Exists(cue => cue.Overlaps(part.Start, part.End)) || FreeText.Rest(draft, part.Start, part.End, order) is var rest && rest?.Length > (parts.Count > 1 && parts.Any(other => !cues.Exists(cue => cue.Overlaps(other.Start, other.End))) ? LongReason : 3))
            .Select(part => FreeText.Rest(draft, part.Start, part.End, cues.Take(1).Concat(draft.Used).Concat(clause.Words("lose_order")).Concat(errands), deed: errands.Count > 0)).OfType<string>().ToList();
        if (told.Count > 0) Put(draft, "reason", string.Join(' ', told));
    }

    /// <summary>A remark on an approval; the bare "yes" has none.</summary>
    public static void Remark(Draft draft)
    {
        var clause = draft.Clause;
        var cut = Orders(draft).Concat(draft.Used).Concat(clause.Words("kind")).Concat(clause.Words("remark_word")).ToList();
        var rest = clause.Words("remark_word") is [var word, ..]
            ? FreeText.Rest(draft, word.End, clause.To, [])
            : string.Join(' ', Told(draft).Select(part => FreeText.Rest(draft, part.Start, part.End, cut)).OfType<string>());
        if (rest is { Length: >= 3 }) Put(draft, "content", rest);
    }

    /// <summary>The breath groups that say how it is to be paid, as they were said; they give no reason then.</summary>
    public static void Terms(Draft draft)
    {
        var parts = Segments.Of(draft.Message.Text.Text, draft.Clause.From, draft.Clause.To).Where(part => draft.Clause.Words("terms").Any(word => word.Overlaps(part.Start, part.End))).ToList();
        var cut = Orders(draft, OnlyOrders).Concat(draft.Clause.Mentions.Select(mention => mention.Mark)).Concat(draft.Used).ToList();
        var told = parts.Select(part => (Part: part, Text: FreeText.Rest(draft, part.Start, part.End, cut))).Where(said => said.Text is not null).ToList();
        if (told.Count > 0) Put(draft, "terms", string.Join(' ', told.Select(said => said.Text)));
        foreach (var (part, _) in told) draft.Use(new Mark(part.Start, part.End), "terms");
    }

    /// <summary>The breaths of a decision that say more than yes or no to which one.</summary>
    private static List<(int Start, int End)> Told(Draft draft)
    {
        var clause = draft.Clause;
        var numbers = clause.ValuesOf(ValueKind.Number).Where(value => value.Number <= clause.Focus.List.Count).Select(value => value.Mark);
        List<Mark> words =
        [
            .. Orders(draft), .. draft.Used, .. numbers, .. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.OrdinalWord), .. clause.Marks.Of(Feature.This),
            .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Words("he"), .. clause.Words("third"), .. clause.Words("filler"), .. clause.Words("to_word"), .. clause.Words("same_look"),
            .. clause.Words("place_lead"), .. clause.Words("straight"), .. clause.Words("connector"), .. clause.Words("several"),
        ];
        return [.. Segments.Of(draft.Message.Text.Text, clause.From, clause.To).Where(part => !Answers.Covers(clause, part.Start, part.End, words))];
    }

    /// <summary>The words that made it this order, strongest first.</summary>
    public static IEnumerable<Mark> Orders(Draft draft, int weight = 3) => draft.Intent.Reasons.Where(reason => reason.Rule.Weight >= weight).OrderByDescending(reason => reason.Rule.Weight)
        .SelectMany(reason => reason.Words).Where(word => word.End > word.Start && !draft.Clause.Mentions.Any(mention => mention.Mark.Overlaps(word.Start, word.End)));

    /// <summary>Places that other slots took, names left out: they belong to what is to be done.</summary>
    private static IEnumerable<Mark> Used(Draft draft)
    {
        var names = draft.Clause.Mentions.Select(mention => mention.Mark).ToHashSet();
        return draft.Used.Where(mark => !names.Contains(mark));
    }

    private static string? Without(Draft draft, IEnumerable<Mark> cut, bool deed = false) => FreeText.Rest(draft, draft.Clause.From, draft.Clause.To, cut, deed);

    private static void Put(Draft draft, string slot, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) draft.Slots[slot] = text;
    }
}
