using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.People.Linking;

/// <summary>A word for somebody whom the bot does not find in a messenger by the e-mail address, or whose account is linked to somebody else: it is theirs from then on. The word before it is void.</summary>
internal sealed class InvitePerson : Command
{
    public override CommandSpec Spec { get; } = new("invite_person", Permission.Administer) { Requires = ["person"], Straight = true, Undoable = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Org.Find(act.Frame.Ref("person")) is not { Active: true } person)
        {
            return Act.Say(new Word("Invite.nobody", act.Slots.Text("person") ?? act.Frame.Ref("person")));
        }

        await act.Db.Invitations.Where(i => i.PersonId == person.Id && i.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        var code = InvitationCode.New();
        act.Db.Invitations.Add(new Invitation { Hash = InvitationCode.Hash(code), PersonId = person.Id, ById = act.Me.Id, ExpiresAt = act.Now + InvitationCode.Life });
        act.Db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = act.Now, PersonId = act.Me.Id, Command = Spec.Id });
        Word[] lines = [new("Invite.tell", person), new("Invite.words", code), new("Invite.once", act.Now + InvitationCode.Life)];
        return new Reply(new View("text", new { Title = new Word("Invite.title", person), Paragraphs = lines, Buttons = Array.Empty<Button>() }, new Word("Invite.title", person)));
    }
}
