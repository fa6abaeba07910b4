using System.Globalization;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>A watermark is the sequence number of the last line read; none or an empty one means from the beginning.</summary>
internal static class Watermark
{
    public static bool TryRead(string? text, out long after)
    {
        after = 0;
        return string.IsNullOrEmpty(text) || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }

    /// <summary>The answer of a poll and the frame of a stream: <c>{activities:[…],watermark}</c>.</summary>
    public static string Write(TranscriptPage page) =>
        "{\"activities\":[" + string.Join(',', page.Activities) + "],\"watermark\":\"" + page.Watermark.ToString(CultureInfo.InvariantCulture) + "\"}";
}
