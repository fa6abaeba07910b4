using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Tests.Process;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>What may be done with an approval besides deciding it depends on its kind; a forged verb changes nothing and is kept.</summary>
public sealed class KindRuleTests
{
    [Theory]
    [InlineData("hand_on", "只能由指定的人处理，不能转交")]
    [InlineData("withdraw_approval", "由规则发起的评审或核对不能撤回")]
    public async Task AL_02_an_amount_review_is_neither_handed_on_nor_withdrawn(string verb, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "1020000"));
        var who = bot.As(verb == "hand_on" ? "何建国" : "赵磊");

        (await who.Forges(verb, ("approval_id", await Key(bot)), ("person", "P6"))).Hears(answer, "已记录");

        Assert.Equal((ApprovalStatus.Pending, 2, 1), (await Status(bot), await bot.Look(db => db.Approvers.CountAsync()), await Refused(bot, verb)));
    }

    [Theory]
    [InlineData("hand_on", "何建国", "it stays with those who were asked")]
    [InlineData("ask_in", "何建国", "nobody else is asked in")]
    [InlineData("urge_approval", "赵磊", "cannot be urged")]
    [InlineData("withdraw_approval", "赵磊", "cannot be withdrawn")]
    public async Task GV_05_a_split_review_is_left_to_who_was_asked(string verb, string person, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var (name, amount) in new[] { ("包装线一期", "300000"), ("包装线二期", "260000") })
        {
            await bot.As("赵磊").Forges("create_deal", ("customer", "C6"), ("deal_name", name), ("amount", amount), ("close_date", "2026-12-30"));
        }

        (await bot.As(person).InEnglish().Forges(verb, ("approval_id", await Key(bot)), ("person", "P6"))).Hears(answer, "recorded");

        Assert.Equal((ApprovalStatus.Pending, 1), (await Status(bot), await Refused(bot, verb)));
    }

    [Fact]
    public async Task ST_03_a_stage_review_goes_only_to_who_leads_the_deals_owner_and_nobody_is_asked_in()
    {
        await using var bot = await ShippedCompany.StartAsync();
        await bot.HandInAsync("D2", "survey", "刘晨");
        (await bot.As("刘晨").Forges("request_review", ("deal", "D2"), ("kind", "survey"))).Hears("孙丽");
        var (regional, key) = (bot.As("孙丽"), await Key(bot));

        (await regional.Forges("ask_in", ("approval_id", key), ("person", "P1"))).Hears("不能加签", "已记录");
        (await regional.Forges("hand_on", ("approval_id", key), ("person", "P7"))).Hears("吴敏 不能审批这一项");
        (await regional.Forges("hand_on", ("approval_id", key), ("person", "P4"))).Hears("Emma Novak 不能审批这一项");
        (await regional.Forges("hand_on", ("approval_id", key))).Hears("王芳").DoesNotHear("吴敏", "郑文");
        (await regional.Forges("hand_on", ("approval_id", key), ("person", "P1"))).Hears("已转交 王芳 审批");
    }

    [Fact]
    public async Task AP_08_approve_all_with_a_review_slipped_in_leaves_it_and_keeps_the_try()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "1020000"));
        var review = await bot.Look(db => db.Approvals.AsNoTracking().SingleAsync());

        await bot.As("何建国").Forges("approve_all", ("confirm", "true"), ("approvals", $"{review.Key}:{review.ContentHash![..12]}"));

        Assert.Equal((ApprovalStatus.Pending, 1), (await Status(bot), await Refused(bot, "approve_all")));
    }

    private static Task<string> Key(TestBot bot) => bot.Look(db => db.Approvals.Where(a => a.Status == ApprovalStatus.Pending).Select(a => a.Key).SingleAsync());

    private static Task<ApprovalStatus> Status(TestBot bot) => bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync());

    private static Task<int> Refused(TestBot bot, string verb) => bot.Look(db => db.Audit.CountAsync(a => a.Refused && a.Command == verb));
}
