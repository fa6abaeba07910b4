using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>Writes down what an act did, in the act's own transaction: the audit entry with its inverse, messages to others, cards to renew.</summary>
internal sealed class Ledger(Post post, ReceiptBuilder receipts)
{
    /// <summary>Undo stays open for a day, fixed at the moment of the act (DESIGN.md 2, rule 1).</summary>
    private static readonly TimeSpan UndoWindow = TimeSpan.FromHours(24);

    /// <summary>Notes everything that goes with the reply; the reply comes back with its receipt complete, beside what changed and the key of its entry.</summary>
    public async Task<(Reply Reply, IReadOnlyList<Change> Changes, string? Entry)> RecordAsync(Act act, CommandSpec spec, Reply reply, CancellationToken cancellationToken)
    {
        var changes = ChangeLog.Capture(act.Db);
        var lasting = spec.Undoable ? changes.Where(c => Lasts(act.Db, c)).ToList() : [];
        Enter(act.Db, act.Me.Id, reply.As ?? spec.Id, lasting, null, act.Now);
        var entry = Enter(act.Db, act.Me.Id, reply.As ?? spec.Id, [.. changes.Except(lasting)], spec.Undoable ? act.Now + UndoWindow : null, act.Now);
        var complete = receipts.Complete(act, reply, changes, entry);
        var told = complete.Notices.Select(n => n.To.Key).ToHashSet(StringComparer.Ordinal);
        await post.SendAsync(act.Db, complete.Notices, act.Now, cancellationToken);
        foreach (var announcement in complete.Announcements)
        {
            await post.AnnounceAsync(act.Db, announcement, act.Now, cancellationToken);
        }

        foreach (var refresh in reply.Refreshes)
        {
            told.UnionWith(await post.RenewAsync(act.Db, act.Org, refresh, act.Now, (act.Me.Id, complete.InPlace ? act.PressedCard : null, complete.Notices), cancellationToken));
        }

        entry?.Told.AddRange(told);
        return (complete, changes, entry?.Key);
    }

    /// <summary>The same for what a job changed by itself: an entry of the service's own, messages, cards. Cannot be undone. The caller saves.</summary>
    /// <param name="job">Goes into the trail as the command.</param>
    public async Task RecordAsync(SalesDb db, OrgChart org, string job, IReadOnlyList<Notice> notices, IReadOnlyList<Refresh> refreshes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Enter(db, null, job, ChangeLog.Capture(db), null, now);
        await post.SendAsync(db, notices, now, cancellationToken);
        foreach (var refresh in refreshes)
        {
            await post.RenewAsync(db, org, refresh, now, (default, null, notices), cancellationToken);
        }
    }

    /// <summary>
    /// In a group only a word of it is said: a card holds amounts and names, which are for the one who asked and go to them alone (DESIGN.md 2, rule 5).
    /// </summary>
    public async Task<Reply> InPrivateAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        if (reply.View.Card is null)
        {
            return reply with { View = reply.View with { Text = Masking.Of(reply.View.Text) } };
        }

        await post.SendAsync(act.Db, new Notice(act.Me, reply.View), act.Now, cancellationToken);
        return reply with { View = new View(null, null, "Group.in_private"), InPlace = false, Suggestions = [] };
    }

    /// <summary>Somebody tried what they may not do: recorded, nothing changed (default deny).</summary>
    public static void Refusal(SalesDb db, Person? person, string command, DateTimeOffset now) =>
        db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = now, PersonId = person?.Id, Command = command.Length > 60 ? command[..60] : command, Refused = true });

    /// <summary>What an undo leaves alone is entered first, so that the act is the last one.</summary>
    private static bool Lasts(SalesDb db, Change change) => Area.All.Any(area => area.Lasts(db, change));

    private static AuditEntry? Enter(SalesDb db, long? person, string command, IReadOnlyList<Change> changes, DateTimeOffset? undoUntil, DateTimeOffset now)
    {
        if (changes.Count == 0)
        {
            return null;
        }

        return db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = now, PersonId = person, Command = command, Changes = ChangeLog.ToJson(changes), UndoUntil = undoUntil }).Entity;
    }
}
