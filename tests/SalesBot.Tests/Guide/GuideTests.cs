using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Guide;
using SalesBot.Language;
using SalesBot.Language.Phrases;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;
using SalesBot.Words;

namespace SalesBot.Tests.Guide;

public sealed class GuideTests
{
    public static TheoryData<string> Roles => [.. Enum.GetNames<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public void Every_role_gets_three_things_to_try_that_it_may_do(string role) =>
        Assert.Equal(3, Tries.For(new Person { Role = Enum.Parse<Role>(role) }).Count);

    [Fact]
    public async Task Greets_by_name_and_role_first_and_with_what_waits_later()
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, finance) = (bot.As("赵磊"), bot.As("吴敏").InEnglish());

        (await rep.Joins()).Hears("赵磊，您好", "销售", "记录跟进", "帮助");
        (await finance.Joins()).Hears("Hello Min Wu", "finance", "Payments").DoesNotHear("Log a follow-up");

        (await rep.Joins()).Hears("欢迎回来", "目前没有等您处理的事项").DoesNotHear("您好");
        await rep.Forges("add_task", ("content", "寄样本"), ("date", "2026-03-11"));
        (await rep.Joins()).Hears("有 1 条待办到期：寄样本");
    }

    [Fact]
    public async Task Help_shows_only_what_one_may_do_and_its_examples()
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, legal) = (bot.As("赵磊"), bot.As("郑文"));

        (await rep.Forges("help")).Hears("您可以做的事", "跟进", "待办", "记录跟进").DoesNotHear("设定目标");
        (await legal.Forges("help")).Hears("待办").DoesNotHear("记录跟进");
        (await rep.Forges("help", ("topic", "FollowUps"))).Hears("记录跟进", "刚拜访完");
        (await rep.Forges("help", ("topic", "回款"))).Hears("登记回款", "到账10万");
        (await rep.InEnglish().Forges("help", ("topic", "payments"))).Hears("Record a payment", "100k");
    }

    [Fact]
    public async Task An_example_names_a_to_do_as_its_owner_worded_it_and_none_that_a_rule_made()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var owner = await db.People.FirstAsync(p => p.Name == "林小雨");
            db.Add(new Todo { Key = "W1", Owner = owner, Kind = TodoKind.WakeUp, Title = "东岭阀门", DueOn = new DateOnly(2026, 3, 12), CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        var success = bot.As("林小雨");
        (await success.Forges("help", ("topic", "Tasks"))).Hears("“寄样本”做完了");
        await success.Forges("add_task", ("content", "整理回访表"), ("date", "2026-03-20"));
        (await success.Forges("help", ("topic", "Tasks"))).Hears("“整理回访表”做完了");
    }

    [Fact]
    public async Task What_is_not_understood_is_answered_with_sentences_that_work()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("回款回款那个哪里弄呢呢");
        Assert.DoesNotContain(rep.LastMessages, m => m.Text.Contains("系统出错", StringComparison.Ordinal));

        await rep.Says("zxqv");
        rep.Hears("没有做任何改动");
        Assert.NotEmpty(rep.LastMessages[0].Reply.QuickReplies);
    }

    [Theory]
    [InlineData("替我夸夸刘晨 凌云干得真漂亮 转告他", "不能替您传话")]
    [InlineData("let Chen Liu know the demo was brilliant", "I cannot pass words on")]
    [InlineData("你理解错了吧", "抱歉，是我没理解对")]
    [InlineData("seriously, you misunderstood me", "I did not get you right")]
    [InlineData("tell Wen the review was quick", "I cannot pass words on")]
    [InlineData("先别动东岭阀门", "好的，没有做任何改动")]
    [InlineData("don't touch Quarry Stone for now", "All right, nothing was changed")]
    [InlineData("whose idea was the new coffee machine?", "I cannot answer that one")]
    public async Task What_is_no_order_is_answered_as_it_was_meant_and_without_hints_at_something_else(string said, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        if (char.IsAscii(said[0]))
        {
            manager = manager.InEnglish();
        }

        await manager.Says(said);

        manager.Hears(answer);
        Assert.Single(manager.LastMessages[0].Reply.QuickReplies);
    }

    [Theory]
    [InlineData("谢谢", "不客气")]
    [InlineData("你是谁", "我是 SalesBot")]
    [InlineData("你好", "您好")]
    public async Task Small_talk_is_answered_in_kind(string said, string answer)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears(answer);
    }

    [Fact]
    public async Task A_suggestion_is_kept_told_and_can_be_taken_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Forges("feedback")).Hears("哪里可以改进");
        (await rep.Forges("feedback", ("content", "列表想按金额排"))).Hears("已收到您的建议");
        await bot.As("管理员").IsTold("赵磊 的建议：列表想按金额排");
        Assert.Equal(SuggestionState.New, await bot.Look(db => db.Suggestions.Select(s => s.State).SingleAsync()));

        await rep.Presses("撤销");
        Assert.Equal(0, await bot.Look(db => db.Suggestions.CountAsync()));
    }

    /// <summary>Help must not lie: each command that can be said has an example, and each example, said as it stands, is read as the command that it explains.</summary>
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_example_is_read_as_its_command(string language)
    {
        await using var bot = await TestBot.StartAsync();
        var (book, reader) = (bot.Get<WordBook>(), bot.Get<Reader>());
        var wrong = new List<string>();
        var sayable = PhraseFiles.Intents().Select(PhraseFiles.Stem).ToHashSet(StringComparer.Ordinal);
        foreach (var command in bot.Get<CommandTable>().All.Where(c => c.Spec.InHelp && sayable.Contains(c.Spec.Id)))
        {
            if (!book.In(language).TryGetValue($"Help.{command.Spec.Id}.example", out var example))
            {
                wrong.Add(command.Spec.Id + " has no example");
                continue;
            }

            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, example, "凌云电缆", "凌云电缆能耗", "刘晨", "寄样本");
            var focus = new Focus();
            var read = reader.Read(text, "P2", TestBot.Start.DateTime, focus, _ => true);
            if (read.Intent != command.Spec.Id && command.Spec.Id != "complete_task")
            {
                wrong.Add($"{command.Spec.Id}: {text} → {read.Intent}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_to_do_without_words_is_called_after_whom_it_is_about() =>
        Assert.Equal(new Word("Todo.follow_up", "X").Key, ((Word)new Todo { Customer = new() { Name = "X" } }.Called()).Key);

    [Theory]
    [InlineData("OK謝謝")]
    [InlineData("好的辛苦晒")]
    [InlineData("ok thanks")]
    public async Task Thanks_after_an_act_are_returned(string thanks)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗改成150万");
        await rep.Says(thanks);
        rep.Hears("不客气");
    }

    [Theory]
    [InlineData("请问审批怎么申请呢", "审批")]
    [InlineData("待办怎么用", "待办")]
    public async Task The_help_on_a_topic_names_it_in_the_readers_language(string question, string topic)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says(question);
        rep.Hears(topic).DoesNotHear("approvals", "tasks");
    }
}
