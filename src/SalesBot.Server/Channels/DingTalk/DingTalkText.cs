using System.Text.RegularExpressions;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>DingTalk's Markdown has no documented escape: what would be markup gets the wide form of its sign.</summary>
internal static partial class DingTalkText
{
    public static string Escape(string text) => Marked().Replace(text, m => m.Value switch
    {
        ['#' or '>', ..] => string.Concat(m.Value.Select(Wide)),
        [< ' '] => " ",
        var sign => Wide(sign[0]).ToString(),
    });

    /// <summary>An address in parentheses must hold none.</summary>
    public static string Link(string title, string address) => $"[{title}]({address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";

    private static char Wide(char sign) => (char)(sign + 0xFEE0);

    // An underscore within a word is none of Markdown's; a number sign or an angle at the beginning of a line is.
    [GeneratedRegex(@"[\[\]*`<\\~]|^[#>]+|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[\x00-\x09\x0B-\x1F]", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
