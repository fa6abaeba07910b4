using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// A card that asks (is this meant, which one, what is missing) leads to one act. It has an id of its own, which the yes carries whether it is pressed or said; what that id
/// has done is not done again, a day or a month later, by whoever holds the card, unless it was taken back. <see cref="DoublePress"/> is for buttons that ask nothing.
/// </summary>
internal static class OneTime
{
    /// <summary>The slot that carries the id. Commands never see it, so that no card they show inherits it.</summary>
    public const string Slot = "card.once";

    /// <summary>The <see cref="SeenMessage.Channel"/> of what was done; its answer is the key of the act.</summary>
    public const string Channel = "once";

    public static string New() => Keys.New('O');

    /// <summary>Of several records that are offered, each is an act of its own.</summary>
    public static string OfChoice(string card, string key) => $"{card}:{key}";

    /// <summary>An order that was completed by a word in answer to a card, with the id that the button would have carried.</summary>
    public static Frame Answered(Frame order, Focus asked) =>
        asked is { Choices.Count: > 0, Asked: { } slot } && order.Slots.Text(Slot) is { } card && order.Ref(slot) is { } key && asked.Choices.Contains(key, StringComparer.Ordinal)
            ? order with { Slots = new Slots(order.Slots) { [Slot] = OfChoice(card, key) } }
            : order;

    /// <summary>The order as its command sees it, and the id of the card that it answers.</summary>
    public static (Frame Order, string? Card) Take(Frame order) => order.Slots.Text(Slot) is not { Length: < 150 } card
        ? (order, null)
        : (order with { Slots = new Slots(order.Slots.Where(slot => slot.Key != Slot)) }, card);

    /// <summary>What to say instead of doing, or asking, again what this card has done; null when it has done nothing yet.</summary>
    /// <param name="acts">It does it now, which is noted.</param>
    public static async Task<View?> NoteAsync(SalesDb db, string card, bool acts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.SeenMessages.AsTracking().FirstOrDefaultAsync(s => s.Channel == Channel && s.ActivityId == card, cancellationToken) is { } seen)
        {
            if (!await db.Audit.AnyAsync(a => a.Key == seen.Answer && a.UndoneAt != null, cancellationToken))
            {
                return new View(null, null, new Word("Turn.done_by_card", seen.At));
            }

            db.SeenMessages.RemoveRange(acts ? [seen] : []);
        }

        if (acts)
        {
            db.SeenMessages.Add(new SeenMessage { Channel = Channel, ConversationId = "", ActivityId = card, At = now, Answer = db.Audit.Local.LastOrDefault(a => !a.Refused)?.Key });
        }

        return null;
    }
}
