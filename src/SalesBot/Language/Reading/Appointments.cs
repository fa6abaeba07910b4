using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“海虹的技术交流会定在25号下午”, "the Harbour demo is on the 21st, 3pm": what is still to come is to be done on its day; nobody has been there, and no deal's next step gives way to it.</summary>
internal static class Appointments
{
    private static readonly int Event = PhraseBook.Standard.KeyOf("[appointment:event]");
    private static readonly string[] MaySoundSo = ["log_followup", "set_next_step", "update_close_date", "unknown", "add_task"];

    /// <summary>What a report may hold beside what it plans.</summary>
    private static readonly string[] Around = ["filler", "opener", "connector", "remind_me", "beforehand", "day_before", "ahead", "lead", "now_word", "note_it"];

    /// <summary>“周四10点跟Neil开会”, "lunch with Greta Friday", "call with Lucy 3pm today": the breath that says of a meeting or a call when it is says a moment to come, and nothing is told beside it.</summary>
    public static bool AreAhead(Clause clause, Subject subject)
    {
        if (!subject.Said || clause.Ranked[0].Intent is not ("log_followup" or "add_task" or "unknown" or "set_next_step" or "snooze") || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Has(Feature.Said)) return false;
        if (clause.Words("log_order").Concat(clause.Words("note_order")).Where(order => !clause.Words("note_it").Any(note => note.Overlaps(order.Start, order.End))).Concat(clause.Words("moves")).Concat(clause.Words("next_word")).Any() || clause.Values.Any(value => value.Kind is ValueKind.Date or ValueKind.DateRange && value.Date < clause.Message.Today)) return false;
        if (clause.ByRules.Any(scored => scored.Intent == "add_task" && scored.Reasons.Any(reason => reason.Rule is { OnlyOrders: true, Weight: >= Filling.TextSlots.OnlyOrders }))) return false;
        var met = clause.Words("meets").Where(word => !clause.Names.Any(name => name.Overlaps(word.Start, word.End))).ToList();
        if (met.Count == 0 || clause.Marks.Of(Feature.Touched).Any(word => !IsInTopic(clause, word) && !met.Exists(what => IsOnly(clause, word, what))) || IsPast(clause)) return false;
        var own = clause.Breaths.FirstOrDefault(part => met[0].Overlaps(part.Start, part.End));
        return IsToCome(clause) && clause.Breaths.All(part => part == own || IsTopic(clause, part) || Answers.Covers(clause, part.Start, part.End, [.. clause.Values.Select(value => value.Mark), .. clause.Names, .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. Around.SelectMany(clause.Words)]));
    }

    /// <summary>What sounds as if it had happened is the word for it itself: “来公司”, and "call" in "call with", which tells nothing of when.</summary>
    private static bool IsOnly(Clause clause, Mark touched, Mark met) =>
        met.Start >= touched.Start && met.End <= touched.End && (met.End - met.Start == touched.End - touched.Start || !Script.IsChinese(clause.Message.Text[met.End - 1]));

    /// <summary>“…开会，[聊合同]”, "call with Lucy Friday, [to go over the price]": what they are to speak of.</summary>
    private static bool IsTopic(Clause clause, (int Start, int End) part) =>
        clause.Words("topic_lead").Any(word => word.Start - part.Start is 0 or 1 && !IsOver(clause, word)) && !clause.Values.Any(value => value.Kind is ValueKind.Date or ValueKind.Money && value.Mark.Overlaps(part.Start, part.End)) && !clause.Marks.Of(Feature.Said).Any(word => word.Overlaps(part.Start, part.End));

    private static bool IsInTopic(Clause clause, Mark word) => clause.Breaths.Any(part => word.Overlaps(part.Start, part.End) && IsTopic(clause, part));

    /// <summary>The first day that is said is ahead, or an hour of today that is.</summary>
    private static bool IsToCome(Clause clause)
    {
        if (clause.ValuesOf(ValueKind.Date).FirstOrDefault() is { Date: { } day } && day != clause.Message.Today) return day > clause.Message.Today;
        return clause.ValuesOf(ValueKind.Time).FirstOrDefault() is { Time: { } time } && time > TimeOnly.FromDateTime(clause.Message.Now);
    }

    /// <summary>了, 过 right behind what is said of a meeting tells that it was.</summary>
    private static bool IsPast(Clause clause) => clause.Words("did").Count > 0 || clause.Words("meets").Any(word => IsOver(clause, word));

    private static bool IsOver(Clause clause, Mark word) => word.End < clause.To && clause.Message.Text[word.End] is '了' or '过' or '完' or '好' or '到' or '妥' or '定';

    /// <summary>"Set up a meeting with Ian, friday 10", “约周总下周三九点开会，聊备件”: ordered for a moment to come, so that nobody has met.</summary>
    public static bool AreOrdered(Clause clause)
    {
        if (clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Breaths is not [var first, ..] || !IsToCome(clause)) return false;
        if (clause.Values.Any(value => value.Kind is ValueKind.Date && value.Date < clause.Message.Today) || Opening(clause, "books") is not { End: > 0 } order) return false;
        // “约金总周五上午签约”: they come together for it, at an hour.
        if (clause.Words("invites").Any(word => word.Start == order.Start) && clause.Has(Feature.Contact) && clause.ValuesOf(ValueKind.Time).Any()) return true;
        return clause.Words("closes").Count == 0 && clause.Words("meets").Any(word => word.Start >= order.End && word.End <= first.End && !clause.Names.Any(name => name.Overlaps(word.Start, word.End)) && !IsOver(clause, word));
    }

    /// <summary>"Hold the Lucy meeting, Thursday 11 works again": the meeting that is planned with whoever is named.</summary>
    public static IReadOnlyList<NamedRecord> Kept(Clause clause) =>
        AreOrdered(clause) && Opening(clause, "keeps") is { End: > 0 } keeps ? CalledOff.Planned(clause, new Mark(keeps.End, clause.Breaths[0].End), isNamed: true) : [];

    private static Mark Opening(Clause clause, string list) =>
        clause.Words(list).FirstOrDefault(word => Answers.Covers(clause, clause.From, word.Start, [.. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. clause.Words("opener"), .. clause.Words("request"), .. clause.Words("connector")]) && !IsOver(clause, word));

    public static bool Are(Clause clause, Subject subject)
    {
        if (!subject.Said || !clause.Has(Event) || !MaySoundSo.Contains(clause.Ranked[0].Intent, StringComparer.Ordinal)) return false;
        if (clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Marks.Of(Feature.Touched).Any(word => !IsCalled(clause, word)) || clause.Words("closes").Count > 0) return false;
        var what = clause.Marks.Of(Event);
        return clause.Words("set_for").Where(word => what.Any(called => called.Start < word.Start)).Concat(clause.Words("moves")).Any(word => clause.ValuesOf(ValueKind.Date).Any(day => day.Start >= word.Start && what.Any(called => called.Start < day.Start) && day.Date > clause.Message.Today));
    }

    /// <summary>"Demo for Ian" may tell that there was one, or what one is called.</summary>
    public static bool IsCalled(Clause clause, Mark touched) => clause.Marks.Of(Event).Any(what => what.Start == touched.Start && what.End < touched.End);
}
