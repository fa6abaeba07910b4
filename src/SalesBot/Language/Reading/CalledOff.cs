using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “高层互访取消了”, "cancel the site walk with Lucy", “把周报那条待办删掉”: nothing is done of it. A to-do that is called so is taken off the list; where only the customer is named, what is planned
/// with them is shown, to be ticked or moved.
/// </summary>
internal static class CalledOff
{
    private static readonly int Verb = PhraseBook.Standard.KeyOf("[call_off]"), What = PhraseBook.Standard.KeyOf("[called_off]"), Drop = PhraseBook.Standard.KeyOf("[take_off]"), Task = PhraseBook.Standard.KeyOf("[task_word]");

    public static Frame? Read(Clause clause)
    {
        if (clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Focus is { Pending: not null, Optional: false, Asked: "confirm" }) return null;
        if (Listed(clause) is { Count: > 0 } tasks) return Off(clause, tasks);
        var verb = Opening(clause, Verb);
        if (verb.End == 0 || !clause.Marks.Of(What).Any(word => word.Start >= verb.End) || SubjectFinder.Find(clause) is not { Said: true, Customers: [var customer] } subject) return null;
        var draft = new Draft(clause, new ScoredIntent("list_tasks", 0, []), subject);
        draft.Refer("customer", [customer]);
        return draft.ToFrame(1);
    }

    /// <summary>It is told that something does not take place: nothing is ticked for it.</summary>
    public static bool Tells(Clause clause) => clause.Words("is_off").Count > 0;

    private static Frame Off(Clause clause, IReadOnlyList<NamedRecord> tasks)
    {
        var draft = new Draft(clause, new ScoredIntent("call_off_task", 0, []), new Subject());
        if (tasks.Count > 1) draft.Ask("task", tasks);
        else draft.Refer("task", tasks);
        return draft.ToFrame(1);
    }

    /// <summary>To-dos of the speaker that are called off: what stands before the word that tells it, or behind the one that orders it.</summary>
    private static IReadOnlyList<NamedRecord> Listed(Clause clause)
    {
        foreach (var off in clause.Words("is_off"))
        {
            var (start, _) = clause.Breaths.FirstOrDefault(part => off.Overlaps(part.Start, part.End));
            if (start < off.Start && new Mark(start, off.Start) is var told && PlannedThing.Tasks(clause, told, Share(clause, told)) is { Count: > 0 } cancelled) return cancelled;
        }

        var verb = Opening(clause, Verb);
        var drops = clause.Has(Task) ? clause.Marks.Of(Drop).FirstOrDefault() : default;
        if (verb.End == 0) verb = drops;
        if (verb.End == 0) return [];
        var (from, to) = clause.Breaths.FirstOrDefault(part => verb.Overlaps(part.Start, part.End));
        var behind = new Mark(verb.End, to);
        if (PlannedThing.Tasks(clause, behind, Share(clause, behind)) is { Count: > 0 } ordered) return ordered;
        if (clause.Has(Task) && PlannedThing.Begun(clause, behind) is { Count: > 0 } begun) return begun;
        if (from >= drops.Start) return [];
        var ahead = new Mark(from, drops.Start);
        return PlannedThing.Tasks(clause, ahead) is { Count: > 0 } named ? named : PlannedThing.Begun(clause, ahead);
    }

    private static double Share(Clause clause, Mark phrase) => clause.Has(Task) || PlannedThing.Is(clause, phrase) ? PlannedThing.Share : PlannedThing.Nearly;

    private static Mark Opening(Clause clause, int verb) =>
        clause.Marks.Of(verb).FirstOrDefault(word => clause.Marks.IsStart(word.Start) || Assent.Follows(clause, word.Start));
}
