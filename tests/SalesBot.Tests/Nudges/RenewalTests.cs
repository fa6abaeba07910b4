using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

public sealed class RenewalTests
{
    [Fact]
    public async Task What_people_were_told_is_shown_in_the_language_that_they_read_now()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("你好");
        await bot.As("郑文").Says("你好");
        await AddAsync(bot, ("W1", "Call the auditor"), ("W2", "Send the samples"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.PassAsync(TimeSpan.FromDays(7));
        await bot.ScanAsync();
        await bot.TellAsync();
        await bot.As("赵磊").IsTold("有 2 条待办已逾期", "Call the auditor");
        await bot.As("赵磊").IsTold("2 个商机停滞");
        await bot.As("赵磊").Forges("complete_task", ("task", "W2"));

        await SwitchAsync(bot, "en");

        await bot.As("赵磊").IsTold("1 to-do is overdue", "Call the auditor");
        await bot.As("赵磊").IsTold("2 deals");
        await bot.As("郑文").IsTold("Contract approval · 凌云电缆能耗");
        Assert.DoesNotContain(await bot.As("赵磊").SeenAsync(), h => h.Text.Contains("已逾期", StringComparison.Ordinal) || h.Text.Contains("停滞", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_nudge_that_was_cleared_stays_as_it_was_said()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("你好");
        await AddAsync(bot, ("W1", "Call the auditor"));
        await bot.ScanAsync();
        await bot.TellAsync();
        await bot.As("赵磊").Forges("complete_task", ("task", "W1"));

        await SwitchAsync(bot, "en");

        await bot.As("赵磊").IsTold("今天有 1 条待办到期", "Call the auditor");
    }

    [Fact]
    public async Task A_line_of_a_digest_that_was_dealt_with_is_shown_as_done_and_its_card_is_renewed_once()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("你好");
        await AddAsync(bot, ("W1", "Call the auditor"), ("W2", "Send the samples"));
        await bot.StandStillAsync(9, "D1");
        await bot.RoundAsync();
        await rep.IsTold("3 件事等您处理", "Call the auditor", "东岭阀门MES");

        await rep.Forges("complete_task", ("task", "W1"));
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        await bot.TellAsync();
        await bot.DeliverAsync();

        await rep.IsTold("2 件事等您处理", "Send the samples", "✓ Call the auditor", "已处理");
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("3 件事等您处理", StringComparison.Ordinal));
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        await bot.RoundAsync();
        await rep.Says("东岭阀门MES金额改成80万");
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        await bot.RoundAsync();
        Assert.Equal(1, await bot.Look(db => db.Outbox.CountAsync(o => o.Subject!.StartsWith("digest:") && o.UpdatesActivityId != null)));
    }

    [Fact]
    public async Task A_digest_of_which_all_is_done_says_so_also_when_a_sentence_did_it()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("你好");
        await AddAsync(bot, ("W1", "给百川寄样本"), ("W2", "给凌云打电话"));
        await bot.RoundAsync();
        await rep.IsTold("今天有 2 条待办到期");

        await rep.Says("寄样本做完了");
        await rep.Presses("给百川寄样本");
        await rep.Forges("complete_task", ("task", "W2"));
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        await bot.TellAsync();
        await bot.DeliverAsync();

        await rep.IsTold("待办到期：已处理", "✓ 给百川寄样本", "✓ 给凌云打电话");
    }

    [Fact]
    public async Task A_digest_of_a_monday_keeps_its_week_in_the_other_language()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("你好");
        await bot.As("王芳").Says("你好");
        await bot.PassAsync(TimeSpan.FromDays(5));
        await AddAsync(bot, ("W1", "Call the auditor"));
        await bot.RoundAsync();
        await bot.As("赵磊").IsTold("3月16日 周一", "您的上一周", "Call the auditor");

        await SwitchAsync(bot, "en");

        await bot.As("赵磊").IsTold("Your last week", "Call the auditor");
        Assert.DoesNotContain(await bot.As("赵磊").SeenAsync(), h => h.Text.Contains("您的上一周", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.As("王芳").SeenAsync(), h => h.Text.Contains("新的一周", StringComparison.Ordinal));
    }

    private static async Task AddAsync(TestBot bot, params (string Key, string Title)[] todos)
    {
        await using var db = bot.Open();
        var owner = await db.People.FirstAsync(p => p.Name == "赵磊");
        db.AddRange(todos.Select(t => new Todo { Key = t.Key, Owner = owner, Title = t.Title, DueOn = new DateOnly(2026, 3, 11), CreatedAt = TestBot.Start.AddDays(-1) }));
        await db.SaveChangesAsync();
    }

    private static async Task SwitchAsync(TestBot bot, string locale)
    {
        await bot.DeliverAsync();
        await using var db = bot.Open();
        await db.References.ExecuteUpdateAsync(r => r.SetProperty(x => x.Locale, locale));
        await bot.Get<Renewal>().RunAsync(db, await OrgChart.LoadAsync(db, CancellationToken.None), bot.Clock.Now, CancellationToken.None);
        await db.SaveChangesAsync();
        await bot.DeliverAsync();
    }
}
