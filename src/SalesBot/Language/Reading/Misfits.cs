using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// Orders that a sentence has some words of and does not mean: the day of a demo moves no deal, somebody's absence moves nothing, a demo that goes to a colleague
/// takes no customer along, and what a deal costs now makes no new one.
/// </summary>
internal static class Misfits
{
    /// <summary>Characters of whoever is away, with a title.</summary>
    private const int Somebody = 24;

    /// <summary>Beside the name of a to-do these say nothing of its being done.</summary>
    private static readonly string[] Beside = ["task_word", "remind_me", "later_word"];

    public static bool Is(Clause clause, string intent, Subject subject) => intent switch
    {
        "update_close_date" => (clause.Words("not_done").Count > 0 && clause.Words("closes").Count == 0) || TellsOfAbsence(clause) || IsOfAnAppointment(clause),
        "snooze" or "set_next_step" => TellsOfAbsence(clause) || WasThen.Is(clause),
        "add_task" => (TellsOfAbsence(clause) || WasThen.Is(clause)) && clause.Words("remind_me").Count == 0,
        "complete_task" => CalledOff.Tells(clause) || OnlyNames(clause) || IsToCome(clause) || IsOfTheActBefore(clause),
        "log_followup" => TellsOfSilence(clause),
        "assign_customer" => IsOfAnErrand(clause),
        "create_deal" => IsRepriced(clause, subject) || IsOfParts(clause),
        _ => false,
    };

    /// <summary>“海虹的待办”, “催图纸 明天提醒我”: what is called so is named, with a day to come, and nothing says that it is done.</summary>
    private static bool OnlyNames(Clause clause)
    {
        if (clause.Has(Feature.OrdinalWord) || clause.Named(NamedKind.Task).Any(number => char.IsAsciiDigit(clause.Message.Text[number.End - 1])) || clause.ByRules.FirstOrDefault(scored => scored.Intent == "complete_task")?.Cues.Any() == true) return false;
        var titles = TaskMatch.Find(clause).Select(task => NormalText.Of(task.Name).Text).ToList();
        List<Mark> named = [.. TaskMatch.Letters(clause, titles), .. TaskMatch.Open(clause).SelectMany(task => TaskMatch.Words(clause, task)), .. clause.Names, .. Beside.SelectMany(clause.Words), .. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. clause.Marks.Of(Feature.This)];
        return Answers.Covers(clause, clause.From, clause.To, named);
    }

    /// <summary>"And the gateway count as well": what was done before is meant, and a tick only where that was one.</summary>
    private static bool IsOfTheActBefore(Clause clause) =>
        clause.Words("also_that").Count > 0 && clause.Focus.LastIntent != "complete_task" && clause.Words("done_word").Count == 0 && clause.Words("ticked").Count == 0 && clause.Words("order_tick").Count == 0 && !clause.Has(Feature.Touched);

    /// <summary>“两个月没联系了，明天打个电话”: nobody was in touch, and somebody will be.</summary>
    public static bool TellsOfSilence(Clause clause) =>
        clause.Words("no_contact").Count > 0 && !clause.Has(Feature.Question) && clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any(day => day.Date > clause.Message.Today);

    /// <summary>“带技术再去一次 改到周四下午两点”: what gets another day is not done, whatever its title says.</summary>
    private static bool IsToCome(Clause clause) =>
        clause.Words("moves").Any(move => clause.ValuesOf(ValueKind.Date).Any(day => day.Start >= move.End && day.Date > clause.Message.Today));

    /// <summary>“方敏出差到30号”, "Astrid's away till the 30th": somebody else, whoever that is, and nothing that is to be done.</summary>
    public static bool TellsOfAbsence(Clause clause)
    {
        foreach (var (start, end) in clause.Breaths)
        {
            var away = clause.Words("absent").FirstOrDefault(word => word.Overlaps(start, end));
            if (away.End == 0 || !clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Duration).Any(day => day.Mark.Overlaps(start, end)) || clause.Words("closes").Any(word => word.Overlaps(start, end)) || clause.Words("i_am").Any(word => word.Start - start is 0 or 1)) continue;
            var (from, to) = FreeText.Trim(clause, start, away.Start);
            if (to - from is > 0 and <= Somebody && !clause.Words("deed").Any(word => word.Start == from) && !clause.Words("moves").Any(word => word.Overlaps(start, end))) return true;
        }

        return false;
    }

    /// <summary>In the breath of the day stands what has a day of its own, or an hour, and nothing of signing.</summary>
    private static bool IsOfAnAppointment(Clause clause)
    {
        // “约金总周五上午签约”: they come together for it, at an hour.
        if (clause.Words("invites").Any(word => clause.Marks.IsStart(word.Start)) && clause.ValuesOf(ValueKind.Time).Any()) return true;
        if (clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Duration).LastOrDefault() is not { } day || clause.Words("field").Count > 0) return false;
        var (start, end) = clause.Breaths.FirstOrDefault(part => day.Mark.Overlaps(part.Start, part.End), (Start: clause.From, End: clause.To));
        bool Here(Mark mark) => mark.Overlaps(start, end) && !clause.Mentions.Any(name => name.Kind is NamedKind.Deal && name.Mark.Overlaps(mark.Start, mark.End));
        return !clause.Words("closes").Any(Here) && (clause.Words("appointment").Any(Here) || clause.ValuesOf(ValueKind.Time).Any(time => Here(time.Mark)));
    }

    /// <summary>"Give the Pinewood demo to Kevin": neither the customer nor the deal is said to change hands.</summary>
    private static bool IsOfAnErrand(Clause clause) =>
        clause.Words("appointment").Any(word => !clause.Mentions.Any(name => name.Mark.Overlaps(word.Start, word.End))) && clause.Words("as_customer").Count == 0 && !clause.Has(Feature.ThisCustomer) && !clause.Has(Feature.ThisDeal);

    /// <summary>“软件30万加服务5万” of the deal that is spoken of: no word makes another.</summary>
    private static bool IsOfParts(Clause clause) =>
        clause.Focus.Deal is not null && SummedParts.Are(clause) && !clause.ByRules.Any(scored => scored.Intent == "create_deal" && scored.Score >= Choice.EnoughToWrite);

    /// <summary>“东陵那单现在26万5”, "the spares deal with Pinecrest is now 26.5k": there is such a deal, and no word makes another.</summary>
    public static bool IsRepriced(Clause clause, Subject subject) =>
        subject is { Said: true, Deals.Count: > 0, Customer: { } customer } && subject.Deals.Any(deal => deal.IsOpen && Narrowing.Describes(clause, deal, customer))
        && clause.Words("is_now").Count > 0 && clause.Words("another").Count == 0 || IsValued(clause, subject);

    /// <summary>"Hansa is about 90k euro, probably June" of a customer with one open deal, which is named and nothing else: it is worth that, and no word makes another.</summary>
    public static bool IsValued(Clause clause, Subject subject)
    {
        if (subject is not { Said: true, Customer: { } customer } || clause.ValuesOf(ValueKind.Money).Count() != 1 || clause.Strangers.Count > 0 || clause.Has(Feature.Question)) return false;
        // "Coastal: maybe 180k" of a deal that has no amount yet.
        return clause.Index.Of(customer.Key, NamedKind.Deal).Where(deal => deal.IsOpen && clause.Message.MaySee(deal)).Take(2).ToList() is [var only]
            && (clause.Words("worth_now").Count > 0 || (only.Amount is null && clause.Words("hedge_word").Count > 0))
            && Answers.Covers(clause, clause.From, clause.To,
            [
                .. clause.Names, .. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. new[] { "worth_now", "hedge_word", "hedged", "filler", "connector", "deals_word", "field", "value_word", "closes" }.SelectMany(clause.Words),
            ]);
    }
}
