using FsCheck;
using FsCheck.Fluent;
using SalesBot.Language.Text;

namespace SalesBot.Tests.Language;

public sealed class NormalTextTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３，￥３００", "abc123,¥300")]
    [InlineData("下週四開會 15號 兩億", "下周四开会 15号 两亿")]
    [InlineData("a\u200bb\u00a0\u3000 c", "ab c")]
    [InlineData("签了🎉三十万", "签了 三十万")]
    [InlineData("“好”—‘no’", "\"好\"-'no'")]
    [InlineData("one \r\n two", "one\ntwo")]
    [InlineData("👍🏽ok", "ok")]
    [InlineData("", "")]
    public void Folds_what_people_type(string typed, string normal) => Assert.Equal(normal, NormalText.Of(typed).Text);

    [Fact]
    public void Survives_half_a_character() => Assert.Equal("x y", NormalText.Of(string.Concat("x", (char)0xD800, "y")).Text);

    [Fact]
    public void Leads_every_position_back_to_what_was_typed()
    {
        var text = NormalText.Of("簽了🎉３５萬 ok");
        var at = text.Text.IndexOf("35万", StringComparison.Ordinal);
        Assert.Equal("３５萬", text.AsTyped(at, at + 3));
        Assert.Equal((4, 7), text.ToOriginal(at, at + 3));
    }

    [Fact]
    public void Keeps_offsets_within_any_message() => Prop.ForAll<string>(message =>
    {
        var text = NormalText.Of(message);
        var last = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var (start, end) = text.ToOriginal(i, i + 1);
            if (start < last || end <= start || end > (message ?? string.Empty).Length) return false;
            last = start;
        }

        return true;
    }).QuickCheckThrowOnFailure();
}
