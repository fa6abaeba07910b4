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
        if (turn is not { Kind: TurnKind.Said, PersonKey: null } || InvitationCode.In(turn.Text) is not var (code, named))
        {
            return null;
        }

        await using var db = open();
        if (await Repetition.FindAsync(db, turn, cancellationToken) is { } toldBefore)
        {
            return toldBefore;
        }

        var hash = InvitationCode.Hash(code);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var invitation = await db.Invitations.Include(i => i.Person).FirstOrDefaultAsync(i => i.Hash == hash, cancellationToken);
        if (invitation is null && !named && await Seat.LinkedAsync(db, turn.From, cancellationToken) is not null)
        {
            // Somebody known says what only looks like one.
            return null;
        }

        var who = invitation is { Person.Active: true } && invitation.ExpiresAt >= turn.Now && await UseAsync(db, invitation, turn.Now, cancellationToken) ? invitation.Person : null;
        if (who is not null)
        {
            await LinkAsync(db, turn, who, cancellationToken);
        }

        var answer = renderer.Render(new View(null, null, who is null ? "Invite.void" : new Word("Invite.welcome", who)), renderer.For(who, turn.From.Locale, turn.Now));
        Repetition.Note(db, turn, [answer]);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new TurnAnswer([answer]);
    }

    /// <summary>False for whoever comes second.</summary>
    private static async Task<bool> UseAsync(SalesDb db, Invitation invitation, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Invitations.Where(i => i.Id == invitation.Id && i.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancellationToken) == 1;

    /// <summary>Whose account it was is told nothing there any more, and what was asked of them is nobody's to answer.</summary>
    private static async Task LinkAsync(SalesDb db, Turn turn, Person person, CancellationToken cancellationToken)
    {
        var link = await db.PersonLinks.AsTracking().FirstOrDefaultAsync(l => l.Channel == turn.From.Channel && l.UserId == turn.From.UserId, cancellationToken);
        if (link is null)
        {
            link = new PersonLink { Channel = turn.From.Channel, UserId = turn.From.UserId };
            db.PersonLinks.Add(link);
        }

        var left = await db.References.Where(r => r.Channel == turn.From.Channel && r.UserId == turn.From.UserId && !r.IsGroup && r.PersonId != null && r.PersonId != person.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        await LeftSeats.ClearAsync(db, left, turn.Now, cancellationToken);
        (link.PersonId, link.LinkedAt, link.EndedAt) = (person.Id, turn.Now, null);
        await db.References.Where(r => r.Channel == turn.From.Channel && r.UserId == turn.From.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.PersonId, person.Id).SetProperty(r => r.Focus, (string?)null).SetProperty(r => r.AskedAt, (DateTimeOffset?)null), cancellationToken);
        db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = turn.Now, PersonId = person.Id, Command = "accept_invitation" });
    }
}
