using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers.Grades;

public sealed class GradeTests
{
    [Theory]
    [InlineData("把东岭阀门升为A类", "A")]
    [InlineData("东岭阀门定为B级", "B")]
    [InlineData("把东岭阀门的客户等级改为 c", "C")]
    [InlineData("make 东岭阀门 an A customer", "A")]
    [InlineData("set the grade of 东岭阀门 to B", "B")]
    [InlineData("upgrade 东岭阀门 to grade A", "A")]
    public async Task CU_01_a_customer_is_graded_by_a_sentence(string said, string grade)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says(said)).Hears("客户等级已更新", "东岭阀门", grade, "撤销");
        Assert.Equal(grade, await GradeAsync(bot));
        await rep.Presses("撤销");
        Assert.Null(await GradeAsync(bot));
        Assert.Equal(0, await bot.Look(db => db.GradeChanges.CountAsync()));
    }

    [Fact]
    public async Task CU_01_a_button_grades_and_the_card_tells_the_rhythm_of_the_grade()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("show 东岭阀门");
        await rep.Presses("Grade");
        rep.Hears("Which grade");
        (await rep.Presses("A")).Hears("Grade changed", "14 days");
        await bot.PassAsync(TimeSpan.FromDays(20));
        (await rep.Says("show 东岭阀门")).Hears("grade A · every 14 days", "9 days over the rhythm of its grade");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CU_01_customers_are_found_by_their_grade(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Says("把东岭阀门升为A类");
        await rep.Says("把百川水务定为B级");
        (await rep.Says("A类客户有哪些")).Hears("客户 1 个", "A 类", "东岭阀门").DoesNotHear("百川水务");
        (await rep.InEnglish().Says("show my B accounts")).Hears("1 customer", "百川水务").DoesNotHear("东岭阀门");
        (await rep.Says("哪些客户还没分级")).Hears("凌云电缆").DoesNotHear("东岭阀门", "百川水务");
        (await bot.As("刘晨").Says("A类客户有哪些")).Hears("没有符合的客户").DoesNotHear("东岭阀门");
        (await bot.As("王芳").Says("赵磊的A类客户有哪些")).Hears("东岭阀门", "赵磊");
    }

    [Fact]
    public async Task CU_01_who_changed_the_grade_when_and_why_is_kept()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("把东岭阀门升为A类，因为今年要上三条线");
        await bot.PassAsync(TimeSpan.FromDays(2));
        (await bot.As("王芳").Says("把东岭阀门降为B类")).Hears("A → **B**");
        await bot.As("赵磊").IsTold("王芳 将 东岭阀门 的等级定为：B");
        (await bot.As("赵磊").Says("东岭阀门等级变更记录")).Hears("A → B", "未分级 → A", "王芳", "赵磊", "今年要上三条线", "3月11日");
        (await bot.As("赵磊").InEnglish().Says("grade history of 东岭阀门")).Hears("no grade → A", "Fiona Wang");
    }

    [Fact]
    public async Task A_grade_that_is_none_is_asked_about_and_a_strangers_order_changes_nothing_and_is_recorded()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("把东岭阀门的等级改为Z")).Hears("“Z”不是客户等级", "A");
        (await bot.As("刘晨").Forges("set_grade", ("customer", "C1"), ("grade", "A"))).DoesNotHear("已更新");
        (await bot.As("林小雨").Forges("set_grade", ("customer", "C1"), ("grade", "A"))).DoesNotHear("已更新");
        (await bot.As("赵磊").Forges("set_grade", ("customer", "C6"), ("grade", "A"))).Hears("在公海中，请先认领");
        Assert.Null(await GradeAsync(bot));
        Assert.True(await bot.Look(db => db.Audit.AnyAsync(a => a.Refused && a.Command == "set_grade")));
        await bot.As("赵磊").Says("把东岭阀门升为A类");
        (await bot.As("赵磊").Says("把东岭阀门升为A类")).Hears("已经是 A 类");
        Assert.Equal(1, await bot.Look(db => db.GradeChanges.CountAsync()));
    }

    private static Task<string?> GradeAsync(TestBot bot) => bot.Look(db => db.Customers.Where(c => c.Key == "C1").Select(c => c.Grade).SingleAsync());
}
