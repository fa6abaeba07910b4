using SalesBot.Language;

namespace SalesBot.Conversation;

/// <summary>Acts of one kind in a row (targets for two people, amounts of two deals), so that a correction which names whom one was about changes that one.</summary>
internal static class Deeds
{
    private const int Most = 8;
    private static readonly string[] Subjects = ["deal", "customer", "person", "team"];

    /// <summary>The acts before the one just done: one for each of those it was about, without what was taken back for it.</summary>
    public static IReadOnlyList<Deed> Before(Focus focus, string intent, Frame done)
    {
        if (focus.LastIntent != intent || focus.LastSlots is not { } last) return [];
        var others = focus.LastBeside.Where(deed => !AreOfOne(deed.Slots, Orders.ToData(done))).ToList();
        var tookBackLast = (done.Corrects || focus.Undone) && others.Count == focus.LastBeside.Count;
        return tookBackLast || AreOfOne(last, Orders.ToData(done)) ? others : [.. others.TakeLast(Most - 1), new Deed(last, focus.LastEntry)];
    }

    /// <summary>“刘晨应该是70万” after targets for two: as if that act had been the last.</summary>
    public static Focus Meant(Frame said, Focus focus)
    {
        var named = Orders.ToData(said);
        if (focus.LastSlots is not { } last || AreOfOne(last, named)) return focus;
        return focus.LastBeside.LastOrDefault(deed => AreOfOne(deed.Slots, named)) is { } deed ? focus with { LastSlots = deed.Slots, LastEntry = deed.Entry, LastBefore = null, Undone = false } : focus;
    }

    private static bool AreOfOne(Slots one, Slots other) =>
        Subjects.FirstOrDefault(slot => one.ContainsKey(slot) && other.ContainsKey(slot)) is { } slot && one[slot] == other[slot];
}
