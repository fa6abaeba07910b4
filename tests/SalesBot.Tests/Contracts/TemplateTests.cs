using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Documents;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>Contract templates with versions (AP-08), and how a contract stands to the one it was made from (AP-09).</summary>
public sealed class TemplateTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_08_legal_uploads_versions_that_everybody_may_read_and_the_card_tells_when_a_newer_one_is_there(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var legal = bot.As("郑文");
        (await legal.Sends("上传合同模板 设备采购合同", Papers.Pdf("模板.pdf", "1"))).Hears("合同模板已保存", "设备采购合同 · 第 1 版", "模板.pdf");
        (await bot.As("管理员").Sends("上传合同模板：设备采购合同", Papers.Pdf("模板新.pdf", "2"))).Hears("设备采购合同 · 第 2 版");
        var rep = bot.As("赵磊");

        (await rep.Says("合同模板")).Hears("设备采购合同 · 第 2 版（最新）", "模板新.pdf · 管理员，3月11日", "设备采购合同 · 第 1 版", "郑文").DoesNotHear("上传合同模板");
        await rep.Presses("打开文件");
        rep.Hears("模板");

        (await rep.Forges("submit_contract", ("deal", "D3"))).Hears("合同已提交审批");
        (await rep.Presses("用的模板：设备采购合同 第2版")).Hears("已记录所用模板", "设备采购合同");
        (await bot.As("郑文").Forges("list_approvals", ("deal", "D3"))).Hears("设备采购合同 第 2 版（最新）");
        await legal.Sends("更新合同模板 设备采购合同", Papers.Pdf("模板三.pdf", "3"));
        (await bot.As("郑文").Forges("list_approvals", ("deal", "D3"))).Hears("设备采购合同 第 2 版，不是最新：第 3 版自 3月11日");
    }

    [Fact]
    public async Task AP_09_terms_other_than_those_of_the_template_are_told_in_english_too()
    {
        await using var bot = await TestBot.StartAsync();
        var legal = bot.As("郑文").InEnglish();
        (await legal.Sends("upload contract template: Supply agreement", Papers.Pdf("supply.pdf", "1"))).Hears("Contract template saved", "Supply agreement · version 1");
        await bot.Look(db => db.ContractTemplates.ExecuteUpdateAsync(s => s.SetProperty(t => t.Terms, "3-4-3")));
        await bot.As("赵磊").InEnglish().Forges("submit_contract", ("deal", "D3"), ("terms", "100% upfront"));
        await bot.As("赵磊").InEnglish().Presses("Made from Supply agreement v1");

        (await legal.Forges("list_approvals", ("deal", "D3"))).Hears("Supply agreement, version 1 (newest)", "other than the template: 3-4-3");
    }

    [Theory]
    [InlineData("这是新的设备采购合同模板", "设备采购合同 · 第 1 版")]
    [InlineData("这是设备采购合同模板，存一下", "设备采购合同 · 第 1 版")]
    [InlineData("这是设备采购的合同模板", "设备采购 · 第 1 版")]
    [InlineData("上传合同模板 设备采购合同", "设备采购合同 · 第 1 版")]
    public async Task AP_08_a_template_keeps_the_end_of_its_name(string said, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("郑文").Sends(said, Papers.Pdf("模板.pdf", "1"))).Hears("合同模板已保存", hears);
    }

    [Fact]
    public async Task AP_08_a_version_that_a_contract_was_made_from_is_not_undone()
    {
        await using var bot = await TestBot.StartAsync();
        var legal = bot.As("郑文");
        await legal.Sends("上传合同模板 设备采购合同", Papers.Pdf("模板.pdf", "1"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("赵磊").Presses("用的模板：设备采购合同 第1版");

        (await legal.Presses("撤销")).Hears("不能撤销", "用的是这一版模板");

        Assert.Equal(1, await bot.Look(db => db.ContractTemplates.CountAsync()));
    }

    [Theory]
    [InlineData("帮助")]
    [InlineData("help")]
    public async Task Whoever_calls_for_help_while_a_name_is_asked_for_gets_help_and_no_template_of_that_name(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var legal = bot.As("郑文");
        await legal.Says("上传合同模板");
        await legal.Sends(null, Papers.Pdf("模板.pdf", "1"));

        (await legal.Says(said)).DoesNotHear("已保存");

        Assert.Equal(0, await bot.Look(db => db.ContractTemplates.CountAsync()));
        (await legal.Says("服务合同")).Hears("服务合同 · 第 1 版");
    }

    [Fact]
    public async Task AP_08_without_a_name_it_is_asked_for_the_same_file_is_no_version_and_others_may_not()
    {
        await using var bot = await TestBot.StartAsync();
        var legal = bot.As("郑文");
        await legal.Says("上传合同模板");
        legal.Hears("请发送模板文件");
        await legal.Sends(null, Papers.Pdf("模板.pdf", "1"));
        legal.Hears("是哪个模板的新版本");
        (await legal.Says("服务合同")).Hears("服务合同 · 第 1 版");
        (await legal.Sends("上传合同模板 服务合同", Papers.Pdf("again.pdf", "1"))).Hears("第 1 版就是这个文件");

        (await bot.As("赵磊").Sends("上传合同模板 服务合同", Papers.Pdf("x.pdf", "9"))).DoesNotHear("已保存");
        (await bot.As("刘晨").Forges("use_template", ("contract", "CT9"), ("value", "x"))).DoesNotHear("已记录所用模板");
        Assert.Equal(1, await bot.Look(db => db.ContractTemplates.CountAsync()));
        Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync(a => a.Refused && a.Command == "add_template")));
    }

    [Fact]
    public async Task AP_08_which_template_is_said_in_a_sentence_and_can_be_undone()
    {
        await using var bot = await SignedContract.StartAsync();
        await bot.As("郑文").Sends("上传合同模板 服务合同", Papers.Pdf("模板.pdf", "1"));
        await bot.As("刘晨").Forges("submit_contract", ("deal", "D2"));
        var rep = bot.As("刘晨");

        var key = await bot.Look(db => db.Contracts.Where(c => c.Deal!.Key == "D2").Select(c => c.Key).SingleAsync());
        (await rep.Forges("use_template", ("contract", key), ("value", "服务合同第1版"))).Hears("已记录所用模板", "服务合同");
        (await rep.Presses("撤销")).Hears("已撤销");
        Assert.Null(await bot.Look(db => db.Contracts.Where(c => c.Key == key).Select(c => c.Template).SingleAsync()));
        (await bot.As("赵磊").Forges("use_template", ("contract", "CT1"), ("value", "服务合同"))).Hears("已签署，所用模板不再修改");
    }

    [Theory]
    [InlineData("zh-CN", "用标准合同模板给凌云电缆能耗起一份合同", "已记录所用模板", "标准合同")]
    [InlineData("zh-CN", "按标准合同模板为凌云电缆能耗拟合同", "已记录所用模板", "标准合同")]
    [InlineData("en-US", "draft a contract for 凌云电缆能耗 from the 标准合同 template", "标准合同", "")]
    public async Task AP_08_a_contract_is_made_from_a_template_by_sentence(string locale, string said, string done, string name)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("郑文").Sends("上传合同模板 标准合同", Papers.Pdf("模板.pdf", "1"));
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        (await rep.Says(said)).Hears(locale == "en-US" ? "There is no contract" : "还没有合同");
        await rep.Forges("submit_contract", ("deal", "D3"));
        (await rep.Says(said)).Hears(done, name);
        (await bot.As("郑文").Forges("list_approvals", ("deal", "D3"))).Hears("标准合同 第 1 版");
    }

    [Theory]
    [InlineData("zh-CN", "有哪些合同模板", "标准合同 · 第 1 版")]
    [InlineData("zh-CN", "合同模板有哪些", "标准合同 · 第 1 版")]
    [InlineData("en-US", "what contract templates are there", "标准合同 · version 1")]
    public async Task AP_08_which_templates_there_are(string locale, string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("郑文").Sends("上传合同模板 标准合同", Papers.Pdf("模板.pdf", "1"));

        (await (locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said)).Hears(heard);
    }
}
