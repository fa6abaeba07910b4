using SalesBot.Language.Names;

namespace SalesBot.Tests.Language.Names;

public class CompanyFormsTests
{
    [Theory]
    [InlineData("海澜泵阀制造有限公司", "海澜泵阀")]
    [InlineData("宁波同泰物流股份有限公司", "同泰物流")]
    [InlineData("新禾机械(沈阳)有限公司", "新禾机械")]
    [InlineData("brightwater foods inc.", "brightwater foods")]
    [InlineData("the oak group ltd", "the oak")]
    public void Takes_the_legal_form_and_the_place_off(string legal, string core) => Assert.Equal(core, CompanyForms.Core(legal));

    [Theory]
    [InlineData("海澜泵阀", "海澜", NameStrength.Short)]
    [InlineData("海澜泵阀", "泵阀", NameStrength.Tail)]
    [InlineData("海澜泵阀", "hailanbengfa", NameStrength.Sound)]
    [InlineData("海澜泵阀", "hlbf", NameStrength.Sound)]
    [InlineData("brightwater foods", "brightwater", NameStrength.Short)]
    [InlineData("brightwater foods", "foods", NameStrength.Tail)]
    internal void Shortens_as_people_do(string name, string form, NameStrength strength) => Assert.Contains(new NameForm(form, strength), CompanyForms.Of(name));
}
