using Microsoft.EntityFrameworkCore;
using SalesBot.Reports.Export;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Reports;

/// <summary>"Give me that as a file": what is prepared, for whom, and what is refused.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task AP_12_a_rep_gets_a_link_to_the_own_deals_and_no_row_of_others()
    {
        await using var bot = await TestBot.StartAsync();
        var talk = bot.As("赵磊");
        (await talk.Says("把我的商机导出成csv")).Hears("导出：商机", "3 行 · CSV", "下载", "11:00");
        var prepared = await bot.Look(db => db.PreparedExports.SingleAsync());
        Assert.Contains("http://127.0.0.1:3978/export/" + prepared.Token, talk.LastMessages[0].Reply.Text, StringComparison.Ordinal);
        Assert.Equal(TestBot.Start.AddHours(1), prepared.ExpiresAt);

        (await talk.Says("导出全部商机")).Hears("3 行 · Excel");
        (await talk.Forges("export", ("what", "deals"), ("owner", "P3"))).Hears("刘晨").DoesNotHear("下载");
        (await bot.As("何建国").Says("导出全部商机")).Hears("5 行 · Excel");
    }

    [Fact]
    public async Task AP_12_every_kind_is_prepared_for_who_may_have_it_in_both_languages()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("明天下午三点提醒我给凌云电缆发报价");
        (await bot.As("赵磊").Says("把我的待办导出来")).Hears("导出：待办", "1 行");
        (await bot.As("赵磊").InEnglish().Says("export my pipeline to excel")).Hears("Export: Pipeline", "Excel", "Download");
        foreach (var kind in ExportKind.All)
        {
            var talk = bot.As("管理员");
            (await talk.Forges("export", ("what", kind.Name))).DoesNotHear("错误");
            Assert.Contains("导出", talk.Last, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("导出文件清单", "导出：文件清单", false)]
    [InlineData("export the document list", "Export: Documents", true)]
    public async Task Documents_are_exported_as_a_list_of_what_one_may_see(string said, string title, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Sends("东岭阀门的调研表", SalesBot.Tests.Documents.Papers.Pdf("调研表.pdf"));
        await bot.As("刘晨").Sends("东岭泵业的调研表", SalesBot.Tests.Documents.Papers.Pdf("别人.pdf", "2"));
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        (await rep.Says(said)).Hears(title, english ? "1 row" : "1 行");
    }

    [Fact]
    public async Task The_audit_trail_is_for_admins_and_asking_for_it_is_noted()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("何建国").Says("导出操作日志")).Hears("审计日志", "权限").DoesNotHear("下载");
        Assert.True(await bot.Look(db => db.Audit.AnyAsync(a => a.Refused && a.Command == "export")));
        Assert.False(await bot.Look(db => db.PreparedExports.AnyAsync()));
        (await bot.As("管理员").Says("导出操作日志")).Hears("导出：审计日志");
    }

    [Fact]
    public async Task What_is_not_said_is_asked_and_what_is_not_there_is_said()
    {
        await using var bot = await TestBot.StartAsync();
        var talk = bot.As("Kevin Doyle").InEnglish();
        (await talk.Says("export")).Hears("What shall I put into the file?").DoesNotHear("Audit");
        (await talk.Presses("Customers")).Hears("Export: Customers", "1 row · Excel");
        (await bot.As("赵磊").Says("导出本季度赢单 csv")).Hears("没有可导出的商机");
        (await talk.Says("export won deals this quarter as csv")).Hears("nothing to export").DoesNotHear("Download");
    }

    [Fact]
    public async Task A_file_that_was_asked_for_leaves_nothing_to_undo_and_is_forgotten_when_its_hour_is_over()
    {
        await using var bot = await TestBot.StartAsync();
        var talk = bot.As("赵磊");
        await talk.Says("导出我的客户");
        (await talk.Says("撤销")).Hears("没有可以撤销的操作");
        await bot.Get<SalesBot.Conversation.Retention>().RunAsync(TestBot.Start.AddHours(2), CancellationToken.None);
        Assert.False(await bot.Look(db => db.PreparedExports.AnyAsync()));
    }
}
