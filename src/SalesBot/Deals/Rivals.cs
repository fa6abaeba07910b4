using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Two reps with open deals at one customer quote against each other (ST-15): both are told when the second deal is made.</summary>
internal static class Rivals
{
    public static async Task<Reply> WarnAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Receipt is not { } receipt || act.Db.Tracked<Deal>().FirstOrDefault(e => e.State == EntityState.Added)?.Entity is not { Customer: { Id: > 0 } customer } deal)
        {
            return reply;
        }

        // Whom the speaker may not see has a deal there all the same; it is only said that they have one.
        var others = await act.Db.Deals.Where(d => d.CustomerId == customer.Id && d.Status == DealStatus.Open && d.OwnerId != deal.OwnerId).Select(d => d.OwnerId).Distinct().ToListAsync(cancellationToken);
        var people = others.Select(id => act.Org.Find(id)).OfType<Person>().Where(p => p.Active).ToList();
        if (people.Count == 0)
        {
            return reply;
        }

        Word warning = new("Rivals.warning", customer.Name, people);
        var owner = act.Org.Find(deal.OwnerId);
        var told = people.Select(p => new Notice(p, new View(null, null, new Word("Rivals.told", owner, customer.Name)))).Append(owner is null ? null : new Notice(owner, new View(null, null, warning)));
        return reply with
        {
            Receipt = receipt with { Note = receipt.Note is { } note ? new Word("Format.Dot", warning, note) : warning },
            Notices = [.. reply.Notices, .. told.OfType<Notice>().Where(n => n.To.Id != act.Me.Id)],
        };
    }
}
