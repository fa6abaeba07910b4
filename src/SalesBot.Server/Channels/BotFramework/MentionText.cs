using System.Text.RegularExpressions;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>What was said without the markup of mentions: the bot's own goes, other people's names stay.</summary>
internal static partial class MentionText
{
    public static string? Strip(Activity activity)
    {
        if (activity.Text is not { } text)
        {
            return null;
        }

        foreach (var mention in activity.Entities ?? [])
        {
            if (string.Equals(mention.Type, Entity.Mention, StringComparison.Ordinal) && mention.Text is { Length: > 0 } marked
                && mention.Mentioned?.Id is { } id && string.Equals(id, activity.Recipient?.Id, StringComparison.Ordinal))
            {
                text = text.Replace(marked, " ", StringComparison.Ordinal);
            }
        }

        // Teams pads a mention with a no-break space, spelled out.
        return At().Replace(text, "${name}").Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex("<at( [^<>]*)?>(?<name>[^<>]*)</at>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex At();
}
