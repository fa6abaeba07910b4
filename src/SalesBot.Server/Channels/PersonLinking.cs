using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Server.Channels;

/// <summary>
/// Links a user of a messenger to the one active person of the company that has the user's e-mail address. A link is not taken away again by a change in the messenger,
/// and one that was taken away (<see cref="PersonLink.EndedAt"/>) does not come back by itself.
/// The caller vouches for the address: that it was confirmed, and is of our own tenant.
/// </summary>
internal sealed class PersonLinking(Func<SalesDb> open)
{
    /// <summary>Also of one whose link has ended: there is nothing to look up.</summary>
    public async Task<bool> IsLinkedAsync(string channel, string userId, CancellationToken cancel)
    {
        await using var db = open();
        return await db.PersonLinks.AnyAsync(l => l.Channel == channel && l.UserId == userId, cancel);
    }

    /// <summary>Whoever has spoken here, or was greeted, has a seat.</summary>
    public async Task<bool> IsSeatedAsync(string channel, string userId, CancellationToken cancel)
    {
        await using var db = open();
        return await db.References.AnyAsync(r => r.Channel == channel && r.UserId == userId, cancel);
    }

    /// <summary>False where nobody, or more than one, has one of the addresses.</summary>
    public async Task<bool> LinkAsync(string channel, string userId, IEnumerable<string?> emails, DateTimeOffset now, CancellationToken cancel)
    {
        var addresses = emails.Where(e => !string.IsNullOrWhiteSpace(e)).Select(e => e!.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (addresses.Count == 0)
        {
            return false;
        }

        await using var db = open();
        // Compared here and not by the database: the two databases lower other letters.
        var people = await db.People.Where(p => p.Active && p.Email != null).Select(p => new { p.Id, p.Email }).ToListAsync(cancel);
        if (people.Where(p => addresses.Contains(p.Email!.Trim())).ToList() is not [var person])
        {
            return false;
        }

        db.PersonLinks.Add(new PersonLink { Channel = channel, UserId = userId, PersonId = person.Id, LinkedAt = now });
        db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = now, PersonId = person.Id, Command = "link_account" });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // The other message of the same person, or the other node, was first; or the database is away, and the next message tries again.
            return await IsLinkedAsync(channel, userId, cancel);
        }

        return true;
    }
}
