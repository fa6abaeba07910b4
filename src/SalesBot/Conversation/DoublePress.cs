using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Conversation;

/// <summary>
/// Two presses of one button are two messages to every platform, so <see cref="Repetition"/> does not know them. The second within a minute, by the same person and
/// with nothing done by them in between, is the same press: it does nothing again and says so (DESIGN.md 2, rule 7), also when both come at the same moment. Only
/// presses that would act again come here; most commands find by themselves that it is done.
/// </summary>
internal static class DoublePress
{
    /// <summary>The <see cref="SeenMessage.Channel"/> of presses; the conversation is the person, and the answer the key of their newest act with it.</summary>
    private const string Channel = "press";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>What to say instead; null when this is no second press, which is noted then.</summary>
    public static async Task<View?> NoteAsync(SalesDb db, Turn turn, Person person, CancellationToken cancellationToken)
    {
        if (turn.Press!.Data.Count == 0)
        {
            // It names nothing, so that another time it means something else.
            return null;
        }

        var press = Id(turn.Press);
        var last = await db.Audit.Where(a => a.PersonId == person.Id && !a.Refused).OrderByDescending(a => a.Id).Select(a => a.Key).FirstOrDefaultAsync(cancellationToken);
        if (await db.SeenMessages.AsTracking().FirstOrDefaultAsync(s => s.Channel == Channel && s.ConversationId == person.Key && s.ActivityId == press, cancellationToken) is { } seen)
        {
            if ((turn.Now - seen.At).Duration() <= Window && seen.Answer == last)
            {
                return new View(null, null, "Turn.pressed_twice");
            }

            // Removed and noted anew, not changed: of two that do so at once one is run again.
            db.SeenMessages.Remove(seen);
        }

        var act = db.Audit.Local.LastOrDefault(a => a.PersonId == person.Id && !a.Refused)?.Key ?? last;
        db.SeenMessages.Add(new SeenMessage { Channel = Channel, ConversationId = person.Key, ActivityId = press, At = turn.Now, Answer = act });
        return null;
    }

    private static string Id(Press press) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(press.Data.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new[] { d.Key, d.Value }).Prepend([press.Verb]))));
}
