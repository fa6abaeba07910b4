namespace SalesBot.Tests.Language;

/// <summary>Who orders several things in one breath gets them all, and one order that says much stays one.</summary>
public class SeveralOrdersTests
{
    [Theory]
    [InlineData("Cobalt Robotics改成80万，月底签，合同也提交审批", "update_amount update_close_date submit_contract")]
    [InlineData("Cobalt Robotics to proposal and er make it 90k", "move_stage update_amount")]
    [InlineData("Cobalt Robotics:\n- to negotiation\n- make it 160k\n- remind me Thursday to send the draft", "move_stage update_amount add_task")]
    [InlineData("Cobalt Robotics went to a competitor. And remind me on 1 September to ask them again", "lose_deal add_task")]
    [InlineData("提醒我两件事 明天给Cobalt Robotics寄色卡 周五催Cobalt Mining的款", "add_task add_task")]
    [InlineData("Cobalt Robotics 推到谈判，下一步 下周四 送图纸", "move_stage set_next_step")]
    [InlineData("Cobalt Robotics那单黄了，另外再看下我还有几个单", "lose_deal query_deals")]
    [InlineData("Cobalt Robotics is won? Cobalt Robotics to negotiation", "show_deal move_stage")]
    [InlineData("Cobalt Robotics came in, won at 62k. remind me Monday to send flowers", "win_deal add_task")]
    [InlineData("met Cobalt Robotics today, they liked the pilot, so please move that to negotiation", "log_followup move_stage")]
    public void Hears_every_order(string text, string intents) => Assert.Equal(intents, Intents(text));

    [Theory]
    [InlineData("Cobalt Robotics is ours!! final figure 226,500", "win_deal")]
    [InlineData("Cobalt Robotics拿下了 最后做到158万", "win_deal")]
    [InlineData("Cobalt Robotics: instead of the 185 now 172 thousand", "update_amount")]
    [InlineData("新建任务：3月20日给Cobalt Robotics送样机", "add_task")]
    [InlineData("met Cobalt Robotics yesterday, they want to move it to 90k and asked for a visit on Friday", "log_followup")]
    [InlineData("I'm away until the 20th, Liv Berg decides my approvals", "delegate_approval")]
    [InlineData("Cobalt Robotics打九五折，报价送审", "submit_quote")]
    [InlineData("Cobalt Robotics合同弄好了 麻烦帮我提上去审", "submit_contract")]
    [InlineData("Demo for Cobalt Robotics yesterday. They liked the vision part, less so the price", "log_followup")]
    [InlineData("给Liv Berg派个活：周五前把Cobalt Robotics的报价改好", "add_task")]
    [InlineData("挂Liv Berg名下 给Cobalt Robotics建个单 三十万 五一后签", "create_deal")]
    [InlineData("Cobalt Mining is free, right? I'll take it", "claim_customer")]
    public void Hears_one_order_in_many_words(string text, string intent) => Assert.Equal(intent, Intents(text));

    private static string Intents(string text)
    {
        var frame = SmallCompany.Read(text);
        return string.Join(' ', new[] { frame }.Concat(frame.Also).Select(order => order.Intent));
    }
}
