using Microsoft.EntityFrameworkCore;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Process;

/// <summary>What a stage asks for and says (ST-09), changed by a sentence.</summary>
public sealed class EditStageTests
{
    [Theory]
    [InlineData("改一下需求确认的行动标准：三天内完成现场调研", false, "三天内完成现场调研")]
    [InlineData("把需求确认的行动标准改成三天内完成现场调研", false, "三天内完成现场调研")]
    [InlineData("change the standard of qualify to: site survey within three days", true, "site survey within three days")]
    [InlineData("set qualify's standard to site survey within three days", true, "site survey within three days")]
    public async Task ST_09_a_standard_is_written_anew(string said, bool english, string text)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var admin = english ? bot.As("管理员").InEnglish() : bot.As("管理员");
        await admin.Says(said);
        await admin.Says(english ? "too slow" : "太慢了");
        admin.Hears("→ " + text);
        await admin.Presses(english ? "Yes" : "确认");

        var stage = (await ProcessOf(bot)).Find("qualify")!;
        Assert.Equal(text, english ? stage.Standard!.En : stage.Standard!.Zh);
        (await admin.Says(english ? "explain qualify" : "需求确认的说明")).Hears(text);
        Assert.NotNull(english ? stage.Standard.Zh : stage.Standard.En);
    }

    [Theory]
    [InlineData("需求确认的输出物改为调研报告和需求清单", "output", "调研报告和需求清单")]
    [InlineData("需求确认的关键动作：走访现场，记录需求", "actions", "走访现场，记录需求")]
    [InlineData("change the output of qualify to a survey report", "output", "a survey report")]
    [InlineData("set the key actions of qualify to visit the site", "actions", "visit the site")]
    public async Task ST_09_output_and_key_actions_too(string said, string part, string text)
    {
        await using var bot = await ShippedCompany.StartAsync();
        await EditAsync(bot, said);
        var stage = (await ProcessOf(bot)).Find("qualify")!;
        var now = part == "output" ? stage.Output! : stage.KeyActions!;
        Assert.Contains(text, new[] { now.En, now.Zh }, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("商务谈判的责任人改成区域经理", Role.RegionalManager)]
    [InlineData("商务谈判以后由销售总监负责", Role.Director)]
    [InlineData("make legal responsible for negotiation", Role.Legal)]
    [InlineData("change the responsible role of negotiation to regional manager", Role.RegionalManager)]
    [InlineData("商务谈判的责任人改成商机负责人", null)]
    internal async Task ST_09_another_role_answers_for_a_stage(string said, Role? role)
    {
        await using var bot = await ShippedCompany.StartAsync();
        await EditAsync(bot, said);
        Assert.Equal(role, (await ProcessOf(bot)).Find("negotiation")!.Responsible);
    }

    [Theory]
    [InlineData("方案提交还需要首次电话记录", "proposal", "first_call", true)]
    [InlineData("proposal also needs a first call", "proposal", "first_call", true)]
    [InlineData("add a meeting to the conditions of qualify", "qualify", "meeting", true)]
    [InlineData("方案提交的条件里加一条：联系人", "proposal", "contact", true)]
    [InlineData("需求确认不再需要调研表评审", "qualify", "review:survey", false)]
    [InlineData("线索获取不再需要客户预算", "lead", "amount", false)]
    [InlineData("contact no longer needs a meeting", "contact", "meeting", false)]
    [InlineData("remove the meeting from the conditions of contact", "contact", "meeting", false)]
    public async Task ST_02_a_condition_is_added_or_taken_away_by_a_sentence(string said, string stage, string need, bool there)
    {
        await using var bot = await ShippedCompany.StartAsync();
        await EditAsync(bot, said);
        Assert.Equal(there, (await ProcessOf(bot)).Find(stage)!.Needs.Contains(need, StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_a_paper_goes_its_review()
    {
        await using var bot = await ShippedCompany.StartAsync();
        await EditAsync(bot, "需求确认不再需要调研表");
        Assert.Empty((await ProcessOf(bot)).Find("qualify")!.Needs);
    }

    [Theory]
    [InlineData("方案提交不再需要客户预算", "流程已经是这样")]
    [InlineData("商务谈判的责任人改成门卫", "没有“门卫”这个角色")]
    [InlineData("需求确认的评审方式改成随缘", "“随缘”")]
    public async Task What_changes_nothing_or_cannot_be_is_said(string said, string answer)
    {
        await using var bot = await ShippedCompany.StartAsync();
        (await bot.As("管理员").Says(said)).Hears(answer);
        Assert.False(await bot.Look(db => db.Definitions.AnyAsync()));
    }

    [Theory]
    [InlineData("需求确认的评审方式改成自动通过，事后抽查", ReviewMode.SpotCheck)]
    [InlineData("set the review of qualify to spot checks", ReviewMode.SpotCheck)]
    internal async Task AP_07_the_way_of_review_is_switched(string said, ReviewMode mode)
    {
        await using var bot = await ShippedCompany.StartAsync();
        await EditAsync(bot, said);
        Assert.Equal(mode, (await ProcessOf(bot)).Find("qualify")!.Review);
    }

    [Fact]
    public async Task Buttons_of_a_stage_ask_for_the_same()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var admin = bot.As("管理员");
        await admin.Forges("show_process", ("stage", "qualify"));
        await admin.Presses("改责任人");
        admin.Hears("✓ 销售", "○ 法务", "○ 商机负责人");
        await admin.Presses("○ 法务");
        await admin.Says("法务主导");
        await admin.Presses("确认");
        Assert.Equal(Role.Legal, (await ProcessOf(bot)).Find("qualify")!.Responsible);

        await admin.Forges("show_process", ("stage", "qualify"));
        await admin.Presses("改行动标准");
        await admin.Says("两天内完成");
        await admin.Says("提速");
        admin.Hears("→ 两天内完成", "提速");
    }

    [Theory]
    [InlineData("需求确认的行动标准改成随便")]
    [InlineData("方案提交还需要首次电话记录")]
    public async Task Nobody_but_an_admin_changes_them(string said)
    {
        await using var bot = await ShippedCompany.StartAsync();
        (await bot.As("王芳").Says(said)).DoesNotHear("为什么修改流程");
        Assert.True(await bot.Look(db => db.Audit.AnyAsync(a => a.Refused)));
    }

    private static async Task EditAsync(TestBot bot, string said)
    {
        var admin = bot.As("管理员");
        await admin.Says(said);
        admin.Hears("为什么修改流程");
        await admin.Says("试行");
        await admin.Presses("确认");
        admin.Hears("第 1 版已生效");
    }

    private static Task<SalesProcess> ProcessOf(TestBot bot) => bot.Look(db => SalesProcess.LoadAsync(db, CancellationToken.None));
}
