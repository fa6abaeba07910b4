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
        focus = Deeds.Meant(said, focus);
        var given = Orders.ToData(said).Where(slot => slot.Key is not ("currency" or "delta" or "discount")).ToList();
        var anew = given.Where(slot => slot.Value != focus.LastSlots?.Text(slot.Key)).Select(slot => slot.Key).ToList();

        // Said once more, it stands so already, which that command says.
        anew = anew.Count > 0 ? anew : [.. given.Select(slot => slot.Key).Where(last.Amends.ContainsKey)];
        if (!focus.Undone && focus.LastSlots?.Text(last.Made) is { } made && anew.Count > 0 && anew.All(last.Amends.ContainsKey))
        {
            return [.. anew.GroupBy(slot => last.Amends[slot], StringComparer.Ordinal).Select(command => Amended(said, command.Key, [.. command], (last.Made, made), focus))];
        }

        var again = Orders.Join(said, focus.LastSlots);
        return focus.Undone ? [again with { Corrects = false }] : [Back(focus, last), again];
    }

    /// <summary>Takes the last act back.</summary>
    public static Frame Back(Focus focus, CommandSpec? last)
    {
        if (last?.TakenBackBy is { } command)
        {
            return Orders.FromData(command, focus.LastSlots ?? []);
        }

        var back = new Frame("undo");
        if (focus.LastEntry is { } entry)
        {
            back.Slots["entry"] = entry;
        }

        return back;
    }

    private static Frame Amended(Frame said, string command, IReadOnlyList<string> slots, (string Slot, string Key) made, Focus focus)
    {
        var data = new Slots(Orders.ToData(said).Where(slot => slots.Contains(slot.Key, StringComparer.Ordinal) || slot.Key == "currency"));
        data.TryAdd(made.Slot, made.Key);
        if (focus.LastEntry is { } entry)
        {
            data["entry"] = entry;
        }

        return Orders.FromData(command, data) with { Day = said.Day };
    }
}
