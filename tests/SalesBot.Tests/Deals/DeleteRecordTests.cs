using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

/// <summary>Nothing is deleted; what can be done instead is said.</summary>
public sealed class DeleteRecordTests
{
    [Theory]
    [InlineData("can you delete Quarry Stone?", "Kevin Doyle", "Quarry Stone", "deals and customers are not deleted", "merge A into B")]
    [InlineData("that's wrong, delete the deal Quarry Stone EMS", "Kevin Doyle", "Quarry Stone EMS", "closed as lost", "not deleted")]
    [InlineData("get rid of Quarry Stone EMS", "Kevin Doyle", "Quarry Stone EMS", "closed as lost", "not deleted")]
    public async Task A_wish_to_delete_is_answered_with_what_can_be_done(string said, string person, string name, string first, string second)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As(person).InEnglish().Says(said)).Hears(name, first, second);
        Assert.Equal(5, await bot.Look(db => db.Deals.CountAsync(d => d.Status == DealStatus.Open)));
    }

    [Theory]
    [InlineData("把东岭阀门MES删掉")]
    [InlineData("删除东岭阀门MES这个商机")]
    [InlineData("能不能删了东岭阀门MES")]
    public async Task The_same_in_Chinese(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("不会被删除", "丢单");
    }

    [Fact]
    public async Task A_deal_that_was_just_entered_by_mistake_is_taken_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给百川水务新建商机 水表改造 30万 6月底");
        Assert.Equal(6, await bot.Look(db => db.Deals.CountAsync()));
        (await rep.Says("把水表改造这个商机删掉")).Hears("是您在", "撤销录入");
        await rep.Presses("撤销录入");
        Assert.Equal(5, await bot.Look(db => db.Deals.CountAsync()));
    }

    [Fact]
    public async Task What_a_customer_with_one_deal_is_about_is_that_deal_and_makes_no_other()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("Kevin Doyle").InEnglish().Says("Quarry Stone is about 95k, probably june");
        Assert.Equal(5, await bot.Look(db => db.Deals.CountAsync()));
        Assert.Equal(88_000, await bot.Look(db => db.Deals.Where(d => d.Key == "D7").Select(d => d.Amount).SingleAsync()));
    }
}
