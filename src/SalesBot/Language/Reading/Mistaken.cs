using SalesBot.Language.Filling;

namespace SalesBot.Language.Reading;

/// <summary>"Forget the ask Jonas one, I meant the chase Jonas to-do. That one tomorrow", “不要寄样本那条，我说的是寄样机那条，改到周五”: one to-do goes, and another one that is named gets the day.</summary>
internal static class Mistaken
{
    public static Frame? Read(Clause clause)
    {
        if (clause.Breaths.Count < 2 || clause.Words("meant_one") is not [var meant, ..] || clause.Has(Feature.Question) || clause.Has(Feature.If)) return null;
        var breaths = clause.Breaths;
        var (at, own) = (breaths.ToList().FindIndex(part => meant.Overlaps(part.Start, part.End)), breaths[0]);
        if (at != 1 || clause.Words("wrong_one").FirstOrDefault(word => word.Start - own.Start is 0 or 1) is not { End: > 0 } wrong) return null;
        var named = PlannedThing.Called(clause, new(wrong.End, own.End));
        var other = PlannedThing.Called(clause, new(meant.End, breaths[at].End));
        if (other is not [var task] || named.Count > 1 || named.Contains(task)) return null;
        var move = Draft.Of(clause, "snooze");
        move.Refer("task", [task]);
        SlotReaders.Fill(move, ["until"]);
        if (!move.Slots.ContainsKey("date") && !move.Slots.ContainsKey("time")) return null;
        if (named.Count == 0) return move.ToFrame(1);
        var off = Draft.Of(clause, "call_off_task");
        off.Refer("task", named);
        return off.ToFrame(1) with { Also = [move.ToFrame(1)] };
    }
}
