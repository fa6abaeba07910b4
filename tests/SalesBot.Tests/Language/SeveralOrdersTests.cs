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
    public void Hears_every_order(string text, string intents) => Assert.Equal(intents, Intents(text));

    [Theory]
    [InlineData("Cobalt Robotics is ours!! final figure 226,500", "win_deal")]
    [InlineData("Cobalt Robotics拿下了 最后做到158万", "win_deal")]
    [InlineData("Cobalt Robotics: instead of the 185 now 172 thousand", "update_amount")]
    [InlineData("新建任务：3月20日给Cobalt Robotics送样机", "add_task")]
    [InlineData("met Cobalt Robotics yesterday, they want to move it to 90k and asked for a visit on Friday", "log_followup")]
    public void Hears_one_order_in_many_words(string text, string intent) => Assert.Equal(intent, Intents(text));

    private static string Intents(string text)
    {
        var frame = SmallCompany.Read(text);
        return string.Join(' ', new[] { frame }.Concat(frame.Also).Select(order => order.Intent));
    }
}
