using SalesBot.Language.Reading;

namespace SalesBot.Tests.Language;

public class PhoneNumbersTests
{
    [Theory]
    [InlineData("call 13912345678 now", "13912345678")]
    [InlineData("0577-88112233", "0577-88112233")]
    [InlineData("+44-2079460000", "+44-2079460000")]
    [InlineData("ring +44 7700 900321, or not", "+44 7700 900321")]
    [InlineData("07700 900321", "07700 900321")]
    [InlineData("对接人李姐,13877665544", "13877665544")]
    [InlineData("ask for Ilse,0171-5550166", "0171-5550166")]
    public void Finds_a_phone_number(string text, string phone)
    {
        var found = Assert.Single(PhoneNumbers.Read(text));
        Assert.Equal(phone, text[found.Start..found.End]);
    }

    [Theory]
    [InlineData("1000000")]
    [InlineData("1,250,000")]
    [InlineData("2026-03-11")]
    [InlineData("CT-10023345x1")]
    public void Leaves_amounts_dates_and_codes_alone(string text) => Assert.Empty(PhoneNumbers.Read(text));
}
