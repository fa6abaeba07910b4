using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Right after an act a refusal takes it back; what is no refusal leaves it, and a correction is one act with one receipt.</summary>
public sealed class SecondThoughtsTests
{
    [Theory]
    [InlineData("算了别改了")]
    [InlineData("no")]
    [InlineData("eh no leave it")]
    [InlineData("先别 我再问问他们")]
    [InlineData("唔使喇 我自己搞")]
    [InlineData("nah, scrap that")]
    [InlineData("scrub that")]
    [InlineData("算啦 佢哋未定")]
    [InlineData("还是按原价吧")]
    [InlineData("不调了，照舊")]
    [InlineData("keep the old price")]
    [InlineData("不弄了，他们好像跟凌云是一家的，我先打听打听")]
    [InlineData("不弄了，他们好像是一家的")]
    [InlineData("no no, Chen will be cross, leave it")]
    [InlineData("nee, let it rest")]
    public async Task A_refusal_right_after_an_act_takes_it_back(string refusal)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成90万");
        rep.Hears("金额已修改");
        await rep.Says(refusal);
        rep.Hears("已撤销", "东岭阀门");
    }

    [Theory]
    [InlineData("mm actually keep it open, I'll call her first")]
    [InlineData("先留着 我再打个电话")]
    public async Task What_was_lost_is_kept_open_after_all(string thought)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门MES丢了 他们没预算")).Hears("丢单");
        (await rep.Says(thought)).Hears("已撤销", "东岭阀门");
    }

    [Fact]
    public async Task What_was_not_understood_in_between_leaves_the_act_the_last_one()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("Quarry Stone EMS a month later");
        await rep.Says("hmm, not sure, what would that do to the weather");
        (await rep.Says("scrap that")).Hears("Undone", "Mon 15 Jun → **Fri 15 May**");
    }

    [Theory]
    [InlineData("要是他们不肯就算了")]
    [InlineData("算了吗")]
    public async Task What_is_supposed_or_asked_takes_nothing_back(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成90万");
        await rep.Says(text);
        rep.DoesNotHear("已撤销");
    }

    [Fact]
    public async Task That_will_do_is_offered_the_way_back_and_no_more()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成90万");
        await rep.Says("先这样");
        rep.Hears("已经生效").DoesNotHear("已撤销");
        await rep.Presses("撤销");
        rep.Hears("已撤销");
    }

    [Fact]
    public async Task A_light_question_takes_a_no_before_the_act_does()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("刚拜访完东岭阀门 方案认可了");
        rep.Hears("跟进已记录", "下一步做什么");
        await rep.Says("不用");
        rep.DoesNotHear("已撤销");
        await rep.Says("刚拜访完东岭阀门 还要再看一版");
        await rep.Says("算了 这个不用记了");
        rep.Hears("已撤销");
    }

    [Fact]
    public async Task A_correction_is_one_act_and_undone_back_to_the_beginning()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成90万");
        await rep.Says("不对 是95万");
        rep.Hears("已更正", "¥950,000").DoesNotHear("已撤销", "¥900,000");
    }
}
