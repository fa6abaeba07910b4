using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Reads a clause as part of an act whose intent and subject are known already.</summary>
internal static class Again
{
    private static readonly int MonthPart = PhraseBook.Standard.KeyOf("[month_part]");

    private static readonly string[] Subjects = ["deal", "customer", "contract", "approval_id", "task", "lead", "person", "team"];

    /// <summary>Null when the clause gives nothing that the act could take.</summary>
    public static Frame? Read(Clause clause, string intent, Slots? known)
    {
        if (!PhraseBook.Standard.Needs.TryGetValue(intent, out var needs)) return Sayings.Answer(clause, intent, known);
        var subject = SubjectFinder.Find(clause);
        if (!subject.Said && needs == "deal" && clause.Focus.Pending is null && SubjectFinder.Sibling(clause) is { } sibling) subject = sibling;
        var draft = new Draft(clause, new ScoredIntent(intent, 0, []), subject);
        var renamed = clause.Focus.Pending is null && intent is "create_customer" or "create_lead" && (clause.Strangers.Count > 0 || CapitalNames.Company(clause) is not null);
        // What a new deal is for may sound like another one's name.
        var isDeal = intent == "create_deal" && clause.Focus.Pending == intent && known?.Text("customer") is not null && !clause.Named(NamedKind.Customer, NameStrength.Short).Any();
        if (!isDeal && ((subject.Said && needs.Length > 0) || renamed)) SubjectSlots.Fill(draft, needs);
        // A to-do that is corrected is of nobody still, whoever is spoken of.
        else Carry(draft, known, withFocus: clause.Focus.Pending is not null || intent != "add_task");
        var told = draft.Clause.Focus is { Asked: "content", Pending: "log_followup" } && intent == "log_followup";
        SlotReaders.Fill(draft, PhraseBook.Standard.SlotsOf[intent].Where(slot => !IsFree(slot) || (told && slot == "followup") || (slot == "deal_name" && (GivenName.Find(draft.Clause) is not null || NamesBeside(draft, known)))));
        if (PhraseBook.Standard.SlotsOf[intent].Contains("followup", StringComparer.Ordinal)) Method(draft, known);
        BareHour.Read(draft, known);
        Moment(draft, PhraseBook.Standard.SlotsOf[intent], known);
        if (clause.Focus is { Pending: null } or { Asked: "confirm" })
        {
            SameSpan(draft, known);
            SameMonth(draft, known);
        }

        Asked(draft, intent);
        string? kept = null;
        if (draft.Slots.Text("period") is null && clause.Focus.Pending is null && known?.Text("period") is { } period && PhraseBook.Standard.SlotsOf[intent].Contains("period", StringComparer.Ordinal) && !PhraseBook.Standard.Reads.Contains(intent)) kept = period;
        var said = draft.Slots.Keys.Any(slot => !Subjects.Contains(slot) || subject.Said || (renamed && !draft.HasRef(slot)) || (slot is "person" or "team" && clause.Mentions.Any(mention => mention.Kind is NamedKind.Person or NamedKind.Team)));
        if (said && kept is not null) draft.Slots["period"] = kept;
        return said ? draft.ToFrame(1) : null;
    }

    /// <summary>"Mould tracking, about 75 grand": asked for the amount of a new deal that has no name yet, a breath of its own gives it.</summary>
    private static bool NamesBeside(Draft draft, Slots? known)
    {
        var clause = draft.Clause;
        if (clause.Focus.Pending != "create_deal" || clause.Values.Count == 0 || known?.Text("deal_name") is not null) return false;
        List<Mark> empty = [.. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.No), .. clause.Words("filler"), .. clause.Words("deals_word")];
        return clause.Breaths.Any(breath => !clause.Values.Any(value => value.Mark.Overlaps(breath.Start, breath.End)) && !clause.Mentions.Any(name => name.Kind is NamedKind.Customer or NamedKind.Person or NamedKind.Contact && name.Strength >= NameStrength.Short && name.Mark.Overlaps(breath.Start, breath.End)) && !Answers.Covers(clause, breath.Start, breath.End, empty));
    }

    /// <summary>"That was no visit, we only telephoned": the way that is not the one known.</summary>
    private static void Method(Draft draft, Slots? known)
    {
        var methods = draft.Clause.Words("method").Where(word => word.Value != known?.Text("method")).ToList();
        if (known?.Text("method") is not null && methods.Count > 0) draft.Slots["method"] = methods[^1].Value!;
    }

    /// <summary>A bare day answers or corrects the day of the step, or what the report says comes next.</summary>
    private static void Moment(Draft draft, string[] slots, Slots? known)
    {
        if (slots.Contains("next_step", StringComparer.Ordinal)) DateSlots.Due(draft);
        // Another hour of the day that was said, not of today.
        if (known?.Text("date") is not null && !draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Duration).Any()) draft.Slots.Remove("date");
        if (!slots.Contains("followup", StringComparer.Ordinal)) return;
        // "Not yesterday, Monday": the day on which it was, not the one of what comes next.
        if ((known?.Date("date") ?? (known is null || draft.Clause.Focus.Undone ? null : draft.Message.Today)) is { } told && draft.Message.NotMeant.Any(day => day.Date == told || day.PastDate == told))
        {
            DateSlots.Activity(draft);
            return;
        }

        DateSlots.Due(draft);
        var ahead = draft.Slots.Date("date") > draft.Message.Today;
        // A report is of what has been: the Monday that corrects its day is the last one.
        if (ahead && draft.Clause.Focus.Pending is null && known?.Text("next_date") is null && draft.Clause.ValuesOf(ValueKind.Date).Any()) DateSlots.Activity(draft);
        if (known?.Text("next_date") is null && draft.Clause.Focus.Asked is not ("next_date" or "next_time") && !(ahead && draft.Clause.Focus.Asked == "next_step")) return;
        if (draft.Slots.Remove("date", out var day)) draft.Slots["next_date"] = day;
        if (draft.Slots.Remove("time", out var time)) draft.Slots["next_time"] = time;
    }

    /// <summary>“是礼拜四” after “下礼拜三”, "no, the 28th" after a day in May: a weekday alone is one of the week that was said, a day of a month one of that month.</summary>
    public static void SameSpan(Draft draft, Slots? known)
    {
        var days = draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).ToList();
        if (days is not [{ Date: { } said, PastDate: not null }]) return;
        var isWeekday = draft.Clause.Words("weekday").Any(word => word.Start == days[0].Start && word.End == days[0].End);
        if (!isWeekday && !days[0].IsBareDay) return;
        foreach (var slot in (ReadOnlySpan<string>)["date", "next_date", "close_date"])
        {
            if (draft.Slots.Date(slot) != said || known?.Date(slot) is not { } before || before < draft.Message.Today) continue;
            var day = !isWeekday ? days[0].In(before).Date!.Value
                : draft.Clause.Words("after_that").Count > 0 ? before.AddDays(((((int)said.DayOfWeek - (int)before.DayOfWeek) + 6) % 7) + 1)
                : Dates.Days.Monday(before).AddDays(((int)said.DayOfWeek + 6) % 7);
            if (day < draft.Message.Today) continue;
            draft.Slots.Set(slot, day);
            draft.Day = day;
        }
    }

    /// <summary>“还是月底吧” after “4月20号”: a part of the month, or a bare day of it, is of the month that was said.</summary>
    private static void SameMonth(Draft draft, Slots? known)
    {
        if (draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).ToList() is not [var value] || !(PhraseBook.Standard.Is(draft.Message.Text.Text[value.Start..value.End], MonthPart))) return;
        foreach (var slot in (ReadOnlySpan<string>)["date", "next_date", "close_date"])
        {
            if (draft.Slots.Date(slot) is not { } said || said != value.Day || known?.Date(slot) is not { } before || before < draft.Message.Today) continue;
            var months = ((before.Year - said.Year) * 12) + before.Month - said.Month;
            var isLast = said.AddDays(1).Day == 1;
            var day = isLast ? said.AddDays(1).AddMonths(months).AddDays(-1) : said.AddMonths(months);
            if (months <= 0 || day < draft.Message.Today) continue;
            draft.Slots.Set(slot, day);
            draft.Day = day;
        }
    }

    /// <summary>"Send the quote on Friday" answers what comes next and when: the words beside the day are the answer to what was asked.</summary>
    private static void Asked(Draft draft, string intent)
    {
        if (draft.Clause.Has(Feature.Dont) && draft.Clause.Values.Count == 0) return;
        if (draft.Clause.Focus is not { Asked: "next_step" or "content" } focus || focus.Pending != intent || draft.Slots.Text(focus.Asked) is not null || (focus.Asked == "next_step" && draft.Clause.Has(Feature.Dont))) return;
        var people = draft.Clause.Named(NamedKind.Contact).Concat(draft.Clause.Named(NamedKind.Person)).Select(mention => mention.Mark).ToList();
        var cut = draft.Used.Except(people).Concat(draft.Clause.Words("correction").Where(word => draft.Used.Count > 0)).Concat(draft.Clause.Words("next_word").Where(word => focus.Asked == "next_step" && draft.Clause.Marks.IsStart(word.Start)));
        if (FreeText.Rest(draft, Answers.AfterNods(draft.Clause), draft.Clause.To, cut, deed: focus.Asked == "next_step") is { } words && !(intent != "log_followup" || focus.Asked == "next_step" ? Scrap.Is(draft.Clause, words) : false)) draft.Slots[focus.Asked] = words;
    }

    /// <summary>The records that the act is about, from what is filled, else from the focus.</summary>
    public static void Carry(Draft draft, Slots? known, bool withFocus = true)
    {
        foreach (var slot in Subjects)
        {
            if (known?.Text(slot) is { } key && (draft.Clause.Index.Get(key) ?? Called(draft.Clause, slot, key)) is { } record) draft.Refer(slot, [record]);
        }

        if (!withFocus) return;
        var focus = draft.Clause.Focus;
        CarryFocus(draft);
        if (draft.Clause.Index.Get(focus.Deal) is { } deal && !draft.HasRef("deal") && !draft.HasRef("customer")) draft.Subject = new Subject { Deals = [AsItWas(deal, focus)] };
        if (draft.HasRef("deal") && draft.Clause.Index.Get(known?.Text("deal") ?? focus.Deal) is { } known2) draft.Subject = new Subject { Deals = [AsItWas(known2, focus)] };
    }

    /// <summary>A colleague or team that is given by name instead of by key.</summary>
    private static NamedRecord? Called(Clause clause, string slot, string name)
    {
        if (slot is not ("person" or "team")) return null;
        var text = Text.NormalText.Of(name).Text;
        var named = clause.Index.Written(text).Where(hit => hit.Start == 0 && hit.End == text.Length && hit.Strength == NameStrength.Full).Select(hit => clause.Index.Get(hit.Record)).OfType<NamedRecord>().Where(record => record.Kind is NamedKind.Person or NamedKind.Team);
        return named.DistinctBy(record => record.Key, StringComparer.Ordinal).ToList() is [var one] ? one : null;
    }

    /// <summary>A correction is of the deal as it was before the act: “不对 是两周” after a week's delay.</summary>
    private static NamedRecord AsItWas(NamedRecord deal, Focus focus) =>
        focus is { Pending: null, Undone: false, LastBefore: { } before } && focus.LastSlots?.Text("deal") == deal.Key ? deal with { Amount = before.Number("amount") ?? deal.Amount, Date = before.Date("close_date") ?? deal.Date } : deal;

    /// <summary>What is spoken of, where the act names nothing.</summary>
    public static void CarryFocus(Draft draft)
    {
        var focus = draft.Clause.Focus;
        // What was looked at since is no part of an act for somebody else.
        var about = draft.RefsOf("customer");
        if (about.Count > 0 && (draft.Clause.Index.Get(focus.Deal)?.Customer ?? focus.Customer) is { } spoken && !about.Contains(spoken, StringComparer.Ordinal)) return;
        CarryFocus(draft, "deal", focus.Deal);
        CarryFocus(draft, "customer", focus.Customer ?? draft.Clause.Index.Get(focus.Deal)?.Customer);
        if (PhraseBook.Standard.SlotsOf.TryGetValue(draft.Intent.Intent, out var slots) && slots.Contains("contract", StringComparer.Ordinal)) CarryFocus(draft, "contract", focus.Contract);
    }

    private static void CarryFocus(Draft draft, string slot, string? key)
    {
        if (!draft.HasRef(slot) && draft.Clause.Index.Get(key) is { } record) draft.Refer(slot, [record]);
    }

    /// <summary>Slots that take whatever words they are given.</summary>
    public static bool IsFree(string slot) => slot is "content" or "reason" or "remark" or "followup" or "next_step" or "deed" or "deal_name" or "wanted" or "contract" or "quote";
}
