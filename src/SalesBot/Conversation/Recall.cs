using SalesBot.Language;

namespace SalesBot.Conversation;

/// <summary>What a conversation remembers of an act: what it was about, what it changed, what was looked at, and which question is open.</summary>
internal static class Recall
{
    private static readonly string[] Days = ["next_date", "date", "close_date"];

    /// <summary>The focus that an act leaves behind.</summary>
    /// <param name="entry">The entry of what the act changed; null when it changed nothing.</param>
    public static Focus After(Act act, CommandSpec spec, Reply reply, string? entry)
    {
        var (before, order) = (act.Focus, act.Frame);
        var focus = reply.Focus ?? before.Settled();
        if (focus.Deal == before.Deal && focus.Customer == before.Customer)
        {
            focus = focus.SpeakingOf(order);
        }

        focus = focus with
        {
            Person = order.Ref("person") ?? order.Ref("owner") ?? focus.Person,
            Day = order.Day ?? Days.Select(order.Slots.Date).FirstOrDefault(day => day is not null) ?? focus.Day,
            Optional = focus.Pending is not null && reply.Receipt is not null,
            Understood = HowRead.After(act),
        };
        focus = spec.Looks ? focus with { LookIntent = spec.Id, LookSlots = Orders.ToData(order) } : focus;
        return Deed(focus, act, spec, reply, entry);
    }

    /// <summary>An act that was done becomes what a correction corrects; one that was taken back can still be given anew, but not taken back twice.</summary>
    private static Focus Deed(Focus focus, Act act, CommandSpec spec, Reply reply, string? entry) => spec.Id == "undo"
        ? focus with { Fresh = false, Undone = focus.Undone || reply.Receipt is not null }
        : focus with
        {
            LastIntent = spec.Changes && reply.Receipt is not null ? spec.Id : focus.LastIntent,
            LastSlots = spec.Changes && reply.Receipt is not null ? Done(act, spec, reply) : focus.LastSlots,
            LastEntry = entry ?? focus.LastEntry,
            Fresh = entry is not null && (reply.Receipt is not null || !spec.Undoable),
            Undone = entry is null && focus.Undone,
        };

    /// <summary>What was ordered, with the record that was made, where a correction changes that.</summary>
    private static Slots Done(Act act, CommandSpec spec, Reply reply)
    {
        var done = Orders.ToData(act.Frame);
        if (spec.Amends.Count > 0 && reply.Focus?.Deal is { } made)
        {
            done["deal"] = made;
        }

        return done;
    }
}
