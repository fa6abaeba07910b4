using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Documents;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Process;

namespace SalesBot.Tests.Documents;

/// <summary>How many documents are looked at afterwards (AP-07), said in a sentence.</summary>
public sealed class ReviewRateTests
{
    [Theory]
    [InlineData("20%", 20)]
    [InlineData("0", 0)]
    [InlineData("100%", 100)]
    [InlineData("一成", 10)]
    [InlineData("百分之三十", 30)]
    [InlineData("1 in 4", 25)]
    [InlineData("one in ten", 10)]
    [InlineData("half", 50)]
    [InlineData("一半", 50)]
    [InlineData("all", 100)]
    [InlineData("全部", 100)]
    [InlineData("none", 0)]
    [InlineData("thirty percent", 30)]
    [InlineData("120%", null)]
    [InlineData("-5", null)]
    [InlineData("12.5%", null)]
    [InlineData("0.2", null)]
    [InlineData("1/5", 20)]
    [InlineData("a few", null)]
    [InlineData("", null)]
    public void A_share_is_whole_percents_from_none_to_all(string said, int? rate) => Assert.Equal(rate, SetReviewRate.Read(said));

    [Theory]
    [InlineData("方案抽查一成", "方案：此前事后抽查 20%，从现在起事后抽查 10%", 10, false)]
    [InlineData("抽查30%的方案", "从现在起事后抽查 30%", 30, false)]
    [InlineData("方案抽查比例改成0", "从现在起事后不抽查", 0, false)]
    [InlineData("方案全部抽查", "从现在起事后全部抽查", 100, false)]
    [InlineData("方案以后不抽查了", "从现在起事后不抽查", 0, false)]
    [InlineData("sample 40% of proposals", "from now on 40 in a hundred are looked at afterwards", 40, true)]
    [InlineData("set the spot check rate of proposals to 0%", "from now on none is looked at afterwards", 0, true)]
    [InlineData("spot check all of the proposals", "from now on every one is looked at afterwards", 100, true)]
    public async Task AP_07_the_director_says_how_many_are_looked_at(string said, string answer, int rate, bool english)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var director = english ? bot.As("何建国").InEnglish() : bot.As("何建国");

        (await director.Says(said)).Hears(answer);

        Assert.Contains($"\"rate\":{rate},", await bot.Look(db => db.Definitions.Where(d => d.Name == "review_modes").Select(d => d.Content).SingleAsync()), StringComparison.Ordinal);
        (await director.Says(said)).Hears(english ? "like that already" : "已经如此");
    }

    [Theory]
    [InlineData("方案抽查120%", false)]
    [InlineData("sample -5% of proposals", true)]
    [InlineData("sample a few of the proposals", true)]
    public async Task Bad_shares_are_asked_again_and_change_nothing(string said, bool english)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var director = english ? bot.As("何建国").InEnglish() : bot.As("何建国");
        (await director.Says(said)).Hears(english ? "is no share from 0 %" : "不是 0%");
        Assert.False(await bot.Look(db => db.Definitions.AnyAsync()));

        await director.Says("25%");
        director.Hears(english ? "25 in a hundred" : "抽查 25%");
    }

    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task AP_07_none_draws_none_and_all_draws_each(Store store)
    {
        await using var bot = await ShippedCompany.StartAsync(store);
        var (director, rep) = (bot.As("何建国"), bot.As("赵磊"));
        await director.Says("方案抽查比例改成0");
        (await rep.Sends("东岭阀门的方案", Papers.Pdf("1.pdf", "1"))).Hears("已自动通过，本次未抽中：事后不抽查");
        await director.Says("方案全部抽查");
        (await rep.Sends("百川水务的方案", Papers.Pdf("2.pdf", "2"))).Hears("被抽中事后抽查");

        var passed = await bot.Look(db => db.Approvals.Where(a => a.Kind == ApprovalKind.StageReview).OrderBy(a => a.Id).Select(a => a.Key).ToListAsync());
        (await director.Forges("show_approval", ("approval_id", passed[0]))).Hears("自动通过，未抽中：抽签值", "不低于 0.00").DoesNotHear("auto_pass");
        (await bot.As("孙丽").InEnglish().Forges("show_approval", ("approval_id", passed[1]))).Hears("Passed at once, drawn", "is below 1.00").DoesNotHear("auto_pass");
    }

    [Theory]
    [InlineData("sample 20% of surveys", true)]
    [InlineData("调研表抽查一成", false)]
    public async Task AP_07_what_the_process_reviews_beforehand_is_not_sampled_and_an_admin_may_change_that(string said, bool english)
    {
        await using var bot = await ShippedCompany.StartAsync();
        (await (english ? bot.As("何建国").InEnglish() : bot.As("何建国")).Says(said)).Hears(english ? "the process has every one reviewed" : "流程规定须先评审").DoesNotHear("修改流程：", "Change the process");
        var admin = english ? bot.As("管理员").InEnglish() : bot.As("管理员");
        await admin.Says(said);
        await admin.Presses(english ? "Change the process: pass at once, with spot checks" : "修改流程：自动通过，事后抽查");
        await admin.Says(english ? "faster" : "提速");
        await admin.Presses(english ? "Yes" : "确认");

        (await admin.Says(said)).Hears(english ? "like that already" : "从现在起事后抽查 10%");
        (await bot.As("赵磊").Sends("东岭阀门的调研表", Papers.Pdf("s.pdf"))).Hears("已自动通过");
    }

    [Fact]
    public async Task A_kind_that_must_be_reviewed_is_not_let_pass_by_a_switch()
    {
        await using var bot = await ShippedCompany.StartAsync();
        (await bot.As("何建国").Forges("set_review_mode", ("kind", "survey"), ("mode", "auto_pass"))).Hears("流程规定须先评审");
        Assert.False(await bot.Look(db => db.Definitions.AnyAsync()));
    }

    [Fact]
    public async Task Who_leads_some_people_only_sets_no_rate_for_everybody()
    {
        await using var bot = await ShippedCompany.StartAsync();
        (await bot.As("王芳").Says("方案抽查一成")).Hears("只有相关人员的上级");
        (await bot.As("赵磊").Says("方案抽查一成")).DoesNotHear("从现在起");
        Assert.Equal((2, false), (await bot.Look(db => db.Audit.CountAsync(a => a.Refused)), await bot.Look(db => db.Definitions.AnyAsync())));
    }
}
