namespace SalesBot.Tests.Language.Filling;

/// <summary>What is to be done stays in the speaker's words: no hole and no rubbish where a day or an order was cut out.</summary>
public class OwnWordsTests
{
    [Theory]
    [InlineData("提醒我下周二把样机图纸给Cobalt Mining", "把样机图纸给Cobalt Mining")]
    [InlineData("周五前先提醒我给Cobalt Mining报价", "给Cobalt Mining报价")]
    [InlineData("周四别忘了提醒我给Cobalt Mining打电话 哎算了 还是周五上午吧 周四我出差", "给Cobalt Mining打电话")]
    [InlineData("remind me to send the draft on Friday to Cobalt Mining", "send the draft to Cobalt Mining")]
    [InlineData("remind me to ring them tomorrow about the deposit", "ring them about the deposit")]
    [InlineData("give Liv until friday on the cost sheet", "cost sheet")]
    [InlineData("if Cobalt Mining doesn't reply by Friday remind me to drop it", "if Cobalt Mining doesn't reply drop it")]
    [InlineData("要是Cobalt Mining周五前还不回 提醒我把它关掉", "要是Cobalt Mining 还不回 把它关掉")]
    [InlineData("remind me on Thursday to ring Cobalt Mining, no wait, make it Friday morning, Thursday I'm in court", "ring Cobalt Mining")]
    public void Keeps_a_deed_whole(string text, string content) => Assert.Equal(content, SmallCompany.Read(text).Slots.Text("content"));

    [Theory]
    [InlineData("周四别忘了提醒我给Cobalt Mining打电话 哎算了 还是周五上午吧 周四我出差", "2026-03-13 09:00")]
    [InlineData("remind me on Thursday to ring Cobalt Mining, no wait, make it Friday morning, Thursday I'm in court", "2026-03-13 09:00")]
    public void Takes_the_second_day(string text, string moment) => Assert.Equal(moment, $"{SmallCompany.Read(text).Slots.Text("date")} {SmallCompany.Read(text).Slots.Text("time")}");

    [Theory]
    [InlineData("今天见了Cobalt Mining 嫌贵 让我们周五前重新出一版", "重新出一版")]
    [InlineData("跟Cobalt Mining开了会 聊接口 我下周一把文档发他", "把文档发他")]
    [InlineData("called Cobalt Mining, legal wants net 45, told them I'd come back by end of Tuesday", "come back")]
    [InlineData("met Cobalt Mining, she wants me to resend the draft on Friday", "resend the draft")]
    public void Keeps_a_step_whole(string text, string step) => Assert.Equal(step, SmallCompany.Read(text).Slots.Text("next_step"));

    [Theory]
    [InlineData(null)]
    [InlineData("next_step")]
    public void A_reminder_with_a_condition_is_of_the_customer_it_names(string? asked)
    {
        var focus = new SalesBot.Language.Focus { Deal = "d1", Customer = "c1", Asked = asked, Pending = asked is null ? null : "log_followup", Optional = asked is not null, Filled = new SalesBot.Language.Slots { ["customer"] = "c1" } };
        var frame = SmallCompany.Read("if Cobalt Mining doesn't reply by Friday remind me to drop it", focus);
        Assert.Equal(("add_task", "c2", "2026-03-13"), (frame.Intent, frame.Ref("customer"), frame.Slots.Text("date")));
    }

    [Fact]
    public void What_is_only_supposed_is_still_no_order() => Assert.Equal("unknown", SmallCompany.Read("if Cobalt Mining signs remind me to send flowers").Intent);
}
