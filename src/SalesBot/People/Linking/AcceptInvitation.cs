using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.People.Linking;

/// <summary>Whoever says the word of an invitation is the person who was invited, in this messenger, from then on. It is no command: who says it is not known yet.</summary>
internal static class AcceptInvitation
{
    /// <summary>The answer; null for a message that is no invitation.</summary>
    public static async Task<TurnAnswer?> AnswerAsync(Func<SalesDb> open, Turn turn, ReplyRenderer renderer, CancellationToken cancellationToken)
    {
        // Where the edge itself vouches for who it is there is nothing to link.
        if (turn is not { Kind: TurnKind.Said, PersonKey: null } || InvitationCode.In(turn.Text) is not { } code)
        {
            return null;
        }

        await using var db = open();
        if (await Repetition.FindAsync(db, turn, cancellationToken) is { } toldBefore)
        {
            return toldBefore;
        }

        var hash = InvitationCode.Hash(code);
        var invitation = await db.Invitations.AsTracking().Include(i => i.Person).FirstOrDefaultAsync(i => i.Hash == hash, cancellationToken);
        var who = invitation is { UsedAt: null, Person.Active: true } && invitation.ExpiresAt >= turn.Now ? invitation.Person : null;
        if (who is not null)
        {
            invitation!.UsedAt = turn.Now;
            await LinkAsync(db, turn, who, cancellationToken);
        }

        var answer = renderer.Render(new View(null, null, who is null ? "Invite.void" : new Word("Invite.welcome", who)), renderer.For(who, turn.From.Locale, turn.Now));
        Repetition.Note(db, turn, [answer]);
        await db.SaveChangesAsync(cancellationToken);
        return new TurnAnswer([answer]);
    }

    private static async Task LinkAsync(SalesDb db, Turn turn, Person person, CancellationToken cancellationToken)
    {
        var link = await db.PersonLinks.AsTracking().FirstOrDefaultAsync(l => l.Channel == turn.From.Channel && l.UserId == turn.From.UserId, cancellationToken);
        if (link is null)
        {
            link = new PersonLink { Channel = turn.From.Channel, UserId = turn.From.UserId };
            db.PersonLinks.Add(link);
        }

        (link.PersonId, link.LinkedAt) = (person.Id, turn.Now);
        db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = turn.Now, PersonId = person.Id, Command = "accept_invitation" });
    }
}
