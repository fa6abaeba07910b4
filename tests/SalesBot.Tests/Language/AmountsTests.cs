namespace SalesBot.Tests.Language;

/// <summary>Money, sizes, discounts and changes, and what must never be taken for one.</summary>
public sealed class AmountsTests
{
    [Theory]
    [InlineData("三十五万", "350000")]
    [InlineData("一百八十万", "1800000")]
    [InlineData("12万8", "128000")]
    [InlineData("一点五百万", "1500000")]
    [InlineData("100多万", "1000000")]
    [InlineData("1.2m", "1200000")]
    [InlineData("50w", "500000")]
    [InlineData("120k", "120000")]
    [InlineData("¥300,000", "300000 CNY")]
    [InlineData("HK$50k", "50000 HKD")]
    [InlineData("20萬美金", "200000 USD")]
    [InlineData("3万刀", "30000 USD")]
    [InlineData("5000欧元", "5000 EUR")]
    [InlineData("a quarter million", "250000")]
    [InlineData("half a million dollars", "500000")]
    [InlineData("五块三", "5.3 CNY")]
    [InlineData("USD 22.5 million", "22500000 USD")]
    [InlineData("80到100万", "800000..1000000 amountrange")]
    [InlineData("$5k-10k", "5000..10000 amountrange")]
    [InlineData("打95折", "0.95 discount")]
    [InlineData("9折", "0.9 discount")]
    [InlineData("九五折", "0.95 discount")]
    [InlineData("5% off", "0.95 discount")]
    [InlineData("+10 %", "10 delta")]
    [InlineData("涨5万", "50000 delta")]
    [InlineData("降了3万块", "-30000 CNY delta")]
    [InlineData("raise by 50k", "50000 delta")]
    [InlineData("70 TEUR", "70000 EUR")]
    [InlineData("3 lacs", "300000")]
    [InlineData("2.5 cr", "25000000")]
    [InlineData("至少四十万", "400000")]
    [InlineData("差不多七十万", "700000")]
    public void Reads_an_amount(string said, string meant) => Assert.Equal(meant, Reading.Of(said));

    [Theory]
    [InlineData("13700002222")]
    [InlineData("合同 HT-2026-0312")]
    [InlineData("SM-500K2")]
    [InlineData("3月19日")]
    [InlineData("毛利太低")]
    [InlineData("五角大楼")]
    public void Is_never_money(string said) =>
        Assert.Equal(string.Empty, Reading.Of(said, SalesBot.Language.Spans.FoundType.Currency, SalesBot.Language.Spans.FoundType.AmountRange, SalesBot.Language.Spans.FoundType.Delta));
}
