using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Urging those who have it (AP-06): once a day, merged, with who has it since when.</summary>
public sealed class UrgeTests
{
    [Theory]
    [InlineData("催一下审批", "zh-CN", "已催 郑文", "3月11日 周三 10:00 起在其处", "还剩 48 小时")]
    [InlineData("chase the approval", "en-US", "Wen Zheng was urged", "there since Wed 11 Mar 10:00", "48 hours left")]
    public async Task AP_06_the_submitter_urges_and_reads_who_has_it_since_when(string said, string locale, params string[] parts)
    {
        await using var bot = await SubmittedAsync();
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        (await rep.Says(said)).Hears(parts);

        await bot.As("郑文").IsTold("赵磊 请您尽快处理“凌云电缆能耗”", "批准");
    }

    [Fact]
    public async Task AP_06_once_a_day_is_enough()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("赵磊").Says("催一下审批");

        (await bot.As("赵磊").Says("催一下审批")).Hears("每天一次即可", "郑文");
        await bot.DeliverAsync();
        Assert.Single(await bot.As("郑文").SeenAsync(), h => h.Text.Contains("请您尽快处理", StringComparison.Ordinal));

        bot.Clock.Advance(TimeSpan.FromHours(24));
        (await bot.As("赵磊").Says("催一下审批")).Hears("已催 郑文");
    }

    [Fact]
    public async Task AP_06_several_are_one_message_to_each_holder()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));

        (await bot.As("赵磊").Says("催一下我的审批")).Hears("凌云电缆能耗", "东岭阀门MES");

        await bot.As("郑文").IsTold("赵磊 请您尽快处理 2 个审批", "凌云电缆能耗", "东岭阀门MES");
    }

    [Fact]
    public async Task AP_06_the_manager_may_urge_too_and_by_the_button_the_submitter()
    {
        await using var bot = await SubmittedAsync();

        (await bot.As("王芳").Says("催一下凌云电缆能耗的审批")).Hears("已催 郑文");
        await bot.As("郑文").IsTold("王芳 请您尽快处理");
        var rep = await bot.As("赵磊").Forges("list_approvals", ("scope", "submitted_by_me"), ("deal", "D3"));
        (await rep.Presses("催一下")).Hears("每天一次即可");
    }

    [Fact]
    public async Task AP_06_in_the_night_the_word_waits_for_the_morning()
    {
        await using var bot = await SubmittedAsync();
        bot.Clock.Advance(TimeSpan.FromHours(12));

        await bot.As("赵磊").Says("催一下审批");
        await bot.DeliverAsync();
        Assert.DoesNotContain(await bot.As("郑文").SeenAsync(), h => h.Text.Contains("请您尽快", StringComparison.Ordinal));

        bot.Clock.Set(new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.FromHours(8)));
        await bot.As("郑文").IsTold("请您尽快处理");
    }

    [Theory]
    [InlineData("刘晨")]
    [InlineData("郑文")]
    [InlineData("Kevin Doyle")]
    public async Task Nobody_urges_themselves_nor_about_what_they_may_not_see(string name)
    {
        await using var bot = await SubmittedAsync();
        var key = await bot.Look(db => db.Approvals.Select(a => a.Key).SingleAsync());

        await bot.As(name).Forges("urge_approval", ("approval_id", key));

        Assert.Null(await bot.Look(db => db.Approvals.Select(a => a.UrgedAt).SingleAsync()));
    }

    [Fact]
    public async Task With_nothing_waiting_nobody_is_urged()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says("催一下审批")).Hears("没有在等别人处理的审批");
    }

    private static async Task<TestBot> SubmittedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        return bot;
    }

    [Theory]
    [InlineData("催一下", "zh-CN", "已催 郑文：“凌云电缆能耗”")]
    [InlineData("chase it", "en-US", "Wen Zheng was urged: “凌云电缆能耗”")]
    [InlineData("chase Wen about the 凌云电缆 contract", "en-US", "Wen Zheng was urged: “凌云电缆能耗”")]
    public async Task AP_06_a_bare_word_urges_about_what_is_in_view(string said, string locale, string urged)
    {
        await using var bot = await SubmittedAsync();
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D1"));
        await rep.Forges("show_deal", ("deal", "D3"));
        await rep.Forges("show_approval", ("approval_id", await bot.Look(db => db.Approvals.Where(a => a.Deal!.Key == "D3").Select(a => a.Key).SingleAsync())));

        (await rep.Says(said)).Hears(urged).DoesNotHear("东岭阀门MES");
    }

    [Theory]
    [InlineData("催一下", "zh-CN")]
    [InlineData("chase it", "en-US")]
    public async Task AP_06_with_several_and_none_in_view_it_is_asked_which(string said, string locale)
    {
        await using var bot = await SubmittedAsync();
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D1"));
        await bot.Look(db => db.References.ExecuteUpdateAsync(s => s.SetProperty(r => r.Focus, (string?)null)));

        (await rep.Says(said)).Hears("凌云电缆能耗", "东岭阀门MES", "2").DoesNotHear("已催", "was urged");
    }
}
