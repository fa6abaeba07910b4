using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

public sealed class OrderStateTests
{
    [Fact]
    public async Task AP_08_the_state_of_an_order_is_said_shown_and_told_to_its_owner()
    {
        await using var bot = await SignedContract.StartAsync();
        var (rep, success) = (bot.As("赵磊"), bot.As("林小雨"));

        (await success.Says("凌云电缆已发货")).Hears("订单进度已更新", "未开始 → **已发货**", "已告知：赵磊", "登记：已交付");
        await rep.IsTold("订单“凌云电缆合同”：未开始 → 已发货（林小雨）");
        (await rep.Says("凌云电缆订单进度")).Hears("凌云电缆合同", "●●●○○", "已发货", "还没开票");
        (await rep.Forges("show_customer", ("customer", "C3"))).Hears("已签署 · 已发货");
        (await success.Presses("登记：已交付")).Hears("已发货 → **已交付**");
        (await success.Says("凌云电缆验收通过了")).Hears("已交付 → **已验收**");
        (await rep.Says("凌云电缆发货了吗")).Hears("●●●●●", "已验收");
        (await success.Presses("撤销")).Hears("已撤销");
        Assert.Equal(OrderState.Delivered, await State(bot, "CT1"));
    }

    [Theory]
    [InlineData("Quarry is delivered", OrderState.Delivered)]
    [InlineData("Quarry Stone's order has been shipped", OrderState.Shipped)]
    [InlineData("mark Quarry as accepted", OrderState.Accepted)]
    [InlineData("order for Quarry is in production", OrderState.InProduction)]
    public async Task AP_08_the_same_in_english(string said, object state)
    {
        await using var bot = await SignedContract.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        (await rep.Says(said)).Hears("Order updated", "Quarry supply agreement");
        Assert.Equal((OrderState)state, await State(bot, "CT2"));
        (await rep.Says("order status of Quarry")).Hears("Quarry supply agreement", "not issued yet");
    }

    [Fact]
    public async Task A_step_back_is_asked_about_and_a_stale_button_or_a_second_press_changes_nothing()
    {
        await using var bot = await SignedContract.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆已到货");
        (await rep.Says("凌云电缆生产中")).Hears("已是“已交付”，要退回到“生产中”吗");
        Assert.Equal(OrderState.Delivered, await State(bot, "CT1"));
        (await rep.Says("是")).Hears("已交付 → **生产中**");
        (await rep.Forges("set_order_state", ("contract", "CT1"), ("order_state", "Accepted"), ("from", "Delivered"))).Hears("订单已是：生产中");
        (await rep.Forges("set_order_state", ("contract", "CT1"), ("order_state", "7"))).Hears("订单进行到哪一步了");
        (await bot.As("刘晨").Forges("set_order_state", ("contract", "CT1"), ("order_state", "Accepted"))).DoesNotHear("已更新");
        (await bot.As("郑文").Forges("set_order_state", ("contract", "CT1"), ("order_state", "Accepted"))).Hears("没有改动");
        Assert.Equal(OrderState.InProduction, await State(bot, "CT1"));
    }

    [Fact]
    public async Task A_yes_to_a_step_back_does_not_take_back_what_came_since()
    {
        await using var bot = await SignedContract.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Forges("set_order_state", ("contract", "CT1"), ("order_state", "Shipped"));
        await rep.Forges("set_order_state", ("contract", "CT1"), ("order_state", "Confirmed"));
        await bot.As("林小雨").Forges("set_order_state", ("contract", "CT1"), ("order_state", "Accepted"));

        await rep.Presses("Yes");

        Assert.Equal(OrderState.Accepted, await State(bot, "CT1"));
        await rep.Forges("set_order_state", ("contract", "CT1"), ("order_state", "Delivered"));
        await rep.Presses("Yes");
        Assert.Equal(OrderState.Delivered, await State(bot, "CT1"));
    }

    private static Task<OrderState> State(TestBot bot, string key) => bot.Look(db => db.Contracts.Where(c => c.Key == key).Select(c => c.OrderState).SingleAsync());
}
