using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

public sealed class OwnWordsTests
{
    [Theory]
    [InlineData("log a call with Quarry, they like the offer, demo next Tuesday", "they like the offer")]
    [InlineData("called Quarry, they want a discount of 5%", "they want a discount of 5%")]
    [InlineData("just off the phone with Quarry's ops guy, they want 30 seats", "ops guy, they want 30 seats")]
    public async Task What_was_told_is_noted_as_it_was_said(string said, string noted)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("Kevin Doyle").InEnglish().Says(said)).Hears("Follow-up logged", noted);
    }

    [Fact]
    public async Task The_word_that_bounds_a_day_goes_with_the_day_and_a_changed_step_is_said_once()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗下一步发合同模板 下周二");

        await rep.Says("跟凌云的采购碰了一下，想先签一年维保，下周四前给他们新报价");

        rep.Hears("跟进已记录", "给他们新报价", "3月19日 周四").DoesNotHear("前给他们", "待办\n");
    }

    [Theory]
    [InlineData("凌云的采购说下月给答复 记上", "凌云的采购说下月给答复\n")]
    [InlineData("就记一笔跟进，凌云的采购口头答应了", "\n凌云的采购口头答应了")]
    [InlineData("帮我写条跟进：凌云的采购嫌交期太长", "\n凌云的采购嫌交期太长")]
    [InlineData("记一下 东岭阀门的周总说下个月才付款", "周总说下个月才付款\n")]
    [InlineData("凌云的采购还要再问问财务，先记下来吧", "凌云的采购还要再问问财务\n")]
    public async Task The_order_to_note_it_is_no_part_of_what_is_noted(string said, string noted)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("跟进已记录", noted);
    }
}
