using FsCheck;
using FsCheck.Fluent;
using SalesBot.Language;
using SalesBot.Language.Phrases;
using SalesBot.Language.Verbs;
using SalesBot.Tests.Language.Labelled;

namespace SalesBot.Tests.Language;

public class ReaderPropertyTests
{
    private static readonly DateTime Now = new(2026, 3, 11, 10, 0, 0, DateTimeKind.Unspecified);
    private static readonly Reader Reader = LabelledMessage.Reader("machinery/tuned");

    private static readonly string[] Pieces =
        ["\uD83D", "\uDE00", "\u200B", "\u202E", "\u0301", "\0", "\uFFFF", "  ", "\n", "\"", "?", "\u4E0D", "\u5408\u540C", "\u540C\u6CF0", "\u5148\u522B", "99999999999999999999", "1.2.3", "-", "50w", "approve", "if", "won", "Lakeshore", "#2", "10%"];

    [Fact]
    public void Reads_any_text_without_failing() =>
        Prop.ForAll<string>(text => Accepts(text ?? string.Empty)).QuickCheckThrowOnFailure();

    [Fact]
    public void Reads_any_heap_of_words_and_broken_characters() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(parts => string.Concat(parts)).ToArbitrary(), Accepts).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a")]
    [InlineData("\u5408\u540C")]
    [InlineData("50w ")]
    [InlineData("\u540C\u6CF0\u7B7E\u4E86\uFF0C")]
    [InlineData("\uD83D\u200B")]
    public void Reads_twenty_thousand_characters(string piece) =>
        Assert.True(Accepts(string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length))));

    private static bool Accepts(string text)
    {
        var frame = Reader.Read(text, "P2", Now, new Focus { Deal = "D01", Pending = "create_deal", Asked = "amount", LastIntent = "update_amount" }, _ => true);
        return (PhraseBook.Standard.Intents.Contains(frame.Intent, StringComparer.Ordinal) || VerbBook.Standard.Get(frame.Intent) is not null) && frame.Because.All(why => 0 <= why.Start && why.Start <= why.End && why.End <= text.Length);
    }
}
