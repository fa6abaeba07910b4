using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using SalesBot.Language.Verbs;

namespace SalesBot.Tests.Language.Verbs;

/// <summary>The net finds what a regular expression of the whole message finds, and where its first place stands.</summary>
public sealed class SayingNetTests
{
    private static readonly string[] Parts =
    [
        "a", "b", "\u5355", "ab", ".", "[ab]", "[^a]", "[a-c ]", "(?:a|b)", "(?:a|ab|)", "(a|ab)", "(.+?)", "(.*)", "(a*?)b", "a?", "b*", "(?:ab)+", "a{2}", "b{1,3}", "(?:a|(b))?", "|", "[ ,]*", "\\.",
    ];

    private static readonly string[] Letters = ["a", "b", "c", "\u5355", " ", ".", "ab", ","];

    [Fact]
    public void Any_saying_of_any_message_is_found_as_an_expression_finds_it()
    {
        // Longer ones would last years in an expression that goes back.
        var cases = from sayings in Short(Parts, 5).ListOf(4)
                    from message in Short(Letters, 10)
                    select (sayings, message);
        Prop.ForAll(cases.ToArbitrary(), one => Same([.. one.sayings], one.message)).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Theory]
    [InlineData("a(.+?)b", "a\u5355bb", 1, 3)]
    [InlineData("a(.+?)b?", "a\u5355b", 1, 2)]
    [InlineData("a(.+)b?", "a\u5355b", 1, 3)]
    [InlineData("(?:a|(b))c", "bc", 0, 1)]
    public void The_place_is_the_one_of_the_first_way_through(string saying, string message, int from, int to) =>
        Assert.Equal((from, to), new SayingNet([saying]).PlaceOf(0, message));

    [Theory]
    [InlineData("a{x}")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[ab")]
    [InlineData("*a")]
    [InlineData("a\\b")]
    [InlineData("(?=a)")]
    public void What_it_does_not_know_is_a_fault_when_the_book_is_read(string saying) => Assert.Throws<FormatException>(() => new SayingNet([saying]));

    [Fact]
    public void A_long_message_goes_through_all_sayings_of_the_book_once_and_is_none()
    {
        var long20 = string.Concat(Enumerable.Repeat("把这单合同的付款条款", 2000));
        Assert.Empty(new SayingNet(["(.+?)(.*)+(.*)+x", "(?:(?:a|b|.)*)*y"]).Find(long20));
    }

    private static Gen<string> Short(string[] pieces, int most) =>
        from count in Gen.Choose(0, most)
        from some in Gen.Elements(pieces).ListOf(count)
        select string.Concat(some);

    private static bool Same(IReadOnlyList<string> sayings, string message)
    {
        var net = new SayingNet(sayings);
        var found = net.Find(message);
        return Enumerable.Range(0, sayings.Count).All(number =>
        {
            var match = Regex.Match(message, $"^(?:{sayings[number]})\\z", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(5));
            if (message.Length == 0 || !match.Success)
            {
                return !found.Contains(number);
            }

            var place = match.Groups.Cast<Group>().Skip(1).FirstOrDefault(group => group.Success);
            (int, int)? expected = place is null ? null : (place.Index, place.Index + place.Length);
            return found.Contains(number) && net.PlaceOf(number, message) == expected;
        });
    }
}
