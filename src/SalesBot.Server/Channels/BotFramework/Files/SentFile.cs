using System.Text.Json;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework.Files;

/// <summary>A file that an activity points to.</summary>
/// <param name="Inline">It lies with the channel, which wants our token for it; else its address is all that is needed, and the token must not be sent.</param>
internal sealed record SentFile(string Name, string ContentType, string? Address, bool Inline)
{
    /// <summary>What a personal chat in Teams sends for a file; its content holds an address that is good for minutes.</summary>
    private const string TeamsFile = "application/vnd.microsoft.teams.file.download.info";

    private static readonly string[] NoFiles = ["application/vnd.microsoft.card.", "application/vnd.microsoft.teams."];

    /// <summary>Those of an activity, in order; cards are none, nor is Teams' second copy of the text as HTML, which has no address.</summary>
    public static IReadOnlyList<SentFile> In(Activity activity) => [.. (activity.Attachments ?? []).Select(Read).OfType<SentFile>()];

    private static SentFile? Read(Attachment attachment)
    {
        var type = attachment.ContentType ?? "";
        if (string.Equals(type, TeamsFile, StringComparison.OrdinalIgnoreCase))
        {
            var address = attachment.Content is { ValueKind: JsonValueKind.Object } content && content.TryGetProperty("downloadUrl", out var url) && url.ValueKind == JsonValueKind.String ? url.GetString() : null;
            return new SentFile(attachment.Name ?? "file", type, address, Inline: false);
        }

        return attachment.ContentUrl is not { } place || NoFiles.Any(no => type.StartsWith(no, StringComparison.OrdinalIgnoreCase))
            ? null
            : new SentFile(attachment.Name ?? "file", type, place, Inline: true);
    }
}
