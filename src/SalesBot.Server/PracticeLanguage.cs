using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Server.Channels.DirectLine;

namespace SalesBot.Server;

/// <summary>
/// Whoever practises reads one language, whomever they speak as. So everybody's seat on the page has the page's, also of those nobody has spoken as
/// yet, and decisions and nudges that wait for them are shown in it; what else was said before stays as it was said.
/// </summary>
internal sealed class PracticeLanguage(Func<SalesDb> open, OrgCache org, Renewal renewal, Outbox outbox, PracticeClock clock)
{
    private const int Tries = 5;

    /// <summary>Whether anybody has opened a page yet.</summary>
    public async Task<bool> IsKnownAsync(CancellationToken stop)
    {
        await using var db = open();
        return await db.References.AnyAsync(r => r.Locale != null, stop);
    }

    public async Task SetAsync(string locale, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var db = open();
        var chart = await org.GetAsync(db, now, stop);
        var seats = await db.References.Where(r => r.Channel == Conversations.Channel && !r.IsGroup).ToDictionaryAsync(r => r.UserId, StringComparer.Ordinal, stop);
        foreach (var person in chart.Everybody.Where(p => p.Active).Take(Personas.Most))
        {
            if (!seats.TryGetValue(person.Key, out var seat))
            {
                seat = new ConversationReference { Channel = Conversations.Channel, ConversationId = Conversations.Of(person.Key), UserId = person.Key, PersonId = person.Id };
                db.References.Add(seat);
            }

            seat.Locale = locale;
        }

        if (await db.SaveChangesAsync(stop) == 0)
        {
            return;
        }

        await RenewAsync(db, chart, now, stop);
        outbox.Wake();
    }

    /// <summary>Again where a message arrived meanwhile: it is a card by now.</summary>
    private async Task RenewAsync(SalesDb db, OrgChart chart, DateTimeOffset now, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await renewal.RunAsync(db, chart, now, stop);
                await db.SaveChangesAsync(stop);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
