using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;

namespace SalesBot.People.Linking;

/// <summary>By which accounts an administrator is known: without any of them nobody could be linked again, for that takes an invitation, and an invitation an administrator.</summary>
internal static class WayIn
{
    /// <summary>Whether no administrator would be known anywhere once these links of that person's have ended.</summary>
    public static async Task<bool> IsLastAsync(Act act, Person whose, IReadOnlyList<PersonLink> ending, CancellationToken cancellationToken)
    {
        if (!whose.May(Permission.Administer) || ending.Count == 0)
        {
            return false;
        }

        var administrators = act.Org.Everybody.Where(p => p.May(Permission.Administer)).Select(p => p.Id).ToList();
        var (links, channel, users) = (ending.Select(l => l.Id).ToList(), ending[0].Channel, ending.Select(l => l.UserId).ToList());
        return !await act.Db.PersonLinks.AnyAsync(l => l.EndedAt == null && administrators.Contains(l.PersonId) && !links.Contains(l.Id), cancellationToken)
            && !await act.Db.References.AnyAsync(r => r.PersonId != null && administrators.Contains(r.PersonId.Value) && !r.IsGroup && r.Channel != Mailbox.Channel && !(r.Channel == channel && users.Contains(r.UserId)), cancellationToken);
    }
}
