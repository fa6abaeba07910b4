using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesBot.People;

namespace SalesBot.Tests.Channels.DirectLine;

/// <summary>The page's own words: the same keys in both languages, and none missing that the page asks for.</summary>
public sealed partial class PageWordTests
{
    private static readonly JsonObject Chinese = Words("zh-CN");
    private static readonly JsonObject English = Words("en");

    [Fact]
    public void Both_languages_have_the_same_words()
    {
        Assert.Equal(Shape(Chinese), Shape(English));
    }

    [Fact]
    public void Every_word_that_the_page_asks_for_is_there_and_no_other()
    {
        var page = string.Concat(Directory.GetFiles(DirectLineServer.Page).Where(f => Path.GetExtension(f) is ".js" or ".html").Select(File.ReadAllText));
        var asked = Asked().Matches(page).Select(m => m.Groups["key"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(Chinese.Select(w => w.Key).Order(StringComparer.Ordinal).ToList(), asked.ToList());
    }

    [Fact]
    public void Every_role_has_a_name()
    {
        Assert.Equal(Enum.GetNames<Role>().Order(StringComparer.Ordinal).ToList(), Chinese["roles"]!.AsObject().Select(r => r.Key).Order(StringComparer.Ordinal).ToList());
    }

    private static string Shape(JsonObject words) => string.Join('\n', words.Select(w => w.Value switch
    {
        JsonObject inner => w.Key + ":" + string.Join(',', inner.Select(i => i.Key).Order(StringComparer.Ordinal)),
        JsonArray list => $"{w.Key}:{list.Count}",
        var word => w.Key + (word!.ToString().Contains("{now}", StringComparison.Ordinal) ? ":now" : ""),
    }).Order(StringComparer.Ordinal));

    private static JsonObject Words(string language) =>
        JsonSerializer.Deserialize<JsonObject>(File.ReadAllText(Path.Combine(DirectLineServer.Page, "words", language + ".json")))!;

    [GeneratedRegex("""(?:words\.|data-(?:word|label|hint)=")(?<key>\w+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();
}
