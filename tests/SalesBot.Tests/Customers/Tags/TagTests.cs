using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers.Tags;

public sealed class TagTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task CU_03_several_tags_at_once_are_put_on_found_by_and_taken_off(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        (await rep.Says("给东岭阀门打标签：展会、VIP，老板熟")).Hears("标签已添加", "展会", "VIP", "老板熟", "撤销");
        await rep.Says("给百川水务加标签 vip");
        (await rep.Says("客户标签")).Hears("#VIP", "2 个客户", "#展会", "1 个客户").DoesNotHear("#vip");
        await rep.Presses("#VIP");
        rep.Hears("东岭阀门", "百川水务").DoesNotHear("凌云电缆");
        (await rep.Says("东岭阀门怎么样")).Hears("#展会");
        (await rep.Says("去掉东岭阀门的标签：展会")).Hears("标签已去掉", "展会");
        Assert.Equal(["VIP", "老板熟"], await TagsAsync(bot));
        await rep.Presses("撤销");
        Assert.Equal(["VIP", "展会", "老板熟"], await TagsAsync(bot));
    }

    [Fact]
    public async Task CU_03_tags_in_English()
    {
        await using var bot = await TestBot.StartAsync();
        var kevin = bot.As("Kevin Doyle").InEnglish();
        (await kevin.Says("tag Quarry Stone as exhibition and referral")).Hears("Tagged", "exhibition", "referral");
        (await kevin.Says("which tags do we have")).Hears("#exhibition", "1 customer");
        (await kevin.Says("remove the tag referral from Quarry Stone")).Hears("Tags taken off", "referral");
        (await kevin.Says("tag Quarry Stone as Exhibition")).Hears("has these tags already");
        (await kevin.Says("customers tagged exhibition")).Hears("Quarry Stone");
        (await kevin.Says("remove a tag from Quarry Stone")).Hears("Which tag goes");
        (await kevin.Presses("exhibition")).Hears("Tags taken off");
    }

    [Theory]
    [InlineData("给东岭阀门打标签：这个标签实在是太长了根本没有人会这样写一个标签的吧", "1 到 20 个字")]
    [InlineData("去掉东岭阀门的标签：没有的", "没有标签：没有的")]
    public async Task Bad_tags_change_nothing(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears(heard);
        Assert.Empty(await TagsAsync(bot));
    }

    [Fact]
    public async Task There_is_a_limit_and_others_tags_are_not_touched()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("tag_customer", ("customer", "C1"), ("tag", string.Join(',', Enumerable.Range(1, 20).Select(i => "t" + i))));
        (await rep.Says("给东岭阀门打标签 再一个")).Hears("将超过 20 个");
        (await bot.As("刘晨").Forges("tag_customer", ("customer", "C1"), ("tag", "x"))).DoesNotHear("已添加");
        Assert.Equal(20, (await TagsAsync(bot)).Count);
    }

    private static async Task<IReadOnlyList<string>> TagsAsync(TestBot bot) => [.. (await bot.Look(db => db.CustomerTags.Where(t => t.Customer.Key == "C1").Select(t => t.Name).ToListAsync())).Order(StringComparer.Ordinal)];
}
