using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.People.Linking;

/// <summary>
/// “解除赵磊的飞书账号”, "disconnect my Slack": the account is a stranger's from then on. One's own, or anybody's for an administrator; read back first. The e-mail address does not link it again, an invitation does.
/// What waits for it goes out on the next messenger.
/// </summary>
internal sealed class UnlinkAccount : Command
{
    public override CommandSpec Spec { get; } = new("unlink_account", Permission.Member) { AsksItself = true, InHelp = false, Undoable = false, Straight = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var whose = act.Frame.Ref("person") is { } key ? act.Org.Find(key) : act.Me;
        if (whose is null)
        {
            return Act.Say(new Word("NotFound.gone"));
        }

        if (whose.Id != act.Me.Id && !act.Me.May(Permission.Administer))
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say(new Word("Refused.role", new Word("Command." + Spec.Id), act.Me.Role));
        }

        var linked = await act.Db.PersonLinks.Where(l => l.PersonId == whose.Id && l.EndedAt == null).OrderBy(l => l.Id).ToListAsync(cancellationToken);
        var channels = linked.Select(l => l.Channel).Distinct(StringComparer.Ordinal).ToList();
        var said = act.Slots.Text("messenger");
        // A button carries the channel itself, which need not have a name that people would say.
        var named = said is not null && channels.Contains(said, StringComparer.Ordinal) ? said : MessengerName.In(said) ?? (act.Pressed ? said : null);
        if (said is not null && named is null)
        {
            return Act.Say(new Word("Messenger.unknown", said));
        }

        if (channels.Count == 0)
        {
            return Act.Say(new Word("Unlink.nothing", Of(act, whose)));
        }

        if ((said is null && channels is [var only] ? only : named) is not { } channel)
        {
            return Which(whose, channels);
        }

        if (!channels.Contains(channel, StringComparer.Ordinal))
        {
            return Act.Say(new Word("Unlink.none", Of(act, whose), MessengerName.Of(channel)));
        }

        var ending = linked.FindAll(l => l.Channel == channel);
        if (await WayIn.IsLastAsync(act, whose, ending, cancellationToken))
        {
            return Act.Say("Unlink.last_way") with { Focus = act.Focus.Settled() };
        }

        return act.Slots.Flag("confirm") == true
            ? await EndAsync(act, whose, channel, ending, cancellationToken)
            : ReadBack(act, whose, channel, await ElsewhereAsync(act, whose, channel, cancellationToken));
    }

    private static Reply ReadBack(Act act, Person whose, string channel, IReadOnlyList<string> elsewhere)
    {
        var filled = new Slots { ["person"] = whose.Key, ["messenger"] = channel, [OneTime.Slot] = OneTime.New() };
        Word question = new("Unlink.question", Of(act, whose), MessengerName.Of(channel));
        LaidFact[] facts = [new("Unlink.after", new Word("Unlink.stranger")), new("Unlink.reached", elsewhere.Count == 0 ? new Word("Unlink.nowhere") : new Word("Format.Plain", elsewhere.Select(MessengerName.Of).ToList()))];
        var data = new { Question = question, Facts = facts, Yes = new Button("Button.unlink", "unlink_account", new Slots(filled) { ["confirm"] = "true" }, "destructive"), Others = Array.Empty<Button>(), No = new Button("Button.cancel", "cancel") };
        return new Reply(new View("confirm", data, question)) { Focus = act.Asking("confirm", filled) };
    }

    private static async Task<Reply> EndAsync(Act act, Person whose, string channel, IReadOnlyList<PersonLink> links, CancellationToken cancellationToken)
    {
        var users = links.Select(l => l.UserId).ToList();
        foreach (var link in links)
        {
            link.EndedAt = act.Now;
        }

        var left = await act.Db.References.AsNoTracking().Where(r => r.Channel == channel && users.Contains(r.UserId) && !r.IsGroup).OrderByDescending(r => r.LastSeenAt).ToListAsync(cancellationToken);
        var seats = left.ConvertAll(r => r.Id);
        await LeftSeats.ClearAsync(act.Db, seats, act.Now, cancellationToken);
        await act.Db.References.Where(r => seats.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.PersonId, (long?)null), cancellationToken);
        if (await act.Db.People.FirstOrDefaultAsync(p => p.Id == whose.Id && p.Messenger == channel, cancellationToken) is { } chose)
        {
            chose.Messenger = null;
        }

        var change = new Change(ChangeKind.Removed, nameof(PersonLink), whose.Key, [new(nameof(PersonLink.Channel), ChangeLog.Text(channel), null), .. users.Select(user => new FieldChange(nameof(PersonLink.UserId), ChangeLog.Text(user), null))]);
        act.Db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = act.Now, PersonId = act.Me.Id, Command = "unlink_account", Changes = ChangeLog.ToJson([change]) });
        var isElsewhere = (await ElsewhereAsync(act, whose, channel, cancellationToken)).Count > 0;
        Word done = new(isElsewhere ? "Unlink.done" : "Unlink.done_nowhere", Of(act, whose), MessengerName.Of(channel));
        var told = whose.Id != act.Me.Id && whose.Active && isElsewhere;
        Notice[] notices = [.. LastWords(act, whose, left), .. told ? new[] { new Notice(whose, new View(null, null, new Word("Unlink.told", act.Me, MessengerName.Of(channel)))) } : []];
        return Act.Say(done) with { Focus = act.Focus.Settled(), InPlace = act.PressedCard is not null, Notices = notices };
    }

    /// <summary>On each account that is cut off, but where it is being said: it may not be its owner who did it.</summary>
    private static IEnumerable<Notice> LastWords(Act act, Person whose, IReadOnlyList<ConversationReference> left) => whose.Active
        ? left.DistinctBy(r => r.UserId, StringComparer.Ordinal).Where(r => r.Id != act.Place?.Id).Select(r => new Notice(whose, new View(null, null, "Unlink.last_word")) { Place = r })
        : [];

    private static Reply Which(Person whose, IReadOnlyList<string> channels)
    {
        Word text = "Unlink.which";
        var buttons = channels.Select(c => new Button(MessengerName.Of(c), "unlink_account", new Slots { ["person"] = whose.Key, ["messenger"] = c })).ToList();
        return new Reply(new View("text", new { Title = new Word("Command.unlink_account"), Paragraphs = new[] { text }, Buttons = buttons }, text));
    }

    /// <summary>Where else the person is reached.</summary>
    private static async Task<IReadOnlyList<string>> ElsewhereAsync(Act act, Person whose, string channel, CancellationToken cancellationToken) =>
        await act.Db.References.Where(r => r.PersonId == whose.Id && !r.IsGroup && r.Channel != Mailbox.Channel && r.Channel != channel).Select(r => r.Channel).Distinct().ToListAsync(cancellationToken);

    private static Word Of(Act act, Person whose) => whose.Id == act.Me.Id ? new("Unlink.your") : new("Unlink.of", whose);
}
