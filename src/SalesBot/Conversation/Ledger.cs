using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Conversation;

/// <summary>Writes down what an act did, in the act's own transaction: the audit entry with its inverse, messages to others, cards to renew.</summary>
internal sealed class Ledger(ReplyRenderer renderer, ReceiptBuilder receipts)
{
    /// <summary>Undo stays open for a day, fixed at the moment of the act (DESIGN.md 2, rule 1).</summary>
    private static readonly TimeSpan UndoWindow = TimeSpan.FromHours(24);

    /// <summary>Notes everything that goes with the reply; the reply comes back with its receipt complete.</summary>
    public async Task<(Reply Reply, IReadOnlyList<Change> Changes)> RecordAsync(Act act, CommandSpec spec, Reply reply, CancellationToken cancellationToken)
    {
        var changes = ChangeLog.Capture(act.Db);
        AuditEntry? entry = null;
        if (changes.Count > 0)
        {
            entry = new AuditEntry
            {
                Key = Keys.New('U'), At = act.Now, PersonId = act.Me.Id, Command = spec.Id, Changes = ChangeLog.ToJson(changes), UndoUntil = spec.Undoable ? act.Now + UndoWindow : null,
            };
            act.Db.Audit.Add(entry);
        }

        foreach (var notice in reply.Notices)
        {
            await PostAsync(act, notice.To, notice.View, null, cancellationToken);
        }

        await RenewAsync(act, reply, cancellationToken);
        return (receipts.Complete(act, reply, changes, entry), changes);
    }

    /// <summary>Somebody tried what they may not do: recorded, nothing changed (default deny).</summary>
    public static void Refusal(SalesDb db, Person? person, string command, DateTimeOffset now) =>
        db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = now, PersonId = person?.Id, Command = command.Length > 60 ? command[..60] : command, Refused = true });

    private async Task RenewAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        foreach (var refresh in reply.Refreshes)
        {
            var cards = await act.Db.SentCards.Include(c => c.Reference).Where(c => c.Subject == refresh.Subject).ToListAsync(cancellationToken);
            foreach (var card in cards.Where(c => c.ActivityId != act.PressedCard))
            {
                if (act.Org.Find(card.PersonId) is { } person)
                {
                    await PostAsync(act, person, refresh.View(person), card, cancellationToken);
                }
            }
        }
    }

    /// <summary>To the person's latest seat, or, for a card that they have, in its place.</summary>
    private async Task PostAsync(Act act, Person to, View view, SentCard? replaces, CancellationToken cancellationToken)
    {
        var locale = replaces is not null ? replaces.Reference.Locale : await act.Db.References
            .Where(r => r.PersonId == to.Id && !r.IsGroup).OrderByDescending(r => r.LastSeenAt).Select(r => r.Locale).FirstOrDefaultAsync(cancellationToken);
        var rendered = renderer.Render(view, renderer.For(to, locale, act.Now));
        act.Db.Outbox.Add(new OutboxMessage
        {
            PersonId = to.Id, ReferenceId = replaces?.ReferenceId, UpdatesActivityId = replaces?.ActivityId, Subject = view.Subject,
            Content = JsonSerializer.Serialize(rendered), CreatedAt = act.Now, NextAttemptAt = act.Now,
        });
    }
}
