using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.People.Linking;

/// <summary>Where one is reached, when one was last there, and what did not arrive lately; each may be made the first.</summary>
internal sealed class MyMessengers : Command
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public override CommandSpec Spec { get; } = new("my_messengers", Permission.Member) { Changes = false, InHelp = false };

    /// <summary>The channels in which the person has a chat with the bot, the latest first.</summary>
    public static async Task<IReadOnlyList<string>> ChannelsAsync(Act act, CancellationToken cancellationToken) =>
        [.. (await SeatsAsync(act, cancellationToken)).Select(s => s.Channel)];

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var seats = await SeatsAsync(act, cancellationToken);
        List<Word> lines = [new Word(act.Me.Messenger is null ? "Messenger.now_last" : "Messenger.now", MessengerName.Of(act.Me.Messenger))];
        foreach (var seat in seats)
        {
            lines.Add(new Word("Messenger.seat", MessengerName.Of(seat.Channel), seat.LastSeenAt));
        }

        var undelivered = await UndeliveredAsync(act, cancellationToken);
        lines.AddRange(undelivered.Count > 0 ? undelivered : ["Messenger.none_lost"]);
        var others = seats.Select(s => s.Channel).Where(c => c != act.Me.Messenger && MessengerName.In(c) is not null).ToList();
        List<Button> buttons = seats.Count < 2 ? [] : [.. others.Select(c => new Button(new Word("Messenger.prefer", MessengerName.Of(c)), "prefer_messenger", new Slots { ["messenger"] = c }))];
        if (act.Me.Messenger is not null)
        {
            buttons.Add(new Button(new Word("Messenger.prefer_last"), "prefer_messenger", new Slots { ["messenger"] = MessengerName.Last }));
        }

        Word title = "Command.my_messengers";
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, title));
    }

    /// <summary>What did not arrive, or has not yet, wherever it was to go: also by mail, in an account that is the person's no more, and before there was any.</summary>
    private static async Task<IReadOnlyList<Word>> UndeliveredAsync(Act act, CancellationToken cancellationToken)
    {
        var since = act.Now - Lately;
        var rows = await act.Db.Outbox.Where(o => o.PersonId == act.Me.Id && o.CreatedAt >= since && (o.State == OutboxState.Dead || (o.State == OutboxState.Waiting && o.Attempts > 0)))
            .GroupBy(o => new { o.State, o.Reference!.Channel }).Select(g => new { g.Key.State, g.Key.Channel, Count = g.Count() }).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(r => r.State == OutboxState.Waiting).ThenBy(r => r.Channel, StringComparer.Ordinal).Select(r => (r.State, (string?)r.Channel) switch
        {
            (OutboxState.Dead, null) => new Word("Messenger.lost_nowhere", new Word("Count.messages", r.Count)),
            (OutboxState.Dead, _) => new Word("Messenger.lost", MessengerName.Of(r.Channel), new Word("Count.messages", r.Count)),
            (_, null) => new Word("Messenger.trying_anywhere", new Word("Count.messages", r.Count)),
            _ => new Word("Messenger.trying", MessengerName.Of(r.Channel), new Word("Count.messages", r.Count)),
        })];
    }

    private static async Task<IReadOnlyList<ConversationReference>> SeatsAsync(Act act, CancellationToken cancellationToken)
    {
        var seats = await act.Db.References.AsNoTracking().Where(r => r.PersonId == act.Me.Id && !r.IsGroup && r.Channel != Mailbox.Channel).OrderByDescending(r => r.LastSeenAt).ToListAsync(cancellationToken);
        return [.. seats.DistinctBy(s => s.Channel, StringComparer.Ordinal)];
    }
}
