using FsCheck;
using FsCheck.Fluent;
using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Tests.Language;

/// <summary>What holds for any message at all.</summary>
public sealed class SpanPropertyTests
{
    // Pieces that the grammars know, so that random messages reach the rules and not only the end of a walk.
    private static readonly string[] Pieces = ["1", "12", "2026", "-", "/", ":", ".", " ", "下", "周", "三", "万", "点", "半", "月", "号", "年", "next ", "week ", "of ", "friday ", "$", "€", "k", "and ", "to ", "到", "打", "折", "%", "\ud83d\ude00", "\ud800", "\u200f", "正", "初", "99999999999999999999"];

    private static Arbitrary<string> Messages() =>
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void Never_throws_and_stays_within_the_text() => Prop.ForAll(Messages(), message =>
    {
        var text = NormalText.Of(message);
        var end = 0;
        foreach (var found in SpanReader.Read(text, Reading.Wednesday))
        {
            if (found.Start < end || found.End <= found.Start || found.End > text.Length) return false;
            end = found.End;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Never_throws_on_any_string() => Prop.ForAll<string>(message => SpanReader.Read(NormalText.Of(message), Reading.Wednesday).All(found => found.Start < found.End)).QuickCheckThrowOnFailure();

    [Fact]
    public void Gives_the_same_for_the_same() => Prop.ForAll(Messages(), message =>
        SpanReader.Read(NormalText.Of(message), Reading.Wednesday).SequenceEqual(SpanReader.Read(NormalText.Of(message), Reading.Wednesday))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("9998-12-31T23:59:59")]
    public void Survives_the_ends_of_the_calendar(string now)
    {
        var at = DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var message in (string[])["去年", "下下周三", "3 years ago", "in 10000 years", "last Friday", "next 3 months", "12月30号到1月3号", "春节", "Q1", "前年", "first week of january", "labor day weekend", "国庆后", "yesterday evening"])
        {
            Assert.NotNull(SpanReader.Read(NormalText.Of(message), at));
        }
    }
}
