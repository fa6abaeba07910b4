using SalesBot.Language.Names;

namespace SalesBot.Tests.Language.Names;

public class SlipTests
{
    [Theory]
    [InlineData("五洲国际物留", "五洲国际物流")]
    [InlineData("恒信材建", "恒信建材")]
    [InlineData("东岭阀们", "东岭阀门")]
    [InlineData("nortgate dental", "northgate dental")]
    [InlineData("meridain glass", "meridian glass")]
    public void Is_the_same_name_misspelt(string typed, string name) => Assert.True(Slip.IsOne(typed, name));

    [Theory]
    [InlineData("华北泵业", "华东泵业")]
    [InlineData("中兴证券", "中原证券")]
    [InlineData("市第三人民医院", "市第一人民医院")]
    [InlineData("恒信包装", "恒信建装")]
    [InlineData("southgate", "northgate")]
    [InlineData("northgate goods", "northgate foods")]
    public void Is_another_name(string typed, string name) => Assert.False(Slip.IsOne(typed, name));
}
