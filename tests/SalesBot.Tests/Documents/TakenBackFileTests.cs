using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Documents;

/// <summary>“撤销” right after a file came means the file, with the question what it is for, and never an older act.</summary>
public sealed class TakenBackFileTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_that_was_only_received_is_taken_back_with_its_question_and_nothing_else_is(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES金额改成70万");
        (await rep.Sends(null, Papers.Pdf("扫描件.pdf"))).Hears("扫描件.pdf");

        (await rep.Says("撤销")).Hears("已撤销", "扫描件.pdf", "归档问题也一并取消").DoesNotHear("接着刚才", "¥700,000");
        Assert.Equal((0, 700_000m), await StateAsync(bot));

        (await rep.Says("东岭阀门MES")).DoesNotHear("文件已归档", "归为哪一类");
        Assert.Equal((0, 700_000m), await StateAsync(bot));
    }

    [Theory]
    [InlineData("undo")]
    [InlineData("take that back")]
    public async Task The_same_in_English_also_after_the_deal_was_said_and_the_kind_is_asked(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("change 东岭阀门MES amount to 700k");
        await rep.Sends("for 东岭阀门MES", Papers.Pdf("scan.pdf"));
        Assert.Equal((1, 700_000m), await StateAsync(bot));

        (await rep.Says(said)).Hears("scan.pdf", "The file is taken back, and so is the question");

        Assert.Equal((0, 700_000m), await StateAsync(bot));
    }

    [Fact]
    public async Task What_was_placed_is_undone_as_any_other_act_and_what_was_done_after_the_file_came_is_undone_first()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Sends(null, Papers.Pdf("一.pdf"));
        (await rep.Forges("update_amount", ("deal", "D3"), ("amount", "1500000"))).Hears("金额已修改");
        (await rep.Says("撤销")).Hears("已撤销", "¥1,450,000");
        Assert.Equal(1, (await StateAsync(bot)).Files);

        await rep.Says("取消");
        await rep.Sends("这是东岭阀门的调研表", Papers.Pdf("二.pdf", "2"));
        (await rep.Says("撤销")).Hears("已撤销").DoesNotHear("归档问题");
    }

    private static Task<(int Files, decimal? Amount)> StateAsync(TestBot bot) =>
        bot.Look(async db => (await db.Documents.CountAsync(), await db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).SingleAsync()));
}
