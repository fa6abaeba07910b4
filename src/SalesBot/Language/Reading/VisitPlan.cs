using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“这周拜访计划：周三泵业 周四白山 周五远帆”, "visits this week: wed Pinecrest, thu Harbor": a day before each of several names, and what is done there: a to-do for each.</summary>
internal static class VisitPlan
{
    private const string Plan = "plan";

    /// <summary>Days from the first of a week to its last.</summary>
    private const int Week = 6;

    /// <summary>Empty where the message says anything else.</summary>
    public static IReadOnlyList<Frame> Of(Clause whole)
    {
        if (whole.Has(Feature.Question) || whole.Has(Feature.If) || whole.Has(Feature.Dont) || whole.Has(Feature.Touched)) return [];
        var ways = whole.Words("plan_way");
        if (ways.FirstOrDefault(word => word.Value != Plan) is not { End: > 0, Value: { } way }) return [];
        var days = whole.ValuesOf(ValueKind.Date).Where(day => day.Date >= whole.Message.Today).OrderBy(day => day.Start).ToList();
        if (days.Count < 2) return [];
        var names = whole.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal).ToList();
        List<Mark> said = [.. ways, .. whole.Values.Select(value => value.Mark), .. names.Select(name => name.Mark), .. whole.Marks.Of(Feature.Polite), .. whole.Marks.Of(Feature.Glue), .. whole.Marks.Of(Feature.Period), .. whole.Words("connector"), .. whole.Words("and"), .. whole.Words("scope")];
        var parts = days.Select((day, i) => (Day: day, End: i + 1 < days.Count ? days[i + 1].Start : whole.To)).ToList();
        if (!Answers.Covers(whole, whole.From, whole.To, said) || parts.Exists(part => !names.Exists(name => name.Start >= part.Day.End && name.End <= part.End))) return [];
        var week = whole.ValuesOf(ValueKind.DateRange).FirstOrDefault(range => range.End <= days[0].Start && range is { Date: { } first, Last: { } last } && last.DayNumber - first.DayNumber <= Week)?.Last;
        return parts.ConvertAll(part => Visit(whole.Part(part.Day.Start, part.End), way, In(whole, part.Day, week)));
    }

    /// <summary>A weekday alone is one of the week that was said before.</summary>
    private static DateOnly In(Clause whole, Value day, DateOnly? week) =>
        week is { } last && whole.Words("weekday").Any(word => word.Start == day.Start && word.End == day.End) && Dates.Days.Monday(last).AddDays(((int)day.Date!.Value.DayOfWeek + 6) % 7) is var own && own >= whole.Message.Today ? own : day.Date!.Value;

    private static Frame Visit(Clause part, string way, DateOnly day)
    {
        var subject = SubjectFinder.Find(part);
        var draft = new Draft(part, new ScoredIntent("add_task", 0, []), subject);
        draft.ReferOrAsk("customer", subject.Customers);
        var name = subject.Customer?.Name ?? part.Message.AsTyped(part.ValuesOf(ValueKind.Date).First().End, part.To);
        draft.Slots["content"] = Script.IsChinese(way[0]) ? way + name : way + " " + name;
        draft.Slots.Set("date", day);
        Filling.DateSlots.Clock(draft, "time", part.From, part.To);
        return draft.ToFrame(1);
    }
}
