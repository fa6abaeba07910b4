namespace SalesBot.Tests.Language;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("两千四百五", "2450")]
    [InlineData("壹千零五十", "1050")]
    [InlineData("一万五千亿", "1500000000000")]
    [InlineData("十多万", "100000")]
    [InlineData("7万5千4百", "75400")]
    [InlineData("三分之一", "0.333333333333333")]
    [InlineData("负六点六", "-6.6")]
    [InlineData("two hundred and two thousand", "202000")]
    [InlineData("4 thousand 3 hundred and 21", "4321")]
    [InlineData("minus five point five", "-5.5")]
    [InlineData("three dozens", "36")]
    [InlineData("1.111,11", "1111.11")]
    [InlineData("40 000", "40000")]
    [InlineData("three twenty-firsts", "0.142857142857143")]
    [InlineData("-12e-1", "-1.2")]
    public void Reads_a_number(string said, string meant) => Assert.Equal(double.Parse(meant, System.Globalization.CultureInfo.InvariantCulture), double.Parse(Reading.Of(said), System.Globalization.CultureInfo.InvariantCulture), 1e-9);

    [Theory]
    [InlineData("一切顺利")]
    [InlineData("四川的客户")]
    [InlineData("the 180ml liquid")]
    [InlineData("美味十足")]
    [InlineData("收拾房间")]
    public void Leaves_words_alone(string said) => Assert.Equal(string.Empty, Reading.Of(said));
}
