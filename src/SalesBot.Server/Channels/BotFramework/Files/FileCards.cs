using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework.Files;

/// <summary>The two cards of Teams by which a bot puts a file where its user keeps files: the question, and what stands in its place afterwards. In a personal chat only.</summary>
internal static class FileCards
{
    /// <summary>In the context of both buttons: what is offered.</summary>
    public const string Offer = "offer";

    private const string Consent = "application/vnd.microsoft.teams.card.file.consent";
    private const string Info = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>True where Teams can be asked to keep the file.</summary>
    public static bool CanOffer(Address to) => to is { Channel: Schema.Channels.MsTeams, IsGroup: false };

    public static Attachment Asking(OfferedFile file)
    {
        var context = new Dictionary<string, string>(StringComparer.Ordinal) { [Offer] = file.Key };
        return new Attachment
        {
            ContentType = Consent, Name = file.Name,
            Content = JsonSerializer.SerializeToElement(new { description = file.About, sizeInBytes = file.Bytes, acceptContext = context, declineContext = context }),
        };
    }

    public static Attachment Kept(SavedFile file) => new()
    {
        ContentType = Info, Name = file.Name, ContentUrl = file.Address, Content = JsonSerializer.SerializeToElement(new { uniqueId = file.Id, fileType = file.Type }),
    };
}
