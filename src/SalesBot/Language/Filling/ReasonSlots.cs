using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>Why something is done: after "because", else what the breath groups beside the order say, else what the order's own says beyond it.</summary>
internal static class ReasonSlots
{
    /// <summary>Characters beside the order in one breath that are more than its trimmings, where another breath gives the reason.</summary>
    private const int LongReason = 6;

    public static void Reason(Draft draft)
    {
        var clause = draft.Clause;
        var because = clause.Words("because").FirstOrDefault(word => !clause.Values.Any(value => value.Start >= word.Start && value.Start <= word.End + 1 && value.Date is not null));
        if (because.End > 0 && FreeText.Rest(draft, because.End, UpToOrder(draft, because.End), []) is { } after) TextSlots.Put(draft, "reason", after);
        else if (BehindColon(draft) is { } told) TextSlots.Put(draft, "reason", told);
        else if (Script.HasChinese(clause.Span)) TextSlots.Put(draft, "reason", BesideCharacters(draft));
        else TextSlots.Put(draft, "reason", BesideWords(draft));
    }

    /// <summary>"Send it back: acceptance is missing, and attach the text": all of it is what is to be changed, as it was typed.</summary>
    private static string? BehindColon(Draft draft)
    {
        var clause = draft.Clause;
        if (draft.Intent.Intent is not ("reject" or "return_for_changes")) return null;
        var colon = Enumerable.Range(clause.From, clause.To - clause.From).FirstOrDefault(at => clause.Message.Text[at] == ':' && at + 1 < clause.To && !char.IsAsciiDigit(clause.Message.Text[at + 1]), -1);
        return colon >= 0 && TextSlots.Orders(draft).Concat(clause.Mentions.Select(mention => mention.Mark)).Any(order => order.End <= colon) && draft.Message.AsTyped(colon + 1, clause.To).Trim() is { Length: > 1 } told ? told : null;
    }

    /// <summary>"Because of the price. Please close as lost": the breath that orders is no ground any more.</summary>
    private static int UpToOrder(Draft draft, int from) =>
        Segments.Of(draft.Message.Text.Text, from, draft.Clause.To).Skip(1).Where(part => TextSlots.Orders(draft).Concat(draft.Clause.Words("lose_order")).Any(order => order.Overlaps(part.Start, part.End))).Select(part => part.Start).DefaultIfEmpty(draft.Clause.To).First();

    /// <summary>A remark on an approval: another breath than the order's, or what follows a word like "but"; the bare "yes" has none.</summary>
    public static void Remark(Draft draft)
    {
        var clause = draft.Clause;
        var cut = TextSlots.Orders(draft).Concat(draft.Used).Concat(clause.Words("kind")).Concat(clause.Words("remark_word")).ToList();
        var rest = clause.Words("remark_word") is [var word, ..] ? FreeText.Rest(draft, word.End, clause.To, [])
            : Script.HasChinese(clause.Span) ? Joined(Told(draft).Select(part => FreeText.Rest(draft, part.Start, part.End, cut)))
            : clause.Words("remark_lead").FirstOrDefault() is { End: > 0 } lead ? FreeText.Rest(draft, lead.Start, clause.To, [])
            : BesideWords(draft);
        if (rest is { Length: >= 3 } && !PhraseBook.Standard.Is(rest.ToLowerInvariant(), Feature.Key("[one_word]"))) TextSlots.Put(draft, "content", rest);
    }

    private static string? BesideWords(Draft draft)
    {
        var clause = draft.Clause;
        var breaths = clause.Breaths;
        if (draft.Intent.Intent == "lose_deal") return Joined(breaths.Select(part => Loss(draft, part)));
        var parts = Told(draft);
        var orders = Orders(draft, breaths);
        var told = parts.Where(part => !orders.Exists(mark => mark.Overlaps(part.Start, part.End)) && !IsValue(draft, part))
            .Select(part => FreeText.Rest(draft, part.Start, part.End, IsNames(draft, part) ? draft.Used.Concat(draft.Clause.Descriptive) : [])).ToList();
        if (draft.Intent.Intent is "reject" or "return_for_changes") told.AddRange(parts.Where(part => orders.Exists(mark => mark.Overlaps(part.Start, part.End))).Select(part => Refusal(draft, part)));
        return Joined(told);
    }

    private static string? Joined(IEnumerable<string?> told) => string.Join(' ', told.OfType<string>()) is { Length: > 0 } all ? all : null;

    /// <summary>The words that order; where the wording as a whole did, the breath that names what it is about.</summary>
    private static List<Mark> Orders(Draft draft, IReadOnlyList<(int Start, int End)> parts)
    {
        var words = TextSlots.Orders(draft).Concat(draft.Clause.Words("send_order"));
        if (draft.Intent.Intent.StartsWith("submit", StringComparison.Ordinal)) words = words.Concat(draft.Clause.Words("kind"));
        var orders = words.ToList();
        if (orders.Count > 0 || parts.Count == 0) return orders;
        var (start, end) = parts.FirstOrDefault(part => draft.Used.Exists(mark => mark.Overlaps(part.Start, part.End)), parts[0]);
        return [new Mark(start, end)];
    }

    /// <summary>How a deal is lost is mostly why: "gone with a rival on price". Only its name and the bare word that it is lost are no ground.</summary>
    private static string? Loss(Draft draft, (int Start, int End) part)
    {
        var names = draft.Clause.Mentions.Where(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal && draft.Used.Contains(mention.Mark)).Select(mention => mention.Mark);
        var cut = names.Concat(draft.Clause.Descriptive).Concat(draft.Clause.Words("lose_order")).Where(mark => mark.Overlaps(part.Start, part.End)).ToList();
        if (Answers.Covers(draft.Clause, part.Start, part.End, [.. cut, .. draft.Clause.Words("bare_loss"), .. draft.Clause.Marks.Of(Feature.Polite), .. draft.Clause.Marks.Of(Feature.Particle)])) return null;
        return FreeText.Rest(draft, part.Start, part.End, cut) is { } rest && (cut.Count == 0 || rest.Length > 3) ? rest : null;
    }

    /// <summary>“丢了吧，客户不做了”: beside the breath that says it is lost, one that says what the customer did.</summary>
    private static IEnumerable<string?> Grounds(Draft draft)
    {
        var clause = draft.Clause;
        List<Mark> bare = [.. clause.Words("lose_order"), .. clause.Words("bare_loss"), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle)];
        bool IsOrder((int Start, int End) part) => clause.Words("lose_order").Concat(clause.Words("bare_loss")).Any(word => word.Overlaps(part.Start, part.End) && TextSlots.Orders(draft).Any(order => order.Overlaps(word.Start, word.End)));
        var breaths = clause.Breaths;
        return breaths.Count < 2 || !breaths.Any(IsOrder) ? [] : breaths.Where(part => !IsOrder(part) && !Answers.Covers(clause, part.Start, part.End, [.. bare, .. draft.Used])).Select(part => FreeText.Rest(draft, part.Start, part.End, []));
    }

    /// <summary>What follows the order and the name: "bounce A5 for a proper liability clause".</summary>
    private static string? Refusal(Draft draft, (int Start, int End) part)
    {
        var cut = TextSlots.Orders(draft).Concat(draft.Clause.Words("send_order")).Concat(draft.Used).Concat(draft.Clause.Words("kind")).Concat(draft.Clause.Named(NamedKind.Person).Select(person => person.Mark)).Where(mark => mark.Overlaps(part.Start, part.End)).ToList();
        var start = cut.Select(mark => mark.End).DefaultIfEmpty(part.Start).Max();
        return start < part.End && FreeText.Rest(draft, start, part.End, []) is { } rest && rest.Contains(' ', StringComparison.Ordinal) ? rest : null;
    }

    /// <summary>A breath that holds what another slot took: the new stage, day or discount.</summary>
    private static bool IsValue(Draft draft, (int Start, int End) part) =>
        draft.Used.Exists(mark => mark.Overlaps(part.Start, part.End) && !draft.Clause.Mentions.Any(mention => mention.Mark == mark));

    private static bool IsNames(Draft draft, (int Start, int End) part) => FreeText.Rest(draft, part.Start, part.End, draft.Used.Concat(draft.Clause.Descriptive)) is null;

    private static string? BesideCharacters(Draft draft)
    {
        var clause = draft.Clause;
        var cues = TextSlots.Orders(draft).ToList();
        var parts = Told(draft);
        if (draft.Intent.Intent == "lose_deal" && Joined(parts.Select(part => Loss(draft, part))) is { } loss) return loss;
        if (draft.Intent.Intent == "lose_deal" && Joined(Grounds(draft)) is { } ground) return ground;
        var errands = Errands.Of(clause).ToList();
        var order = cues.Take(1).Concat(draft.Used).Concat(clause.Descriptive).Concat(clause.Words("this")).Concat(clause.Words("to_word")).Concat(errands).ToList();
        var told = parts.Where(part => !cues.Exists(cue => cue.Overlaps(part.Start, part.End)) || FreeText.Rest(draft, part.Start, part.End, order) is var rest && rest?.Length > (parts.Count > 1 && parts.Any(other => !cues.Exists(cue => cue.Overlaps(other.Start, other.End))) ? LongReason : 3))
            .Select(part => FreeText.Rest(draft, part.Start, part.End, cues.Take(1).Concat(draft.Used).Concat(clause.Words("lose_order")).Concat(errands), deed: errands.Count > 0));
        return Joined(told);
    }

    /// <summary>The breaths of a decision that say more than yes or no to which one.</summary>
    private static List<(int Start, int End)> Told(Draft draft)
    {
        var clause = draft.Clause;
        var numbers = clause.ValuesOf(ValueKind.Number).Where(value => value.Number <= clause.Focus.List.Count).Select(value => value.Mark);
        List<Mark> words =
        [
            .. TextSlots.Orders(draft), .. draft.Used, .. numbers, .. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.OrdinalWord), .. clause.Marks.Of(Feature.This),
            .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Words("he"), .. clause.Words("third"), .. clause.Words("filler"), .. clause.Words("to_word"), .. clause.Words("same_look"),
            .. clause.Words("place_lead"), .. clause.Words("straight"), .. clause.Words("connector"), .. clause.Words("several"),
        ];
        return [.. clause.Breaths.Where(part => !Answers.Covers(clause, part.Start, part.End, words) && !clause.Words("rather_than").Any(word => word.Start - part.Start is 0 or 1))];
    }
}
