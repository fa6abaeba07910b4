using SalesBot.Guide;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tests.Conventions;
using SalesBot.Tests.Talking;
using SalesBot.Words;

namespace SalesBot.Tests.Guide;

/// <summary>The help has levels: areas, topics, commands with examples. Every family of commands is found from it, by whoever may use it.</summary>
public sealed class HelpLevelsTests
{
    [Fact]
    public async Task From_the_areas_one_gets_to_topics_and_to_sentences_that_work()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("帮助")).Hears("提醒、风险与应急", "合同、回款与审批", "风险登记", "记录跟进").DoesNotHear("紧急通知");
        (await rep.Forges("help", ("topic", "alerts"))).Hears("风险登记", "我收到的提醒", "暂停某客户的提醒", "全部主题").DoesNotHear("紧急通知");
        (await rep.Forges("help", ("topic", "Risks"))).Hears("登记风险：主供应商停产", "把供应商风险改成高");
        (await bot.As("何建国").Says("帮助 提醒")).Hears("紧急通知");
        (await bot.As("郑文").Says("帮助")).DoesNotHear("跟进日志", "记录跟进");
    }

    [Theory]
    [InlineData("帮助 风险", "登记风险：主供应商停产", false)]
    [InlineData("帮助：请假", "谁在休假", false)]
    [InlineData("风险怎么登记", "登记风险：主供应商停产", false)]
    [InlineData("帮助 承诺", "记一个承诺", false)]
    [InlineData("help risks", "log a risk: supplier may stop", true)]
    [InlineData("help with nudges", "Nudges that I get", true)]
    [InlineData("help leave", "who is on leave", true)]
    [InlineData("help tickets", "ticket", true)]
    public async Task A_word_beside_help_leads_to_its_topic(string said, string hears, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        (await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said)).Hears(hears);
    }

    [Fact]
    public async Task Who_may_broadcast_finds_how_and_who_may_not_does_not()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("何建国").Says("帮助 紧急通知")).Hears("紧急通知：厂区进水");
        (await bot.As("赵磊").Says("帮助 紧急通知")).DoesNotHear("紧急通知：厂区进水");
        (await bot.As("何建国").InEnglish().Says("help broadcast")).Hears("emergency broadcast: the plant is flooded");
    }

    [Fact]
    public void Every_topic_is_in_one_area_and_is_called_by_a_title()
    {
        var topics = CommandWords.For(new Person { Role = Role.Director }).Concat(CommandWords.For(new Person { Role = Role.Admin })).Concat(CommandWords.For(new Person { Role = Role.Rep })).Select(g => g.Key).Distinct(StringComparer.Ordinal).ToList();
        Violations.None(topics.Where(t => HelpTopics.Areas.Count(a => a.Topics.Contains(t, StringComparer.Ordinal)) != 1));
        var book = new WordBook().In(WordBook.Chinese);
        Violations.None(HelpTopics.Areas.SelectMany(a => a.Topics.Select(t => "Topic." + t).Prepend("Area." + a.Area)).Where(key => !book.ContainsKey(key)));
    }

    /// <summary>Every example, of buttons' commands too, is read as what it explains; two lean on what is in view.</summary>
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_example_is_read_as_its_command(string language)
    {
        await using var bot = await TestBot.StartAsync();
        var (book, reader) = (bot.Get<WordBook>(), bot.Get<Reader>());
        var wrong = new List<string>();
        foreach (var (key, example) in book.In(language).Where(w => w.Key.StartsWith("Help.", StringComparison.Ordinal) && w.Key.EndsWith(".example", StringComparison.Ordinal)))
        {
            var id = key["Help.".Length..^".example".Length];
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, example, "凌云电缆", "凌云电缆能耗", "刘晨", "寄样本");
            var read = reader.Read(text, "P2", TestBot.Start.DateTime, new Focus(), _ => true);
            if ((read.Case?.Intent ?? read.Intent) != id && id is not ("complete_task" or "hand_on"))
            {
                wrong.Add($"{id}: {text} → {read.Case?.Intent ?? read.Intent}");
            }
        }

        Assert.Empty(wrong);
    }
}
