using System.Text.RegularExpressions;

namespace SalesBot.Server.Channels.Slack;

/// <summary>Slack's own writing: three characters are escaped, links and mentions stand in angle brackets.</summary>
internal static partial class SlackText
{
    /// <summary>What a person typed: the bot's own mention goes, a link is its label or itself, people and channels keep their names.</summary>
    public static string Read(string text, string? bot) =>
        Marked().Replace(text, m => (m.Groups["sign"].Value, m.Groups["to"].Value, m.Groups["label"]) switch
        {
            ("@", var user, _) when user == bot => " ",
            ("@" or "#", _, { Success: true } label) => label.Value,
            ("@" or "#", var id, _) => id,
            ("!", _, { Success: true } label) => label.Value,
            ("!", _, _) => " ",
            (_, _, { Success: true } label) => label.Value,
            var (_, address, _) => address,
        }).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();

    /// <summary>For a message's <c>text</c>, so that nothing in it becomes a mention or a link.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"<(?<sign>[@#!]?)(?<to>[^<>|]*)(\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Marked();
}
