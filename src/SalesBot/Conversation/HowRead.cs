using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>How an order was read, kept with the conversation so that “why” can show it.</summary>
internal static class HowRead
{
    /// <summary>The words that gave a slot, where they stand apart.</summary>
    private const string Apart = " … ";

    /// <summary>With the other orders of the same message; of a correction, that the act is taken back first goes without saying.</summary>
    /// <param name="turnedOut">The command that it turned out to be, where that is another one.</param>
    public static IReadOnlyList<Understanding> After(Act act, string? turnedOut)
    {
        var before = act.Focus.Understood;
        return [.. before.Where(other => other.At == act.Now && !(act.Frame.Corrects && other.Intent == "undo")), Of(act, before) with { Intent = turnedOut ?? act.Frame.Intent }];
    }

    private static Understanding Of(Act act, IReadOnlyList<Understanding> before)
    {
        var (frame, focus) = (act.Frame, act.Focus);
        var slots = SlotFact.Spoken(frame.Slots);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var gave in frame.Because.Where(e => slots.ContainsKey(e.Gave) || e.Gave == "intent").GroupBy(e => e.Gave, StringComparer.Ordinal))
        {
            words[gave.Key] = Excerpt.Of(string.Join(Apart, Longest([.. gave]).Select(e => Typed(act.Said, e)).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)));
        }

        // What was said when the question was put that this answers.
        var asked = focus.Pending == frame.Intent ? before.LastOrDefault(other => other.Intent == frame.Intent) : null;
        foreach (var (slot, said) in asked?.Words ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (slot == "intent" || slots.ContainsKey(slot)) words.TryAdd(slot, said);
        }

        string?[] spoken = [focus.Deal, focus.Customer, focus.Contract, focus.Approval, focus.Lead];
        var known = slots.Keys.Where(slot => !words.ContainsKey(slot) && ((frame.Ref(slot) is { } key && spoken.Contains(key, StringComparer.Ordinal)) || (frame.Corrects && focus.LastSlots?.Text(slot) == frame.Slots.Text(slot))));
        return new Understanding(act.Now, frame.Intent, slots, words, [.. known], act.Pressed);
    }

    /// <summary>In their order, without those that are part of another.</summary>
    private static IEnumerable<Evidence> Longest(IReadOnlyList<Evidence> words) =>
        words.Where(word => !words.Any(other => other.Start <= word.Start && other.End >= word.End && other.End - other.Start > word.End - word.Start)).OrderBy(word => word.Start);

    private static string Typed(string? said, Evidence word) => said is not null && word.End <= said.Length ? said[word.Start..word.End].Trim() : "";
}
