using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Documents;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Documents;

/// <summary>Files in chat become documents of a deal (ST-03), in every order in which people send and say things.</summary>
public sealed class AttachDocumentTests
{
    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task A_delivery_that_comes_again_fetches_nothing(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var fetched = 0;
        var from = new Address("test", "c-P2", "P2", IsGroup: false, "zh-CN", Route: "");
        var turn = new Turn(TurnKind.Said, from, "once", bot.Clock.Now)
        {
            Text = "这是东岭阀门的调研表", PersonKey = "P2",
            Fetch = _ =>
            {
                fetched++;
                return Task.FromResult<IReadOnlyList<ReceivedFile>>([Papers.Pdf("调研表.pdf")]);
            },
        };
        var runner = bot.Get<TurnRunner>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => runner.RunAsync(turn, CancellationToken.None)));
        var later = await runner.RunAsync(turn, CancellationToken.None);

        Assert.Equal((1, 1, 3), (fetched, await bot.Look(db => db.Documents.CountAsync()), answers.Append(later).Count(a => a.Repeated)));
    }

    [Theory]
    [InlineData("zh-CN", "含有宏")]
    [InlineData("en-US", "holds macros")]
    public async Task A_document_with_macros_is_refused_with_what_to_send_instead(string language, string why)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = language == "zh-CN" ? bot.As("赵磊") : bot.As("赵磊").InEnglish();

        await rep.Sends("东岭阀门的调研表", OldPapers.Of("调研表.doc", ("WordDocument", new byte[5000]), ("Macros/", []), ("VBA/", [])));

        rep.Hears(why, ".docx", "PDF");
        Assert.False(await bot.Look(db => db.Documents.AnyAsync()));
    }

    [Fact]
    public async Task ST_03_a_file_with_its_word_is_attached_and_the_receipt_names_it()
    {
        await using var bot = await TestBot.StartAsync();
        var file = Papers.Pdf("调研表v1.pdf");

        (await bot.As("赵磊").Sends("这是东岭阀门的调研表", file)).Hears("文件已归档", "东岭阀门MES", "调研表v1.pdf", "需求调研表", "SHA-256", "撤销");

        var document = await bot.Look(db => db.Documents.Include(d => d.Deal).Include(d => d.UploadedBy).SingleAsync());
        Assert.Equal(("survey", "东岭阀门MES", "赵磊", "application/pdf", (long)file.Content.Length), (document.Kind, document.Deal!.Name, document.UploadedBy.Name, document.ContentType, document.Size));
        Assert.Equal(file.Content.ToArray(), await File.ReadAllBytesAsync(Path.Combine(bot.Files, document.Sha256[..2], document.Sha256)));
    }

    [Fact]
    public async Task ST_03_in_English_too()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("Kevin Doyle").InEnglish().Sends("survey for Quarry", Papers.Pdf("answers.pdf"))).Hears("File attached", "Quarry Stone EMS", "answers.pdf", "requirements survey");
    }

    [Fact]
    public async Task A_file_without_a_word_is_asked_about_the_deal_then_the_kind()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Sends(null, Papers.Pdf("扫描0311.pdf"))).Hears("收到《扫描0311.pdf》", "是哪个商机的", "东岭阀门MES", "凌云电缆能耗");
        (await rep.Says("凌云")).Hears("《扫描0311.pdf》是凌云电缆能耗的什么文件", "合同", "方案");
        (await rep.Says("报价单")).Hears("文件已归档", "凌云电缆能耗", "扫描0311.pdf", "报价单");
    }

    [Fact]
    public async Task The_deal_in_focus_and_the_kind_that_its_stage_wants_come_first()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("百川水务平台怎么样了");

        await rep.Sends(null, Papers.Pdf("a.pdf"));
        Assert.Equal("百川水务平台", rep.LastMessages[^1].Buttons[0].Title);
        await rep.Presses("百川水务平台");
        Assert.Equal("方案", rep.LastMessages[^1].Buttons[0].Title);
        (await rep.Says("1")).Hears("文件已归档", "百川水务平台", "方案");
    }

    [Fact]
    public async Task Said_without_a_file_it_is_asked_for_and_taken_when_it_comes_next()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says("上传东岭阀门的调研表")).Hears("请把文件发到这里", "东岭阀门MES", "需求调研表");
        (await rep.Says("我的待办")).Hears("待办");
        (await rep.Sends(null, Papers.Pdf("x.pdf"))).Hears("文件已归档", "东岭阀门MES", "需求调研表");

        var english = bot.As("Kevin Doyle").InEnglish();
        (await english.Says("attach the survey to Quarry")).Hears("Send the file now", "Quarry Stone EMS");
        (await english.Sends(null, Papers.Pdf("y.pdf"))).Hears("File attached", "requirements survey");
    }

    [Theory]
    [InlineData("上传东岭阀门的需求调研表")]
    [InlineData("帮我传一下东岭阀门MES的调研表")]
    [InlineData("把东岭阀门的客户需求调研表发给你")]
    [InlineData("东岭阀门传个调研问卷")]
    [InlineData("please upload the requirements survey for 东岭阀门")]
    [InlineData("hand in the questionnaire of 东岭阀门MES")]
    public async Task It_is_said_in_many_ways(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("请把文件发到这里", "东岭阀门MES", "需求调研表");
    }

    [Theory]
    [InlineData("东岭阀门有哪些文件", "文件 · 东岭阀门MES")]
    [InlineData("看看东岭阀门的文件", "文件 · 东岭阀门MES")]
    [InlineData("打开东岭阀门的调研表", "文件 · 东岭阀门MES")]
    [InlineData("show the files of 东岭阀门", "文件 · 东岭阀门MES")]
    [InlineData("what documents do we have on 东岭阀门MES?", "文件 · 东岭阀门MES")]
    [InlineData("百川的文件有哪些", "百川水务平台还没有文件")]
    public async Task They_are_listed_in_many_ways(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Sends("东岭阀门的调研表", Papers.Pdf("a.pdf"));
        (await bot.As("赵磊").Says(said)).Hears(heard);
    }

    [Fact]
    public async Task What_the_paper_is_called_moves_no_deal()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("Kevin Doyle").InEnglish().Sends("proposal for Quarry Stone EMS", Papers.Pdf("p.pdf"))).Hears("File attached").DoesNotHear("Stage");
        (await bot.As("刘晨").Sends("东岭泵业的方案", Papers.Pdf("p.pdf"))).Hears("文件已归档").DoesNotHear("方案提交");
        Assert.Equal(0, await bot.Look(db => db.StageChanges.CountAsync()));
        (await bot.As("刘晨").Sends("东岭泵业的调研表做好了，推进到方案阶段", Papers.Pdf("s.pdf"))).Hears("文件已归档", "方案提交");
        Assert.Equal(1, await bot.Look(db => db.StageChanges.CountAsync()));
    }

    [Fact]
    public async Task A_deal_that_was_not_offered_is_taken_by_its_name_and_a_file_with_words_waits_for_no_other()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            var (rep, customer) = (await db.People.FirstAsync(p => p.Key == "P2"), await db.Customers.FirstAsync(c => c.Key == "C5"));
            for (var i = 0; i < 9; i++)
            {
                db.Deals.Add(new SalesBot.Deals.Deal { Key = "DX" + i, Name = "百川泵站" + (char)('A' + i), Customer = customer, Owner = rep, Stage = "contact", CreatedAt = bot.Clock.Now, StageSince = bot.Clock.Now, LastActivityAt = bot.Clock.Now });
            }

            return await db.SaveChangesAsync();
        });
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        var rep = bot.As("赵磊");
        (await rep.Sends(null, Papers.Pdf("a.pdf"))).DoesNotHear("凌云电缆能耗");

        (await rep.Says("凌云电缆能耗")).Hears("《a.pdf》是凌云电缆能耗的什么文件");
        (await rep.Sends("东岭阀门的报价单", Papers.Pdf("b.pdf", "b"))).Hears("b.pdf", "东岭阀门MES").DoesNotHear("a.pdf");
    }

    [Fact]
    public async Task A_newer_one_replaces_and_the_same_one_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Sends("东岭阀门的调研表", Papers.Pdf("v1.pdf", "one"));

        (await rep.Sends("东岭阀门的调研表", Papers.Pdf("v1 副本.pdf", "one"))).Hears("同一个文件已经有了", "v1.pdf").DoesNotHear("撤销");
        (await rep.Sends("东岭阀门的调研表", Papers.Pdf("v2.pdf", "two"))).Hears("文件已归档", "替代", "v1.pdf");

        Assert.Equal(["v1.pdf", "v2.pdf"], await bot.Look(db => db.Documents.OrderBy(d => d.Id).Select(d => d.Name).ToListAsync()));
    }

    [Fact]
    public async Task Undo_takes_the_record_and_leaves_the_bytes_that_others_use()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Sends("东岭阀门的方案", Papers.Pdf("a.pdf"));
        await rep.Sends(null, Papers.Pdf("a.pdf"));
        await rep.Presses("百川水务平台");
        await rep.Presses("方案");

        (await rep.Says("撤销")).Hears("已撤销");

        var left = await bot.Look(db => db.Documents.Include(d => d.Deal).SingleAsync());
        Assert.Equal("东岭阀门MES", left.Deal!.Name);
        Assert.True(File.Exists(Path.Combine(bot.Files, left.Sha256[..2], left.Sha256)));
    }

    [Fact]
    public async Task Two_at_once_are_both_attached()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Sends("东岭阀门的方案", Papers.Pdf("上.pdf", "a"), Papers.Pdf("下.pdf", "b"))).Hears("上.pdf", "下.pdf");

        Assert.Equal(2, await bot.Look(db => db.Documents.CountAsync(d => d.Kind == "proposal" && d.Deal!.Key == "D1")));
    }

    [Fact]
    public async Task Two_that_are_not_the_same_are_asked_about_one_by_one()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Sends("东岭阀门", Papers.Pdf("一.pdf", "1"), Papers.Pdf("二.pdf", "2"));
        rep.Hears("《一.pdf、二.pdf》是东岭阀门MES的什么文件", "逐个说明");

        (await rep.Presses("不是同一种，逐个说明")).Hears("《一.pdf》是东岭阀门MES的什么文件").DoesNotHear("二.pdf", "逐个");
        (await rep.Says("报价单")).Hears("文件已归档", "一.pdf", "《二.pdf》是东岭阀门MES的什么文件");
        (await rep.Presses("需求调研表")).Hears("文件已归档", "二.pdf");

        Assert.Equal([("一.pdf", "quote"), ("二.pdf", "survey")], await bot.Look(db => db.Documents.OrderBy(d => d.Id).Select(d => new ValueTuple<string, string>(d.Name, d.Kind)).ToListAsync()));
    }

    [Fact]
    public async Task ST_03_the_button_of_the_gate_asks_for_the_file_that_is_missing()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(db => db.Definitions.ExecuteDeleteAsync());
        var rep = bot.As("刘晨");
        await rep.Says("东岭泵业推进到方案阶段");

        (await rep.Presses("上传《客户需求调研表》")).Hears("请把文件发到这里", "东岭泵业WMS");
        (await rep.Sends(null, Papers.Pdf("x.pdf"))).Hears("文件已归档", "需求调研表", "已请 孙丽 评审");
    }

    [Fact]
    public async Task A_report_with_a_photo_is_logged_and_the_photo_asked_about()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Sends("刚拜访完东岭阀门周总 价格认可", Papers.Pdf("现场.pdf"))).Hears("跟进已记录", "《现场.pdf》是东岭阀门MES的什么文件");
    }

    [Fact]
    public async Task What_is_refused_is_told_why_and_nothing_is_kept()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Sends("东岭阀门的调研表", Papers.Program("调研表.pdf"))).Hears("《调研表.pdf》", "不是可接收的类型", "没有保存");
        (await rep.Sends(null, new SalesBot.Conversation.ReceivedFile("大.pdf", "", ReadOnlyMemory<byte>.Empty) { Fault = SalesBot.Conversation.FileFault.TooLarge })).Hears("超过 10 MB", "没有保存");
        Assert.Equal(0, await bot.Look(db => db.Documents.CountAsync()));
        Assert.False(Directory.Exists(bot.Files));
        // The question is still open, for a better one.
        (await rep.Sends(null, Papers.Pdf("调研表.pdf"))).Hears("文件已归档", "东岭阀门MES", "需求调研表");
    }

    [Fact]
    public async Task Nobody_attaches_to_a_deal_that_they_may_not_see_nor_with_another_ones_file()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Sends(null, Papers.Pdf("a.pdf"));
        var waiting = await bot.Look(db => db.Documents.SingleAsync());

        (await bot.As("刘晨").Forges("attach_document", ("deal", "D2"), ("kind", "survey"), ("files", waiting.Key))).Hears("没有做任何改动");
        (await bot.As("赵磊").Forges("attach_document", ("deal", "D2"), ("kind", "survey"), ("files", waiting.Key))).DoesNotHear("文件已归档", "东岭泵业");

        Assert.Equal((DocumentKinds.Unsorted, null), await bot.Look(db => db.Documents.Select(d => new ValueTuple<string, long?>(d.Kind, d.DealId)).SingleAsync()));
    }
}
