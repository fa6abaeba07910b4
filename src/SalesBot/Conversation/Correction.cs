using SalesBot.Language;

namespace SalesBot.Conversation;

/// <summary>
/// What a correction of the last act orders: the act is taken back and done anew with the other value. Of a record that was made, a field for which
/// there is a command of its own is changed by that instead: the record stays.
/// </summary>
internal static class Correction
{
    /// <summary>In the order in which they are carried out.</summary>
    /// <param name="last">The command of the act that is corrected.</param>
    public static IReadOnlyList<Frame> Of(Frame said, Focus focus, CommandSpec last)
    {
        var values = said.Slots.Keys.Where(slot => !said.Refs.ContainsKey(slot) && slot is not ("currency" or "delta" or "discount")).ToList();
        if (!focus.Undone && focus.LastSlots?.Text("deal") is { } made && values.Count > 0 && values.All(last.Amends.ContainsKey))
        {
            return [.. values.GroupBy(slot => last.Amends[slot], StringComparer.Ordinal).Select(command => Amended(said, command.Key, [.. command], made))];
        }

        var anew = Orders.Join(said, focus.LastSlots);
        return focus.Undone ? [anew with { Corrects = false }] : [Back(focus), anew];
    }

    /// <summary>Takes the last act back.</summary>
    public static Frame Back(Focus focus)
    {
        var back = new Frame("undo");
        if (focus.LastEntry is { } entry)
        {
            back.Slots["entry"] = entry;
        }

        return back;
    }

    private static Frame Amended(Frame said, string command, IReadOnlyList<string> slots, string deal)
    {
        var data = new Slots(said.Slots.Where(slot => slots.Contains(slot.Key, StringComparer.Ordinal) || slot.Key == "currency")) { ["deal"] = deal };
        return Orders.FromData(command, data) with { Day = said.Day };
    }
}
