using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Broadcasts;

/// <summary>Who has confirmed one's emergency broadcast and who has not, the newest where none is named; those who have not can be asked once more.</summary>
internal sealed class BroadcastStatus : Command
{
    /// <summary>More names than these are counted.</summary>
    private const int Named = 60;

    public override CommandSpec Spec { get; } = new("broadcast_status", Permission.Broadcast) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        await MeantAsync(act, cancellationToken) is { } broadcast ? new Reply(Card(act, broadcast)) { InPlace = act.PressedCard is not null && act.Slots.Flag("card.anew") is true, Focus = act.Focus.Settled() }
        : Act.Say(act.Slots.Text("broadcast") is null ? "Broadcast.none_sent" : "NotFound.gone");

    /// <summary>One's own; null where there is none.</summary>
    public static Task<Broadcast?> MeantAsync(Act act, CancellationToken cancellationToken)
    {
        var (me, key) = (act.Me.Id, act.Slots.Text("broadcast"));
        return act.Db.Broadcasts.Include(b => b.Copies).Where(b => b.ById == me && (key == null || b.Key == key)).OrderByDescending(b => b.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Those who are still here and have not confirmed it.</summary>
    public static IReadOnlyList<Person> Missing(Act act, Broadcast broadcast) => People(act, broadcast.Copies.Where(c => c.ConfirmedAt is null)).Where(p => p.Active).ToList();

    public static View Card(Act act, Broadcast broadcast)
    {
        var (confirmed, missing) = (People(act, broadcast.Copies.Where(c => c.ConfirmedAt is not null)), Missing(act, broadcast));
        var gone = People(act, broadcast.Copies.Where(c => c.ConfirmedAt is null)).Except(missing).ToList();
        Word title = new("Broadcast.status", confirmed.Count, missing.Count);
        List<Word> lines = [new("Broadcast.of", broadcast.CreatedAt, Excerpt.Of(broadcast.Content, 200)), new("Broadcast.yes", Names(confirmed)), new("Broadcast.no", Names(missing))];
        lines.AddRange(gone.Count == 0 ? [] : [new Word("Broadcast.gone", Names(gone))]);
        lines.AddRange(broadcast.RemindedAt is { } at ? [new Word("Broadcast.reminded", at)] : []);
        Slots about = new() { ["broadcast"] = broadcast.Key };
        List<Button> buttons = missing.Count > 0 && broadcast.RemindedAt is null ? [new Button(new Word("Button.remind_broadcast", missing.Count), "remind_broadcast", about, "positive")] : [];
        buttons.AddRange(missing.Count > 0 ? [new Button("Button.look_again", "broadcast_status", new Slots(about) { ["card.anew"] = "true" })] : []);
        return new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, title);
    }

    private static List<Person> People(Act act, IEnumerable<BroadcastCopy> copies) => [.. copies.Select(c => act.Org.Find(c.PersonId)).OfType<Person>().OrderBy(p => p.Id)];

    private static object Names(IReadOnlyList<Person> people) =>
        people.Count == 0 ? new Word("Broadcast.no_one") : people.Count <= Named ? people : new Word("Broadcast.and_more", people.Take(Named).ToList(), people.Count - Named);
}
