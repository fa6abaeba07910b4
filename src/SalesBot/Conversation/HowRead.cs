using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>How an order was read, kept with the conversation so that “why” can show it.</summary>
internal static class HowRead
{
    /// <summary>The words that gave a slot, where they stand apart.</summary>
    private const string Apart = " … ";

    /// <summary>With the other orders of the same message; a look at the reading itself leaves it as it is.</summary>
    public static IReadOnlyList<Understanding> After(Act act)
    {
        var before = act.Focus.Understood;
        if (act.Frame.Intent is "why" or "small_talk" or "cancel" or "welcome" || (before.Count > 0 && before[^1].At == act.Now && before[^1].Intent == act.Frame.Intent && act.Frame.Intent == "unknown"))
        {
            return before;
        }

        return [.. before.Where(other => other.At == act.Now), Of(act, before)];
    }

    private static Understanding Of(Act act, IReadOnlyList<Understanding> before)
    {
        var frame = act.Frame;
        var slots = SlotFact.Spoken(frame.Slots);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var gave in frame.Because.Where(e => slots.ContainsKey(e.Gave) || e.Gave == "intent").GroupBy(e => e.Gave, StringComparer.Ordinal))
        {
            words[gave.Key] = Excerpt.Of(string.Join(Apart, gave.OrderBy(e => e.Start).Select(e => Typed(act.Said, e)).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)));
        }

        // What was said when the question was put that this answers.
        var asked = act.Focus.Pending == frame.Intent ? before.LastOrDefault(other => other.Intent == frame.Intent) : null;
        foreach (var (slot, said) in asked?.Words ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (slot == "intent" || slots.ContainsKey(slot)) words.TryAdd(slot, said);
        }

        var focus = act.Focus;
        string?[] spoken = [focus.Deal, focus.Customer, focus.Contract, focus.Approval, focus.Lead];
        var known = slots.Keys.Where(slot => !words.ContainsKey(slot) && frame.Ref(slot) is { } key && spoken.Contains(key, StringComparer.Ordinal));
        return new Understanding(act.Now, frame.Intent, slots, words, [.. known], act.Pressed);
    }

    private static string Typed(string? said, Evidence word) => said is not null && word.End <= said.Length ? said[word.Start..word.End].Trim() : "";
}
