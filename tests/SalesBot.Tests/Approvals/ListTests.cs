using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

public sealed class ListTests
{
    [Fact]
    public async Task Lists_what_waits_for_me_and_opens_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        bot.Clock.Advance(TimeSpan.FromHours(1));
        var legal = bot.As("郑文");

        await legal.Says("待我审批的");
        legal.Hears("待我审批", "2 个", "合同审批 · 凌云电缆能耗", "合同审批 · 东岭阀门MES", "还剩 47 小时", "¥1,450,000");
    }

    [Theory]
    [InlineData("打开凌云能耗那个")]
    [InlineData("看看第一个")]
    public async Task Opening_a_row_by_name_or_place_opens_the_approval(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("提交凌云电缆能耗的合同审批")).Hears("✓");
        var legal = await bot.As("郑文").Says("待我审批的");

        (await legal.Says(said)).Hears("合同审批 · 凌云电缆能耗", "待 郑文 处理");
        (await legal.Says("驳回")).Hears("请说明拒绝的原因");
    }

    [Fact]
    public async Task Who_decides_nothing_sees_what_they_submitted_and_what_became_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        await bot.As("郑文").Presses("拒绝", ("reason", "毛利太低"));
        var rep = bot.As("赵磊").InEnglish();

        await rep.Says("what have I submitted");

        rep.Hears("Submitted by me", "1 approval", "Refused by Wen Zheng");
    }

    [Theory]
    [InlineData("show me what 郑文 has to approve")]
    [InlineData("what's waiting for Wen Zheng?")]
    public async Task Of_another_who_decides_it_shows_what_waits_for_them(string question)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        var manager = bot.As("王芳").InEnglish();
        (await manager.Says(question)).Hears("Waiting for Wen Zheng", "1 approval", "凌云电缆能耗");
        (await manager.Says("what does Min Wu have to approve")).Hears("Nothing is waiting for Min Wu");
    }

    [Fact]
    public async Task Of_the_deal_that_is_spoken_of_it_shows_the_one_that_is_asked_about()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("show 凌云电缆能耗");
        (await rep.Says("is that contract approved yet")).Hears("Contract approval", "凌云电缆能耗", "Waiting for Wen Zheng");
    }

    [Fact]
    public async Task What_is_left_on_the_desk_is_asked_of_the_list_before()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        var legal = await bot.As("郑文").InEnglish().Says("what do I need to sign");
        await legal.Says("first one is fine");
        (await legal.Says("and what's left on my desk?")).Hears("Waiting for my approval", "1 approval");
    }

    [Theory]
    [InlineData("凌云 goes back, no cap on liability")]
    [InlineData("the 凌云 contract, what amount")]
    public async Task Asked_which_to_approve_another_word_on_one_approves_nothing(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        var legal = bot.As("郑文").InEnglish();
        (await legal.Says("approve")).Hears("2 approvals fit");
        (await legal.Says(said)).DoesNotHear("Approved by");
    }

    [Theory]
    [InlineData("zh-CN", "打开第二个")]
    [InlineData("en-US", "open the second one")]
    public async Task Asked_whether_it_was_meant_to_open_another_one_approves_nothing(string locale, string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        var legal = locale == "en-US" ? bot.As("郑文").InEnglish() : bot.As("郑文");
        await legal.Forges("list_approvals");
        await legal.Forges("show_approval", ("approval_id", await bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Key).FirstAsync())));
        await legal.Says("唐小岚");
        await legal.Says(said);
        Assert.Equal(2, await bot.Look(db => db.Approvals.CountAsync(a => a.Status == ApprovalStatus.Pending)));
    }

    [Theory]
    [InlineData("and the 凌云 one is approved")]
    public async Task Whoever_says_that_one_of_the_list_is_approved_approves_it(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        var legal = await bot.As("郑文").InEnglish().Says("what do I need to sign");
        (await legal.Says(said)).Hears("Approved by Wen Zheng", "凌云电缆能耗");
    }

    [Fact]
    public async Task That_of_a_deal_that_is_named_is_shown_whoever_decides_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        var manager = bot.As("王芳");

        (await manager.Says("凌云电缆的合同审批到哪了")).Hears("合同审批 · 凌云电缆能耗", "待 郑文 处理").DoesNotHear("同意");
        (await manager.InEnglish().Says("has legal approved the 凌云电缆能耗 contract yet")).Hears("Contract approval · 凌云电缆能耗", "Waiting for Wen Zheng");
        (await manager.Says("东岭阀门的合同批到哪了")).Hears("东岭阀门", "没有在走的审批");
    }

    [Fact]
    public async Task Nobody_is_told_their_own_name_on_each_row()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));

        (await bot.As("郑文").Says("待我审批的")).Hears("赵磊 提交 · 还剩").DoesNotHear("郑文");
        (await bot.As("赵磊").Says("我提交的审批")).Hears("在 郑文 处 · 还剩").DoesNotHear("赵磊");
    }

    [Fact]
    public async Task An_empty_list_says_so()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("郑文").Says("待我审批的")).Hears("没有等您处理的审批");
    }

    [Fact]
    public async Task A_long_list_is_paged()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            await ManyAsync(bot, db);
        }

        var legal = await bot.As("郑文").Forges("list_approvals");
        legal.Hears("23 个", "第 1/3 页", "合同 00", "合同 09").DoesNotHear("合同 10");

        await legal.Presses("下一页 ›");
        legal.Hears("第 2/3 页", "合同 10", "合同 19").DoesNotHear("合同 09");
    }

    [Fact]
    public async Task Decides_by_sentence_in_both_languages()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("凌云合同提交审批");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));

        var legal = await bot.As("郑文").Says("退回凌云合同 附件缺资质");
        legal.Hears("退回", "附件缺资质");
        var english = await bot.As("郑文").InEnglish().Says("I approve");
        english.Hears("Approved by Wen Zheng", "东岭阀门MES");
    }

    private static async Task ManyAsync(TestBot bot, SalesBot.Data.SalesDb db)
    {
        var (rep, legal) = (await bot.PersonAsync("赵磊"), await bot.PersonAsync("郑文"));
        for (var i = 0; i < 23; i++)
        {
            var at = TestBot.Start.AddMinutes(i);
            var contract = new SalesBot.Contracts.Contract { Key = $"H{i}", Title = $"合同 {i:00}", Amount = 1000 + i, CreatedAt = at };
            var approval = new Approval { Key = $"A{i}", Contract = contract, SubmitterId = rep.Id, SubmittedAt = at, DueAt = at.AddHours(48), CreatedAt = at };
            approval.Approvers.Add(new Approver { Key = $"V{i}", PersonId = legal.Id, AddedAt = at, CreatedAt = at });
            db.Approvals.Add(approval);
        }

        await db.SaveChangesAsync();
    }
}
