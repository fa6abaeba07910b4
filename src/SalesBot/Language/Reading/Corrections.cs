using System.Collections.Frozen;
using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “不对,是80万”, "no, Friday", "12 is better": another value for the act just done. The act's subject stays, only what was said anew is filled.
/// Right after the act a value alone is enough ("9am", “昨天到的”).
/// </summary>
internal static class Corrections
{
    private const double OwnOrder = 9;

    /// <summary>Letters, a Chinese character counting two: whoever says more beside the value says something else.</summary>
    private const int Little = 26;

    /// <summary>The orders that change a value of one kind, and the slots of other acts that hold one of that kind.</summary>
    private static readonly FrozenDictionary<string, string[]> ByKind = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["update_close_date"] = ["due", "next_step", "followup", "until", "paid_date"], ["update_amount"] = ["amount"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Characters of Chinese that say what is to be done.</summary>
    private const int LeastDeed = 4;

    /// <summary>Where an order keeps what is to be done.</summary>
    private static readonly FrozenDictionary<string, string> Deeds = new Dictionary<string, string>(StringComparer.Ordinal) { ["set_next_step"] = "next_step", ["add_task"] = "content" }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] FreeSlots = ["next_step", "content", "reason"];

    public static Frame? Read(Clause clause)
    {
        var focus = clause.Focus;
        if (SecondThoughts.EndsIn(clause) || IsOnceMore(clause) || IsWhole(clause) || (clause.Focus.LastIntent == "complete_task" && clause.Words("not_done").Count > 0)) return null;
        if (focus.LastIntent is not { } last || (focus.Pending is not null && !(focus.Fresh && (focus.Optional || IsNoAnswer(clause))) && !IsOfTheInterruption(clause))) return null;
        if (Admission.After(clause) is { } after && Changed(after, WithDeed(after, last, Again.Read(after, last, focus.LastSlots))) is { } admitted) return admitted;
        var opposes = Opposes(clause, last);
        if (!(opposes || Opens(clause) || ((focus.Pending is null || !focus.Optional || IsNoAnswer(clause)) && !IsElsewhere(clause) && (Ends(clause) || IsBareValue(clause) || IsOtherWay(clause))))) return null;
        if (!opposes && clause.ByRules is [var best, ..] && best.Score >= OwnOrder && best.Intent != last && !IsOfTheAct(clause, best.Intent)) return Changed(clause, Words(clause, focus));
        return Changed(clause, (Opens(clause) ? WithDeed(clause, last, Again.Read(clause, last, focus.LastSlots)) : Again.Read(clause, last, focus.LastSlots)) ?? Words(clause, focus));
    }

    /// <summary>"Actually make the pinecrest wms close the 24th" after a to-do of another deal was ticked: deal, field and value are its own.</summary>
    private static bool IsWhole(Clause clause)
    {
        var focus = clause.Focus;
        var own = focus.LastSlots?.Text("deal") ?? focus.Deal;
        if (focus.LastIntent is not { } last || ByKind.ContainsKey(last) || clause.Words("closes").Concat(clause.Words("field").Where(PlannedThing.IsOfDeal)).Any() is false) return false;
        return clause.ByRules.Any(scored => ByKind.ContainsKey(scored.Intent) && scored.Score >= Choice.EnoughToWrite) && clause.Named(NamedKind.Deal, NameStrength.Short).Any(name => name.Records.All(deal => deal.Key != own));
    }

    /// <summary>“再降2万”, "down another 20k" right after just that came off: it comes off once more, where the same words would correct nothing.</summary>
    private static bool IsOnceMore(Clause clause) =>
        clause.Focus.LastSlots?.Number("delta") is { } before && clause.Words("once_more").Count > 0 && clause.ValuesOf(ValueKind.Delta, ValueKind.Money).Any(value => value.Number is { } again && Math.Abs(again) == Math.Abs(before));

    /// <summary>A discount or an amount, where a question came back that asks for a day.</summary>
    private static bool IsNoAnswer(Clause clause) =>
        clause.Focus is { PutOff: > 0, Asked: "date" or "next_date" or "close_date" or "next_step" } && clause.ValuesOf(ValueKind.Money, ValueKind.Discount, ValueKind.Percent, ValueKind.Delta).Any() && !clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Time).Any();

    /// <summary>“日期不对 改16号” changes the day of what was just done, whatever that was, though the same words alone would change the day to close.</summary>
    private static bool IsOfTheAct(Clause clause, string intent)
    {
        if (clause.Mentions.Any(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal) || clause.Words("field").Count > 0 || !ByKind.TryGetValue(intent, out var alike)) return false;
        return PhraseBook.Standard.SlotsOf[clause.Focus.LastIntent!].Any(slot => alike.Contains(slot, StringComparer.Ordinal));
    }

    /// <summary>"Until the 20th" right after what was ordered while a yes/no was open: a day is no answer to that.</summary>
    private static bool IsOfTheInterruption(Clause clause) =>
        clause.Focus is { Fresh: true, PutOff: > 0, Asked: "confirm", Pending: { } pending, Filled: var filled } && (IsBareValue(clause) || Opens(clause)) && Again.Read(clause, pending, filled) is null;

    /// <summary>"But the final price is 1.02 million" right after it was won: the same act, with that.</summary>
    private static bool Opposes(Clause clause, string last) =>
        clause.Focus is { Fresh: true, Pending: null } && clause.Values.Count > 0 && !clause.Has(Feature.Question) && Beside(clause) <= Little && clause.ByRules is [var best, ..]
        && clause.Words("but").Any(word => clause.Marks.IsStart(word.Start) || Assent.Follows(clause, word.Start))
        && (best.Intent == last || (ByKind.TryGetValue(best.Intent, out var alike) && PhraseBook.Standard.SlotsOf.TryGetValue(last, out var slots) && slots.Any(slot => alike.Contains(slot, StringComparer.Ordinal))));

    /// <summary>What says the same as before corrects nothing: "no, Stu only gave me a verbal" names whom the act was about all along.</summary>
    private static Frame? Changed(Clause clause, Frame? anew)
    {
        var focus = clause.Focus;
        var deal = focus.LastSlots?.Text("deal") ?? focus.Deal;
        string?[] known = [.. focus.LastSlots?.Values ?? Enumerable.Empty<string>(), focus.Deal, focus.Customer, clause.Index.Get(deal)?.Customer];
        if (anew is null) return null;
        if (IsOfAnother(clause)) return new Frame("unknown");
        if (DayOfReport.Asked(clause, anew) is { } asked) return asked;
        // “不对 20万” when it was 20万 is answered as a correction that changes nothing.
        var isBare = clause.Values.Count > 0 && Answers.Covers(clause, clause.From, clause.To, [.. clause.Values.Select(value => value.Mark), .. clause.Words("correction"), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler")]);
        return isBare || anew.Slots.Any(slot => anew.Refs.TryGetValue(slot.Key, out var keys) ? keys.Any(key => !known.Contains(key, StringComparer.Ordinal)) : slot.Value != focus.LastSlots?.Text(slot.Key))
            ? anew with { Corrects = true } : null;
    }

    /// <summary>“写错了，是5月初” after a report that says 4月初 and a to-do that says nothing so: the part of the month is of what was told, and the to-do keeps its day.</summary>
    private static bool IsOfAnother(Clause clause)
    {
        bool Says(Understanding act, string word) => act.Slots.Values.Concat(act.Words.Values).Any(value => value.Contains(word, StringComparison.OrdinalIgnoreCase));
        var acts = clause.Focus.Understood.Where(act => !act.Pressed && !PhraseBook.Standard.Reads.Contains(act.Intent)).ToList();
        return clause.Words("month_part").Where(part => clause.Values.Any(value => value.Mark.Overlaps(part.Start, part.End))).Select(part => clause.Message.AsTyped(part.Start, part.End))
            .Any(word => acts.Exists(act => act.Intent != clause.Focus.LastIntent && Says(act, word)) && !acts.Exists(act => act.Intent == clause.Focus.LastIntent && Says(act, word)));
    }

    /// <summary>"No, wrong: demo for the engineer, not for Chatterjee": other words for what was noted, where the correction sets them against the old ones.</summary>
    private static Frame? Words(Clause clause, Focus focus)
    {
        if (FreeSlots.FirstOrDefault(slot => focus.LastSlots?.Text(slot) is not null) is not { } free) return null;
        var opening = clause.Marks.Of(Feature.Key("[correction]")).Where(mark => Answers.Covers(clause, clause.From, mark.Start, [.. clause.Marks.Of(Feature.Key("[correction]"))])).Select(mark => mark.End).DefaultIfEmpty(-1).Max();
        if (opening < 0) return null;
        var against = clause.Words("not_but").FirstOrDefault(word => word.Start > opening);
        if (against.End == 0 && clause.Message.Text[Math.Min(opening, clause.To - 1)] != ':') return null;
        var draft = Draft.Of(clause, focus.LastIntent!);
        if (FreeText.Rest(draft, opening, against.End == 0 ? clause.To : against.Start, []) is not { } words || !words.Contains(' ', StringComparison.Ordinal)) return null;
        Again.Carry(draft, focus.LastSlots);
        draft.Slots[free] = words;
        return draft.ToFrame(1);
    }

    /// <summary>“不对，是约她下周一看样机”: another deed beside another day takes the place of the one that was noted.</summary>
    private static Frame? WithDeed(Clause clause, string last, Frame? anew)
    {
        if (anew is null || Deeds.GetValueOrDefault(last) is not { } slot) return anew;
        var draft = Draft.Of(clause, last);
        var cut = clause.Values.Select(value => value.Mark).Concat(clause.Words("correction")).Concat(clause.Words("settle")).ToList();
        if (FreeText.Rest(draft, clause.From, clause.To, cut, deed: true) is { } words && (Script.IsChinese(words[0]) ? words.Length >= LeastDeed : words.Contains(' ', StringComparison.Ordinal)) && clause.Words("act_word").Any(word => word.Start < clause.To && words.StartsWith(clause.Message.AsTyped(word.Start, word.End), StringComparison.OrdinalIgnoreCase))) anew.Slots[slot] = words;
        return anew;
    }

    private static bool Opens(Clause clause) =>
        clause.Message.OpensAnew || DeniesFirst(clause) || Concerns(clause) || clause.Marks.Of(Feature.Key("[correction]")).Any(mark => clause.Marks.IsStart(mark.Start) || Follows(clause, mark) || IsOfAValue(clause, mark));

    /// <summary>"Nah make it 32": only a no and sounds of thinking stand before it.</summary>
    private static bool Follows(Clause clause, Mark word) => Assent.Follows(clause, word.Start) || Answers.Covers(clause, clause.From, word.Start, [.. clause.Marks.Of(Feature.No), .. clause.Words("filler")]);

    /// <summary>"It is about the spare parts": another deal than the act took.</summary>
    private static bool Concerns(Clause clause) => clause.Focus.Fresh && clause.Words("concerns").Any(word => clause.Marks.IsStart(word.Start) || Assent.Follows(clause, word.Start));

    /// <summary>“日期不对，下周一”: what is wrong is named first.</summary>
    private static bool IsOfAValue(Clause clause, Mark correction) =>
        correction.End - correction.Start > 1 && Answers.Covers(clause, clause.From, correction.Start, [.. clause.Words("value_word"), .. clause.Words("filler")]);

    /// <summary>“没有没有 是八万八”: a breath of nothing but no, and one that says what it is.</summary>
    private static bool DeniesFirst(Clause clause) =>
        clause.Breaths is [var no, var rest, ..] && Answers.Covers(clause, no.Start, no.End, [.. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Polite)])
        && clause.Marks.Of(Feature.Key("[correction]")).Any(word => word.Start == rest.Start);

    /// <summary>A value, few words and one that corrects: "it came in yesterday btw".</summary>
    private static bool Ends(Clause clause) =>
        clause.Focus.Fresh && (clause.Values.Count > 0 || clause.Has(Feature.Stage) || Names(clause)) && !clause.Has(Feature.Question) && Beside(clause) <= Little && clause.Marks.Of(Feature.Key("[correction_end]")).Any(mark => clause.Marks.IsEnd(mark.End) || Trails(clause, mark.End));

    /// <summary>"Blue Fjord signed, 495 in the end" after something was done for another customer is news of its own.</summary>
    private static bool IsElsewhere(Clause clause)
    {
        var named = clause.Mentions.Where(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal && mention.Strength >= NameStrength.Short).SelectMany(mention => mention.Records).ToList();
        string?[] known = [.. clause.Focus.LastSlots?.Values ?? Enumerable.Empty<string>(), clause.Focus.Deal, clause.Focus.Customer, clause.Index.Get(clause.Focus.Deal)?.Customer];
        return named.Count > 0 && !named.Exists(record => known.Contains(record.Key, StringComparer.Ordinal) || (record.Customer is { } customer && known.Contains(customer, StringComparer.Ordinal)));
    }

    /// <summary>"That was a visit, not a call".</summary>
    private static bool IsOtherWay(Clause clause) =>
        clause.Focus.LastSlots?.Text("method") is { } known && clause.Words("method").FirstOrDefault(way => way.Value != known) is { End: > 0 } way && !clause.Has(Feature.Question)
        && clause.Words("not_but").Any(word => word.Start >= way.End && clause.Message.Text.Slice(word.End, clause.To).Trim().Length <= Little / 2);

    /// <summary>"Oh wait, Ida I mean": another name than the one that was taken.</summary>
    private static bool Names(Clause clause) => clause.Mentions.Count > 0 && clause.Has(Feature.Key("[correction_end:mean]"));

    private static bool Trails(Clause clause, int end) => Answers.Covers(clause, end, clause.To, [.. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle)]);

    /// <summary>Nothing but a day, a time or an amount and words that say nothing.</summary>
    private static bool IsBareValue(Clause clause) =>
        clause.Focus.Fresh && clause.Values.Count > 0 && !clause.Has(Feature.Question)
        && Answers.Covers(clause, clause.From, clause.To, [.. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Words("filler"), .. clause.Words("correction_end"), .. clause.Words("settle"), .. clause.Words("until"), .. clause.Words("value_word")]);

    /// <summary>“欸不对，他们只是口头答应” where nothing was done: what it denies is not known, and it is no report to be noted.</summary>
    public static bool DenyNothing(Clause clause) =>
        clause.Focus is { Pending: null, Fresh: false } && clause.Breaths is [var first, _, ..]
        && clause.Marks.Of(Feature.Key("[correction]")).Concat(clause.Marks.Of(Feature.No)).Any(word => word.Overlaps(first.Start, first.End))
        && Answers.Covers(clause, first.Start, first.End, [.. clause.Marks.Of(Feature.Key("[correction]")), .. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler")])
        && clause.Ranked[0].Intent == "log_followup" && !SubjectFinder.Find(clause).Said;

    private static int Beside(Clause clause)
    {
        var count = 0;
        for (var i = clause.From; i < clause.To; i++)
        {
            if (char.IsLetterOrDigit(clause.Message.Text[i]) && !clause.Values.Any(value => value.Start <= i && i < value.End)) count += Script.IsChinese(clause.Message.Text[i]) ? 2 : 1;
        }

        return count;
    }
}
