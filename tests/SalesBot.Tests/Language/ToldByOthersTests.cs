using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>Texts of others that are handed on, and wordings that only sound like an order: nothing is written on a hunch.</summary>
public sealed class ToldByOthersTests
{
    [Theory]
    [InlineData("微信转发：【周国平】小赵，下周三我出差，方案评审改到周四下午两点吧", "赵磊")]
    [InlineData("转发 周总:\"合同我看了，首付改成两成，金额按60万走，周五前给我\"", "赵磊")]
    [InlineData("\"Hi Kevin, could we move the demo to Thursday 3pm? Also please quote 20 spare units. Tom\"", "Kevin Doyle")]
    [InlineData("email from Quarry Stone: \"We can sign at 80k on Friday, please close it. Regards, Tom\"", "Kevin Doyle")]
    public async Task A_text_of_others_orders_nothing(string said, string who)
    {
        await using var bot = await TestBot.StartAsync();
        var before = await StateAsync(bot);
        (await bot.As(who).Says(said)).DoesNotHear("✓");
        Assert.Equal(before, await StateAsync(bot));
    }

    [Fact]
    public async Task It_is_kept_with_the_customer_where_that_is_wanted()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        (await rep.Says("fwd from Quarry Stone: \"We could start in May if the price is right, call me on Monday. Tom\"")).Hears("I read this as", "Log a follow-up", "Quarry Stone");
        (await rep.Says("yes")).Hears("Follow-up logged", "We could start in May");
    }

    [Theory]
    [InlineData("ship date for Quarry Stone is thursday, tracking 1Z99917")]
    [InlineData("delivery date at quarry stone ems is the 3rd of april")]
    public async Task The_day_of_a_delivery_closes_no_deal(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("Kevin Doyle").InEnglish().Says(said);
        Assert.Equal(new DateOnly(2026, 5, 15), await bot.Look(db => db.Deals.Where(d => d.Key == "D7").Select(d => d.CloseDate).SingleAsync()));
    }

    [Theory]
    [InlineData("so Quarry Stone: 92k, close on the 24th of april")]
    [InlineData("quarry stone now 92k, to close on 24 april")]
    public async Task A_sum_and_a_close_of_the_only_deal_make_no_other(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("Kevin Doyle").InEnglish().Says(said)).Hears("Quarry Stone EMS", "92,000", "24 Apr").DoesNotHear("created");
    }

    [Theory]
    [InlineData("凌云赵总那边换成女儿接班了，以后都找她")]
    [InlineData("凌云那边老总要换人了")]
    public async Task Nobody_is_told_off_for_what_they_did_not_order(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).DoesNotHear("权限范围", "已记录。");
    }

    [Theory]
    [InlineData("take the voicemail note off Quarry Stone")]
    [InlineData("delete the last entry on quarry stone, that was nonsense")]
    [InlineData("tom thinks marketing may want a visit too")]
    public async Task What_is_to_go_or_only_thought_is_not_put_down(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("Kevin Doyle").InEnglish().Says(said)).DoesNotHear("Follow-up logged", "To-do added");
    }

    [Fact]
    public async Task A_text_of_others_is_no_answer_either()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("call with Quarry Stone thursday 10am");
        await rep.Says("next step for quarry stone ems");
        (await rep.Says("\"Hi Kevin, could we move the call to Friday 3pm? Also please quote 20 units. Tom\"")).DoesNotHear("Put off", "Next step set");
    }

    [Fact]
    public async Task The_close_is_kept_beside_a_next_step()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("so quarry stone: 92k, close on the 24th of april, and next step is sending the contract monday");
        rep.Hears("92,000", "24 Apr", "sending the contract");
    }

    [Fact]
    public async Task Who_was_not_there_is_not_met_in_small_letters()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("Kevin Doyle").InEnglish().Says("visit at quarry stone went well but tom was out sick");
        Assert.Null(await bot.Look(db => db.FollowUps.Select(f => f.With).SingleAsync()));
    }

    [Fact]
    public async Task Who_was_not_there_was_not_met()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("上午去东岭阀门拜访，周总没在，跟技术部聊了聊方案")).Hears("跟进已记录").DoesNotHear("对接人", "周国平");
    }

    private static async Task<string> StateAsync(TestBot bot)
    {
        await using var db = bot.Open();
        var deals = await db.Deals.OrderBy(d => d.Key).Select(d => d.Key + d.Stage + d.Amount + d.CloseDate + d.NextStep).ToListAsync();
        return $"{string.Join(' ', deals)} {await db.Todos.CountAsync()} {await db.FollowUps.CountAsync()}";
    }
}
