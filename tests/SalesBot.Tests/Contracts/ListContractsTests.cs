using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Contracts;

public sealed class ListContractsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_06_my_contracts_say_how_each_stands_and_with_whom_it_is_until_when(Store store)
    {
        await using var bot = await SignedContract.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D1"), ("contract", "东岭阀门MES合同"));

        (await rep.Says("我的合同")).Hears("2 份合同，¥2,130,000", "东岭阀门", "审批中 · 在 郑文 处", "3月13日 周五 10:00 截止（还剩 48 小时）", "凌云电缆 · 已签署").DoesNotHear("Quarry");
    }

    [Theory]
    [InlineData("东岭阀门的合同", "东岭阀门MES")]
    [InlineData("看看东岭阀门的合同", "东岭阀门MES")]
    [InlineData("凌云有哪些合同", "凌云电缆合同")]
    [InlineData("合同列表", "凌云电缆合同")]
    [InlineData("我手上的合同有哪些", "凌云电缆合同")]
    public async Task Contracts_are_asked_for_by_customer_deal_or_person(string said, string hears)
    {
        await using var bot = await SignedContract.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D1"));

        (await rep.Says(said)).Hears("份合同", hears);
    }

    [Theory]
    [InlineData("my contracts", "1 contract, $80,000", "Quarry Stone · signed")]
    [InlineData("contracts at Quarry Stone", "1 contract, $80,000", "Quarry supply agreement")]
    [InlineData("show me the contracts with Quarry", "1 contract, $80,000", "Quarry supply agreement")]
    [InlineData("which contracts do we have", "1 contract, $80,000", "Quarry supply agreement")]
    [InlineData("contracts at Swiftgate", "Swiftgate")]
    [InlineData("Quarry Stone's contracts", "1 contract, $80,000", "Quarry supply agreement")]
    public async Task The_same_in_english(string said, params string[] hears)
    {
        await using var bot = await SignedContract.StartAsync();

        (await bot.As("Kevin Doyle").InEnglish().Says(said)).Hears(hears);
    }

    [Fact]
    public async Task Who_sees_none_is_told_so_and_a_manager_asks_for_a_person()
    {
        await using var bot = await SignedContract.StartAsync();
        (await bot.As("刘晨").Says("我的合同")).Hears("这里没有合同").DoesNotHear("凌云");
        (await bot.As("刘晨").Says("凌云电缆的合同")).DoesNotHear("1,450,000");
        (await bot.As("王芳").Says("赵磊的合同")).Hears("1 份合同", "凌云电缆合同");
        (await bot.As("郑文").Says("待审批的合同")).DoesNotHear("份合同，");
    }
}
