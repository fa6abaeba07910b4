using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;
using SalesBot.Words;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>A message as DingTalk takes it.</summary>
/// <param name="Title">What a notification shows.</param>
/// <param name="Texts">Markdown, in order, before the card.</param>
/// <param name="Card">The variables of the template; null where the texts say everything.</param>
/// <param name="Coded">The buttons, all of which are named by a code.</param>
internal sealed record DingTalkLaid(string Title, IReadOnlyList<string> Texts, JsonObject? Card, IReadOnlyList<CodedButton> Coded);

/// <summary>
/// Lays a card out as the variables of a template (<c>manifests/dingtalk</c>), or as Markdown where there is none or not room enough: a variable holds 1 KB
/// (PROTOCOLS.md E.4). In Markdown a button is a link that says its code, as buttons of an ActionCard can only open pages.
/// </summary>
internal sealed class DingTalkCard(WordBook words)
{
    public const int LongestText = 7000;
    public const int LongestVariable = 1000;

    private const int LongestTitle = 60;
    private const string NewLine = "  \n  ";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public DingTalkLaid Of(RenderedReply reply, CardOutline? card, string? locale, bool template)
    {
        IReadOnlyList<CardBlock> blocks = [.. card?.Blocks ?? [new CardText(reply.Text, Subtle: false)], .. reply.QuickReplies.Count > 0 ? [new CardButtons([.. reply.QuickReplies.Select(CardButton.Saying)])] : Array.Empty<CardBlock>()];
        var (coded, buttons) = (new List<CodedButton>(), new JsonArray());
        var shown = template ? Shown(blocks, coded, buttons) : [];
        var language = reply.Language ?? ReplyRenderer.LanguageOf(null, locale);
        var heading = blocks.OfType<CardHeading>().FirstOrDefault()?.Text;
        var title = TextCut.To((heading ?? blocks.SelectMany(ShownText.Lines).FirstOrDefault() ?? reply.Text).Split('\n')[0] is { Length: > 0 } first ? first : reply.Text, LongestTitle);
        var lines = blocks.SelectMany(b => Lines(b).Concat(Named(b, shown, coded, language))).ToList();
        if (shown.Count == 0)
        {
            return new DingTalkLaid(title, Texts(lines), null, coded);
        }

        var body = string.Join(NewLine, heading is null ? lines : lines.Skip(lines.FindIndex(l => l.StartsWith("### ", StringComparison.Ordinal)) == 0 ? 1 : 0));
        var fits = Encoding.UTF8.GetByteCount(body) <= LongestVariable && Encoding.UTF8.GetByteCount(heading ?? title) <= LongestVariable;
        var variables = new JsonObject { ["title"] = fits ? heading ?? "" : title, ["content"] = fits ? body : "", ["buttons"] = buttons.ToJsonString(Plain) };
        return new DingTalkLaid(title, fits ? [] : Texts(lines), variables, coded);
    }

    /// <summary>As many of the card's own buttons as the variable holds.</summary>
    private static List<CardButton> Shown(IReadOnlyList<CardBlock> blocks, List<CodedButton> coded, JsonArray buttons)
    {
        var shown = new List<CardButton>();
        foreach (var button in blocks.OfType<CardButtons>().SelectMany(b => b.Buttons))
        {
            var code = ButtonCodes.New();
            buttons.Add(new JsonObject
            {
                ["text"] = TextCut.To(button.Title, LongestTitle), ["status"] = "normal", ["color"] = button.Style switch { CardButtonStyle.Positive => "blue", CardButtonStyle.Destructive => "red", _ => "gray" },
                ["event"] = button.IsLink
                    ? new JsonObject { ["type"] = "openLink", ["params"] = new JsonObject { ["url"] = button.Url } }
                    : new JsonObject { ["type"] = "sendCardRequest", ["params"] = new JsonObject { ["actionId"] = code, ["params"] = new JsonObject() } },
            });
            if (Encoding.UTF8.GetByteCount(buttons.ToJsonString(Plain)) > LongestVariable)
            {
                buttons.RemoveAt(buttons.Count - 1);
                break;
            }

            shown.Add(button);
            if (button.Value is { } value)
            {
                coded.Add(new CodedButton(code, button.Title, value));
            }
        }

        return shown;
    }

    private static IEnumerable<string> Lines(CardBlock block) => block switch
    {
        CardHeading heading => ["### " + DingTalkText.Escape(heading.Text).Replace('\n', ' ')],
        CardSeparator => [],
        _ => ShownText.Lines(block).SelectMany(l => DingTalkText.Escape(l).Split('\n')),
    };

    /// <summary>Links for the buttons of a block that the card does not show.</summary>
    private IEnumerable<string> Named(CardBlock block, List<CardButton> shown, List<CodedButton> coded, string language)
    {
        foreach (var button in block.AllButtons.Where(b => !shown.Exists(s => ReferenceEquals(s, b))))
        {
            var title = DingTalkText.Escape(button.Title);
            if (button.Value is not { } value)
            {
                yield return DingTalkText.Link(title, button.Url!);
                continue;
            }

            var code = ButtonCodes.New();
            coded.Add(new CodedButton(code, button.Title, value));
            yield return ShownText.ByCode(words, language, DingTalkText.Link(title, "dtmd://dingtalkclient/sendMessage?content=" + Uri.EscapeDataString($"{button.Title} {code}")), code);
        }
    }

    private static IReadOnlyList<string> Texts(IEnumerable<string> lines) => TextCut.Pieces(string.Join(NewLine, lines), LongestText);
}
