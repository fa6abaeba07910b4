using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“删除3和4”, "drop number 2", “那个待办删了”: to-dos that go, by their places in the list that was shown or by pointing. None of them is done for it.</summary>
internal static class OffTheList
{
    private const int Offered = 8;

    private static readonly int Verb = PhraseBook.Standard.KeyOf("[call_off]"), Drop = PhraseBook.Standard.KeyOf("[take_off]");

    private static readonly string[] Around = ["task_word", "some_thing", "and", "connector", "filler", "opener", "move_lead", "off_list", "off_lead", "just_added", "request", "ordinal", "counter", "number_word"];

    public static Frame? Read(Clause clause)
    {
        List<Mark> verbs = [.. clause.Marks.Of(Verb), .. clause.Marks.Of(Drop), .. clause.Words("no_longer"), .. clause.Words("is_off"), .. clause.Words("off_list")];
        if (verbs.Count == 0 || clause.Mentions.Any(name => name.Kind is not NamedKind.Task)) return null;
        List<Mark> said = [.. verbs, .. Around.SelectMany(clause.Words), .. clause.Marks.Of(Feature.This), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. clause.Marks.Of(Feature.Glue)];
        var numbers = clause.ValuesOf(ValueKind.Number, ValueKind.Ordinal).ToList();
        if (numbers.Count < clause.Values.Count || !Answers.Covers(clause, clause.From, clause.To, [.. said, .. numbers.Select(number => number.Mark)])) return null;
        if (numbers.Count > 0 || clause.Words("ordinal").Count > 0) return Rows(clause, numbers) is { Count: > 0 } rows ? All(clause, rows) : null;
        return clause.Words("task_word").Count > 0 ? Pointed(clause) : null;
    }

    /// <summary>The to-dos at these places; none where one of them is no place of an open to-do.</summary>
    private static List<NamedRecord> Rows(Clause clause, List<Value> numbers)
    {
        var shown = Places.Shown(clause);
        var places = numbers.Where(number => number.Number is not null).Select(number => (int)number.Number!.Value)
            .Concat(clause.Words("ordinal").Select(mark => Places.Place(mark.Value, shown.Count))).Distinct().ToList();
        var rows = places.Where(place => place >= 1 && place <= shown.Count).Select(place => clause.Index.Get(shown[place - 1])).OfType<NamedRecord>().Where(Places.IsOpenTask).ToList();
        return rows.Count == places.Count ? rows : [];
    }

    /// <summary>“那个待办删了”: the one that was just added is taken back; else the one that was moved or is alone in view; of several it is asked which.</summary>
    private static Frame? Pointed(Clause clause)
    {
        var focus = clause.Focus;
        if (focus is { Fresh: true, Undone: false, LastIntent: "add_task" }) return new Frame("undo") { TakesBack = true };
        if (focus.Fresh && clause.Index.Get(focus.LastSlots?.Text("task")) is { IsOpen: true } task) return CalledOff.Off(clause, [task]);
        var listed = Places.OpenTasks(clause);
        var open = listed.Count > 0 ? listed : TaskMatch.Open(clause).OrderBy(todo => todo.Date is null).ThenBy(todo => todo.Date).ThenBy(todo => todo.Key, StringComparer.Ordinal).ToList();
        return open.Count == 0 ? null : CalledOff.Off(clause, [.. open.Take(Offered)]);
    }

    private static Frame All(Clause clause, IReadOnlyList<NamedRecord> tasks)
    {
        var draft = Draft.Of(clause, "call_off_task");
        draft.Refer("task", tasks);
        return draft.ToFrame(1);
    }
}
