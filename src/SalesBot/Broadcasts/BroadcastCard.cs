using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Broadcasts;

/// <summary>What each one gets: who says what, and the button that says that it was read.</summary>
internal static class BroadcastCard
{
    /// <summary>At once, whatever the hour, in the chat and by e-mail.</summary>
    public static Notice For(Person to, Person by, Broadcast broadcast, bool again = false) => new(to, Show(by, broadcast, null, again)) { ByMail = true };

    /// <summary>The card as one of its readers has it.</summary>
    /// <param name="confirmed">When its reader confirmed it; null: not yet.</param>
    /// <param name="again">It was sent before.</param>
    public static View Show(Person by, Broadcast broadcast, DateTimeOffset? confirmed, bool again = false)
    {
        Word title = new(again ? "Broadcast.title_again" : "Broadcast.title", by);
        var data = new
        {
            Title = title,
            Paragraphs = new[] { new Word("Format.Plain", broadcast.Content), confirmed is { } at ? new Word("Broadcast.confirmed", at) : new Word("Broadcast.sent_at", broadcast.CreatedAt) },
            Buttons = confirmed is null ? [new Button("Button.confirm_broadcast", "confirm_broadcast", new Slots { ["broadcast"] = broadcast.Key }, "positive")] : Array.Empty<Button>(),
        };
        return new View("text", data, new Word("Approval.text", title, broadcast.Content));
    }
}
