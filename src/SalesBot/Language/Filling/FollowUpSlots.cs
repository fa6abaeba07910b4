using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>What happened and what comes next: breath groups of a report sorted into method and day, content, and next step.</summary>
internal static class FollowUpSlots
{
    public static void FollowUp(Draft draft)
    {
        var clause = draft.Clause;
        var parts = clause.Breaths.SelectMany(part => AtNext(draft, part)).ToList();
        var next = First(clause, [.. parts.Where((part, i) => i > 0 && IsNext(draft, part))]);
        if (Method(clause, next) is { } method) draft.Slots["method"] = method;
        var was = WasThen.Day(clause);
        foreach (var value in clause.ValuesOf(ValueKind.Date))
        {
            if (value != was && (next.Exists(part => value.Mark.Overlaps(part.Start, part.End)) || IsToCome(clause, parts, value) || IsSince(clause, value) || IsOfFact(clause, parts, value) || DateSlots.Past(value, draft.Message.Today) > draft.Message.Today)) continue;
            if (value != was && value.Date > draft.Message.Today && !IsTold(clause, parts, value)) continue;
            draft.Slots.Set("date", DateSlots.Past(value, draft.Message.Today));
            draft.Use(value.Mark, "date");
            var end = parts.First(part => value.Mark.Overlaps(part.Start, part.End)).End;
            if (clause.ValuesOf(ValueKind.Time).Any(time => time.Start >= value.Start && time.End <= end)) DateSlots.Clock(draft, "time", value.Start, end);
            break;
        }

        if (draft.Slots.Text("date") is null && IsOfToday(clause, next)) draft.Slots.Set("date", draft.Message.Today);
        if (clause.ValuesOf(ValueKind.Time).FirstOrDefault(time => !next.Exists(part => time.Mark.Overlaps(part.Start, part.End)) && !IsToCome(clause, parts, time) && IsTold(clause, parts, time)) is { Time: { } hour }) draft.Slots.Set("time", hour);

        if (next.Count > 0) Next(draft, next);
        Content(draft, [.. parts.Except(next)]);
    }

    /// <summary>The first step and what belongs to it: what has a day of its own beside that one's is another, and stays in the note.</summary>
    private static List<(int Start, int End)> First(Clause clause, List<(int Start, int End)> steps)
    {
        DateOnly? DayOf((int Start, int End) part) => clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).FirstOrDefault(day => day.Mark.Overlaps(part.Start, part.End))?.Date;
        return steps is [var first, ..] && DayOf(first) is { } day ? [.. steps.TakeWhile(part => DayOf(part) is not { } other || other == day)] : steps;
    }

    /// <summary>“早上去禾悦跑了一趟”: a part of the day, and no other day, in what is told as done.</summary>
    private static bool IsOfToday(Clause clause, List<(int Start, int End)> next) =>
        clause.Words("part_of_day").Any(word => !next.Exists(part => word.Overlaps(part.Start, part.End)) && clause.Marks.Of(Feature.Touched).Concat(clause.Words("method")).Any(done => done.Start >= word.Start))
        && !clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any(day => !next.Exists(part => day.Mark.Overlaps(part.Start, part.End)));

    /// <summary>Dictated without a stop: “…就等公告然后下周二我再过去” breaks before the word that leads to a day to come.</summary>
    private static IEnumerable<(int Start, int End)> AtNext(Draft draft, (int Start, int End) part)
    {
        var clause = draft.Clause;
        var leads = clause.Words("connector").Concat(clause.Words("next_word")).Where(word => word.Start > part.Start && word.End < part.End
            && clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any(day => day.Date > draft.Message.Today && day.End <= part.End && day.Start - word.End is >= 0 and <= 2)).ToList();
        if (leads is not [var lead, ..]) return [part];
        return [(part.Start, lead.Start), (lead.Start, part.End)];
    }

    /// <summary>"She will send them on Monday": the day of what is still to happen.</summary>
    private static bool IsToCome(Clause clause, IReadOnlyList<(int Start, int End)> parts, Value value)
    {
        var part = parts.FirstOrDefault(part => value.Mark.Overlaps(part.Start, part.End));
        return clause.Words("will").Any(word => word.Start >= part.Start && word.End <= value.Start);
    }

    /// <summary>“5月底才能签”, behind what was told first: a day to come, of what others do.</summary>
    private static bool IsOfFact(Clause clause, IReadOnlyList<(int Start, int End)> parts, Value value) =>
        value.Date > clause.Message.Today && parts.Skip(1).FirstOrDefault(part => value.Mark.Overlaps(part.Start, part.End)) is { End: > 0 } part && Facts.Are(clause, part);

    /// <summary>"Since Monday" is no day on which something happened, nor one to come.</summary>
    private static bool IsSince(Clause clause, Value value) => clause.Words("since").Any(word => value.Mark.Overlaps(word.Start, word.End) || (word.End <= value.Start && value.Start - word.End <= 1));

    /// <summary>A day or hour that may as well be to come is the meeting's where the same breath tells of one: "met her on the 5th", not "the board meets on the 24th".</summary>
    private static bool IsTold(Clause clause, IReadOnlyList<(int Start, int End)> parts, Value value)
    {
        if (IsAhead(clause, value) && !clause.Marks.Of(Feature.Touched).Any(done => done.Start < value.Start && !Appointments.IsCalled(clause, done))) return false;
        if (Script.HasChinese(clause.Span)) return value.Kind == ValueKind.Date || clause.Has(Feature.Touched);
        var part = parts.FirstOrDefault(part => value.Mark.Overlaps(part.Start, part.End));
        return clause.Marks.Of(Feature.Touched).Concat(clause.Words("method")).Any(mark => mark.Overlaps(part.Start, part.End));
    }

    /// <summary>Of the two days that it may be, the one to come is the nearer by far: "they want a demo on April 2" is not of last year.</summary>
    private static bool IsAhead(Clause clause, Value value) =>
        value is { Date: { } next, PastDate: { } past } && next > clause.Message.Today && next.DayNumber - clause.Message.Today.DayNumber < clause.Message.Today.DayNumber - past.DayNumber;

    /// <summary>How they met: a word within what is reported as done before one that is only mentioned; never what is to come next. Who went to somebody visited them.</summary>
    private static string? Method(Clause clause, List<(int Start, int End)> next)
    {
        var things = clause.Words("method_thing");
        var methods = clause.Words("method").Where(word => !next.Exists(part => word.Overlaps(part.Start, part.End)) && !things.Any(thing => thing.Overlaps(word.Start, word.End)) && !IsOfNumber(clause, word)).ToList();
        if (clause.Words("went_word").Any(went => clause.Mentions.Any(name => name.Kind is NamedKind.Customer or NamedKind.Deal && name.Start - went.End is 0 or 1))) return "visit";
        var done = methods.Where(word => clause.Marks.Of(Feature.Touched).Any(touched => touched.Overlaps(word.Start, word.End))).ToList();
        var met = (done.Count > 0 ? done : methods).FirstOrDefault();
        // “微信上聊了几句”: by what they talked says more than that they did.
        return met.Value == "meeting" && methods.LastOrDefault(word => word.End <= met.Start && met.Start - word.End <= 2) is { Value: "wechat" or "email" or "call" } by ? by.Value : met.Value;
    }

    /// <summary>“电话13804511122” says how somebody is reached, not that they were.</summary>
    private static bool IsOfNumber(Clause clause, Mark word) => clause.ValuesOf(ValueKind.Phone).Any(phone => phone.Start - word.End is >= 0 and <= 2);

    /// <summary>The order "next step: …".</summary>
    public static void NextStep(Draft draft)
    {
        DateSlots.Due(draft);
        var word = draft.Clause.Words("next_word").FirstOrDefault();
        var cut = draft.Used.Append(word).Concat(Changes(draft.Clause)).Where(mark => mark.End > mark.Start).ToList();
        var names = draft.Clause.Names;
        var (start, end) = WithoutSubject(draft.Clause, word.End, cut);
        if (FreeText.Rest(draft, start, end, cut.Where(mark => !names.Contains(mark)), deed: true) is { } after && !Scrap.Is(draft.Clause, after)) draft.Slots["next_step"] = after;
        else if (FreeText.Rest(draft, draft.Clause.From, draft.Clause.To, cut) is { } all && !Scrap.Is(draft.Clause, all)) draft.Slots["next_step"] = all;
    }

    /// <summary>“下一步[改回]…，[日期]3月26号”: what says that it is another one now, and that a day follows.</summary>
    public static IEnumerable<Mark> Changes(Clause clause) =>
        clause.Words("step_change").Where(change => clause.Words("next_word").Any(next => clause.IsBlank(next.End, change.Start)))
            .Concat(clause.Words("day_label").Where(label => clause.Breaths.Any(part => part.Start == label.Start) && clause.ValuesOf(ValueKind.Date, ValueKind.Time).Any(value => clause.IsBlank(label.End, value.Start))));

    /// <summary>Whose step it is stands at either end; a name within the step belongs to what is to be done (发报价给周总).</summary>
    private static (int Start, int End) WithoutSubject(Clause clause, int start, List<Mark> cut)
    {
        var end = clause.To;
        var records = clause.Mentions.Where(mention => mention.Kind is not NamedKind.Contact).Select(mention => mention.Mark).ToList();
        for (var moved = true; moved;)
        {
            (start, _) = FreeText.Trim(clause, start, end, deed: true);
            var glue = clause.Words("before").FirstOrDefault(word => word.Start == start);
            var name = FreeText.Trim(clause, Math.Max(start, glue.End), end).Start;
            var lead = cut.Concat(clause.Marks.Of(Feature.This).Where(word => word.End < end && clause.Message.Text[word.End] == ':')).FirstOrDefault(mark => (mark.Start == start || mark.Start == name) && !clause.Mentions.Any(mention => mention.Mark == mark && mention.Kind is NamedKind.Contact));
            moved = lead.End > lead.Start;
            if (moved) start = FreeText.AfterBound(clause, lead);
        }

        if (Segments.Of(clause.Message.Text.Text, start, end) is [_, .., var last] && records.Exists(name => FreeText.Trim(clause, last.Start, last.End) == (name.Start, name.End))) end = last.Start;
        return (start, end);
    }

    private static void Next(Draft draft, List<(int Start, int End)> parts)
    {
        var (from, to) = (parts[0].Start, parts[^1].End);
        // Of two days, the one by which it is to be done.
        foreach (var value in draft.Clause.Values.Where(value => value.Start >= from && value.End <= to).OrderBy(value => !IsBy(draft.Clause, value)))
        {
            if (value.Kind is ValueKind.Date or ValueKind.DateRange && !draft.Slots.ContainsKey("next_date")) draft.Slots.Set("next_date", value.Day!.Value);
            else if (value.Kind == ValueKind.Time && !draft.Slots.ContainsKey("next_time")) draft.Slots.Set("next_time", value.Time!.Value);
            else continue;
            draft.Use(value.Mark, "next_date");
        }

        var names = draft.Clause.Names;
        var words = parts.Select(part => FreeText.Rest(draft, part.Start, part.End, draft.Used.Where(mark => !names.Contains(mark)).Concat(draft.Clause.Words("next_word").Where(word => word.Start <= part.Start + 1)).Concat(Errands.Mine(draft.Clause)).Concat(Errands.Must(draft.Clause)), deed: true)).OfType<string>().ToList();
        if (words.Count > 0) draft.Slots["next_step"] = string.Join(' ', words);
    }

    private static bool IsBy(Clause clause, Value value) =>
        value.Kind is ValueKind.Date or ValueKind.DateRange && (value.Bound is Spans.Bound.Before or Spans.Bound.Until || clause.Words("until").Concat(clause.Words("earlier_than")).Any(word => word.End <= value.Start && value.Start - word.End <= 1));

    /// <summary>What was told, in the speaker's own words: whole breath groups, without those that only say who was met and how.</summary>
    private static void Content(Draft draft, List<(int Start, int End)> parts)
    {
        var cut = draft.Used.Concat(Touches(draft)).ToList();
        var orders = draft.Clause.Words("log_order").Concat(draft.Clause.Marks.Of(Feature.Polite)).Concat(draft.Clause.Marks.Of(Feature.Particle)).Concat(draft.Clause.Words("filler")).Concat(draft.Clause.Words("straight")).ToList();
        var nods = draft.Clause.Marks.Of(Feature.Yes).Concat(orders).ToList();
        parts.RemoveAll(part => draft.Clause.Words("order_tick").Any(word => word.Overlaps(part.Start, part.End)) && Answers.Covers(draft.Clause, part.Start, part.End, [.. draft.Clause.Words("order_tick"), .. orders]));
        var last = parts.FindLastIndex(part => !Answers.Covers(draft.Clause, part.Start, part.End, orders));
        var told = parts.Take(last + 1).SkipWhile(part => Answers.Covers(draft.Clause, part.Start, part.End, nods)).Where(part => FreeText.Rest(draft, part.Start, part.End, cut) is not null).ToList();
        if (told.Count == 0) told = [.. parts.Where(part => FreeText.Rest(draft, part.Start, part.End, draft.Used) is not null)];
        if (told.Count == 0) return;
        var runs = new List<(int Start, int End)>();
        foreach (var part in told)
        {
            if (runs.Count > 0 && part.Start - runs[^1].End <= 1) runs[^1] = (runs[^1].Start, part.End);
            else runs.Add(part);
        }

        var begins = AfterMeeting(draft, runs[0], [.. cut.Except(draft.Clause.Words("this"))]);
        runs[0] = (CutShort.Is(draft.Clause, runs[0], begins, cut) ? runs[0].Start : begins, runs[0].End);
        draft.Slots["content"] = string.Join(' ', runs.Select(run => WithoutFillers(draft.Clause, run.Start, run.End)).Select(run => draft.Message.AsTyped(run.Start, run.End)));
    }

    /// <summary>“打电话给凌云说价格太高”: the words that say how, and the name after them, lead to what was told.</summary>
    private static int AfterMeeting(Draft draft, (int Start, int End) run, List<Mark> cut)
    {
        var (start, met) = (FreeText.Trim(draft.Clause, run.Start, run.End).Start, false);
        var told = run.Start;
        for (var moved = true; moved;)
        {
            var mark = cut.Where(word => word.Start == start && word.End < run.End && draft.Message.Text[word.End] != '\'').OrderByDescending(word => word.End).FirstOrDefault();
            var isName = draft.Clause.Mentions.Any(mention => mention.Mark == mark);
            moved = mark.End > start && (met || !isName);
            if (!moved) break;
            (met, told) = (true, mark.End);
            start = AfterWith(draft.Clause, FreeText.Trim(draft.Clause, mark.End, run.End).Start, cut);
        }

        return WithoutFillers(draft.Clause, told, run.End).Start;
    }

    /// <summary>"Had a call [with] Ida": the word that only leads to whom they met, where the name is no part of what was told.</summary>
    private static int AfterWith(Clause clause, int start, List<Mark> cut)
    {
        var joint = clause.Marks.Of(Feature.Glue).Where(word => word.Start == start).OrderByDescending(word => word.End).FirstOrDefault();
        var name = FreeText.Trim(clause, Math.Max(start, joint.End), clause.To).Start;
        return joint.End > start && cut.Exists(mark => mark.Start == name && clause.Mentions.Any(mention => mention.Mark == mark)) ? name : start;
    }

    /// <summary>Off the beginning: blanks, punctuation and words like 嗯, 那个, "well"; off the end: blanks and punctuation.</summary>
    private static (int Start, int End) WithoutFillers(Clause clause, int start, int end)
    {
        var text = clause.Message.Text.Text;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not ('%' or ')')) end--;
        for (var moved = true; moved && start < end;)
        {
            while (start < end && !char.IsLetterOrDigit(text[start])) start++;
            var filler = clause.Marks.Of(Feature.Polite).Concat(clause.Words("log_order")).Where(mark => mark.Start == start && mark.End < end && !clause.Values.Any(value => value.Mark.Overlaps(mark.Start, mark.End))).OrderByDescending(mark => mark.End).FirstOrDefault();
            moved = filler.End > start;
            if (moved) start = filler.End;
        }

        return (start, end);
    }

    private static IEnumerable<Mark> Touches(Draft draft) => draft.Clause.Words("touched").Concat(draft.Clause.Words("method")).Concat(draft.Clause.Words("this")).Concat(draft.Clause.Words("their_people")).Concat(draft.Clause.Words("met_words"));

    /// <summary>
    /// A later part with a day to come or a word of planning, that does not tell what the other side does, nor what was done on a day that may be either
    /// ("I had visited them on Monday").
    /// </summary>
    private static bool IsNext(Draft draft, (int Start, int End) part)
    {
        var clause = draft.Clause;
        var starts = clause.Words("third").Concat(clause.Words("said")).Any(mark => mark.Start >= part.Start && mark.Start <= part.Start + 2);
        if (Scrap.Is(clause, FreeText.Rest(draft, part.Start, part.End, clause.Values.Select(value => value.Mark), deed: true))) return false;
        // “预计成交推到六月底” moves a day, and is no deed.
        if (clause.Words("closes").Concat(clause.Words("field")).Any(word => word.Overlaps(part.Start, part.End)) && clause.Words("move_to").Any(word => word.Overlaps(part.Start, part.End))) return false;
        var isAgreed = IsAgreed(clause, part) || IsArranged(clause, part) || Facts.AskForOurs(clause, part);
        if (!isAgreed && ((starts || Tells(clause, part)) ? Errands.AskedOfMe(clause, part) is null : Facts.Are(clause, part))) return false;
        if (clause.Words("as_planned").Any(mark => mark.Overlaps(part.Start, part.End)) || WasThen.Day(clause)?.Mark.Overlaps(part.Start, part.End) == true) return false;
        if (clause.Words("next_word").Any(mark => mark.Overlaps(part.Start, part.End))) return true;
        var moments = clause.Values.Where(value => value.Mark.Overlaps(part.Start, part.End)).ToList();
        if (clause.Marks.Of(Feature.Touched).Any(done => done.Start >= part.Start && moments.Exists(day => day is { Kind: ValueKind.Date, PastDate: not null } && done.End <= day.Start))) return false;
        return moments.Exists(value => value.Kind is ValueKind.Date or ValueKind.DateRange && value.Date > draft.Message.Today && !IsSeason(value) && !IsSince(clause, value) && !IsTheirPlan(clause, value, part)) || LaterToday(draft.Message, moments);
    }

    /// <summary>"They want a demo on April 2": what they ask for with us on a day to come.</summary>
    private static bool IsAgreed(Clause clause, (int Start, int End) part) =>
        clause.Marks.Of(Feature.Key("[appointment:event]")).Any(what => what.Overlaps(part.Start, part.End) && clause.ValuesOf(ValueKind.Date).Any(day => day.Mark.Overlaps(part.Start, part.End) && IsAhead(clause, day)) && clause.Words("wants").Concat(clause.Words("wish")).Any(want => want.Overlaps(part.Start, what.Start)));

    /// <summary>“跟他说好周四再打电话”: a day to come was agreed on, and behind it stands what we do then.</summary>
    private static bool IsArranged(Clause clause, (int Start, int End) part) =>
        clause.Words("arranged").Any(word => word.Overlaps(part.Start, part.End) && clause.Words("plans").Any(plan => plan.Start >= word.End && plan.End <= part.End));

    /// <summary>"Go-live moved to June", “六月上线”: of a whole month something is told, unless the words say what is to be done then.</summary>
    private static bool IsTheirPlan(Clause clause, Value value, (int Start, int End) part) =>
        value is { Date: { } first, Last: { } last } && last.DayNumber - first.DayNumber >= 27 && (clause.Words("moved_to").Any(word => value.Start - word.End is 0 or 1) || !clause.Words("plans").Any(word => word.Start >= part.Start && word.End <= part.End));

    /// <summary>“周总说下个月才付款”: what somebody there says they do.</summary>
    private static bool Tells(Clause clause, (int Start, int End) part) =>
        clause.Mentions.Any(mention => mention.Kind is NamedKind.Contact or NamedKind.Person && mention.Start >= part.Start && clause.Words("says").Any(word => word.Start == mention.End && word.End <= part.End)
            && !clause.Values.Any(value => value.Start >= part.Start && value.End <= mention.Start));

    /// <summary>“明年才有预算”: of a quarter or a year something is told; nobody does a next step in one.</summary>
    private static bool IsSeason(Value value) => value is { Date: { } first, Last: { } last } && last.DayNumber - first.DayNumber > 31;

    private static bool LaterToday(Message message, List<Value> moments) =>
        moments.Exists(value => value.Kind == ValueKind.Date && value.Date == message.Today)
        && moments.Exists(value => value.Kind == ValueKind.Time && value.Time > TimeOnly.FromDateTime(message.Now));
}
