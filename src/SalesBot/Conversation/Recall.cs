using SalesBot.Data;
using SalesBot.Language;
using SalesBot.Language.Phrases;

namespace SalesBot.Conversation;

/// <summary>What a conversation remembers of an act: what it was about, what it changed, what was looked at, and which question is open.</summary>
internal static class Recall
{
    private const int MostPast = 8;

    private static readonly string[] Days = ["next_date", "date", "close_date"];

    /// <summary>The focus that an act leaves behind.</summary>
    /// <param name="changes">What it changed, field by field.</param>
    /// <param name="entry">The entry of what the act changed; null when it changed nothing.</param>
    public static Focus After(Act act, CommandSpec spec, Reply reply, string? entry, IReadOnlyList<Change> changes)
    {
        var (before, order) = (act.Focus, act.Frame);
        if (spec.Accompanies && ReferenceEquals(reply.Focus, before))
        {
            return before;
        }

        var focus = reply.Focus ?? before.Settled();
        if (focus.Deal == before.Deal && focus.Customer == before.Customer)
        {
            focus = focus.SpeakingOf(order);
        }
        else if (focus.Stranger == before.Stranger)
        {
            // “They” are who was made or shown since.
            focus = focus with { Stranger = null };
        }

        if (order.Spoken.Count > 0)
        {
            focus = focus with { Customer = order.Spoken.GetValueOrDefault("customer"), Deal = order.Spoken.GetValueOrDefault("deal"), Approval = order.Spoken.GetValueOrDefault("approval_id") };
        }
        else if (order is { Intent: "unknown", Instead: { } spoken })
        {
            focus = focus.SpeakingOf(spoken);
        }

        focus = focus with
        {
            Person = order.Ref("person") ?? order.Ref("owner") ?? focus.Person,
            Day = order.Day ?? Days.Select(order.Slots.Date).FirstOrDefault(day => day is not null) ?? focus.Day,
            HeldIntent = order is { Intent: "unknown", Instead: { } held } ? held.Intent : null,
            HeldSlots = order is { Intent: "unknown", Instead: { } supposed } ? Orders.ToData(supposed) : null,
            Optional = focus.Pending is not null && (reply.Receipt is not null || (!spec.Changes && focus.Pending != spec.Id && reply.Focus is { Optional: true })),
            Understood = spec.Accompanies ? before.Understood : HowRead.After(act, reply.As),
        };
        focus = focus with { Looked = spec.Looks };
        focus = spec.Looks ? focus with { LookIntent = spec.Id, LookSlots = Orders.ToData(order) } : focus;
        focus = focus with { Just = Just(focus, spec, reply, entry) };
        return Deed(focus, act, spec, reply, entry) with { LastBefore = entry is null || spec.TakesBack ? focus.LastBefore : Before(changes) };
    }

    /// <summary>What was only told, or only received while its question is open; anything else that is done has its receipt.</summary>
    private static JustDone? Just(Focus focus, CommandSpec spec, Reply reply, string? entry) => (spec.Changes, entry, focus.Just) switch
    {
        (true, null, _) when reply.Notices.Count > 0 => new JustDone(spec.Id, null),
        (true, not null, _) => spec.TakesFiles && reply.Receipt is null && focus.Pending == spec.Id ? new JustDone(spec.Id, entry) : null,
        (_, _, { Entry: not null } received) when focus.Pending != received.Command && focus.Waiting?.Intent != received.Command && spec.Changes => null,
        var (_, _, just) => just,
    };

    /// <summary>What the fields of the one record that it changed were, by the names of their slots; null where it changed none or several.</summary>
    private static Slots? Before(IReadOnlyList<Change> changes)
    {
        if (changes.Where(change => change.Kind == ChangeKind.Changed).ToList() is not [var one]) return null;
        return new Slots(one.Fields.Where(field => field.Before is not null).Select(field => KeyValuePair.Create(SlotOf(field.Field), field.Before!.Trim('"'))));
    }

    /// <summary><c>CloseDate</c> is <c>close_date</c>.</summary>
    private static string SlotOf(string field) => string.Concat(field.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>An act that was done becomes what a correction corrects; one that was taken back can still be given anew, but not taken back twice.</summary>
    private static Focus Deed(Focus focus, Act act, CommandSpec spec, Reply reply, string? entry)
    {
        if (spec.TakesBack)
        {
            return focus with { Fresh = false, Undone = focus.Undone || entry is not null };
        }

        if (reply.Stands is { } again)
        {
            var before = focus.Past.LastOrDefault(past => past.Entry == again.Entry);
            return focus with { LastIntent = before?.Intent, LastSlots = before?.Slots, LastEntry = again.Entry, LastBeside = [], Fresh = true, Undone = false };
        }

        // What only a button or a correction can order is corrected as what it corrected.
        var done = spec.Changes && (reply.Receipt is not null || entry is not null || reply.Done is not null);
        var corrected = focus.LastIntent is not null && !PhraseBook.Standard.Needs.ContainsKey(spec.Id);
        // What was refused stands between a correction and the act before it, which is not what "no, Wednesday" means.
        if (spec.Changes && !done && !corrected && !spec.Accompanies && reply.Focus?.Pending is null && act.Focus.Pending is null && spec.Id != focus.LastIntent && spec.Id is not ("unknown" or "small_talk" or "cancel" or "undo"))
        {
            return focus with { LastIntent = null, LastSlots = null, LastBeside = [], Fresh = false };
        }

        var slots = reply.Done is { } kept && !corrected ? kept : done ? Done(act, spec, reply, corrected ? focus.LastSlots : null) : focus.LastSlots;
        return focus with
        {
            Past = done && entry is not null && PhraseBook.Standard.Needs.ContainsKey(spec.Id) ? [.. focus.Past.TakeLast(MostPast - 1), new PastAct(spec.Id, slots ?? [], entry)] : focus.Past,
            LastIntent = done && !corrected ? spec.Id : focus.LastIntent,
            Returned = done ? [.. focus.Returned.Where(kind => !kind.StartsWith(spec.Id + ".", StringComparison.Ordinal))] : focus.Returned,
            LastSlots = slots,
            LastEntry = entry ?? focus.LastEntry,
            LastBeside = done ? Deeds.Before(focus, spec.Id, act.Frame) : focus.LastBeside,
            AddedTo = !done ? focus.AddedTo : reply.As is not null && act.Focus is { Fresh: true, LastIntent: { } first } && first == spec.Id ? act.Focus.AddedTo ?? act.Focus.LastEntry : null,
            // Thanks and the like, and what was not understood, change nothing in what was just done.
            Fresh = entry is not null ? reply.Receipt is not null || !spec.Undoable : reply.Done is not null || (spec.Id is "small_talk" or "unknown" && focus.Fresh),
            Undone = entry is null && focus.Undone,
        };
    }

    /// <summary>What was ordered, with the record that was made, where a correction changes that.</summary>
    private static Slots Done(Act act, CommandSpec spec, Reply reply, Slots? before)
    {
        // What a card has to say for itself is no part of what was ordered.
        var done = new Slots([.. before ?? [], .. Orders.ToData(act.Frame).Where(slot => !slot.Key.StartsWith("card.", StringComparison.Ordinal))]);
        var made = spec.Made switch { "contract" => reply.Focus?.Contract, "approval_id" => reply.Focus?.Approval, _ => reply.Focus?.Deal };
        if (made is not null && (spec.Amends.Count > 0 || spec.TakenBackBy is not null))
        {
            done[spec.Made] = made;
        }

        return done;
    }
}
