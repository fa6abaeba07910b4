using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>Who was not met for long, by grade.</summary>
public sealed class ContactTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.Postgres)]
    public async Task AL_08_a_graded_customer_is_on_its_owners_list_when_it_is_to_be_met_again_and_off_it_once_it_was(Store store)
    {
        await using var bot = await GradedAsync(store, ("C1", "A"), ("C3", "B"));
        await bot.PassAsync(TimeSpan.FromDays(12));

        await bot.RoundAsync();

        var rep = bot.As("赵磊");
        await rep.IsTold("1 位客户该联系了", "东岭阀门", "每 14 天联系一次");
        await rep.Says("刚给东岭阀门周总打了电话，方案没问题");
        await bot.RoundAsync();
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "cadence" && f.State != FindingState.Cleared);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_08_the_days_that_hold_are_those_of_each_customers_grade_and_no_rule_is_claimed_for_other_grades(bool english)
    {
        await using var bot = await GradedAsync(Store.Sqlite, ("C1", "A"), ("C3", "B"), ("C5", "C"));
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says("help");
        await bot.PassAsync(TimeSpan.FromDays(22));

        await bot.RoundAsync();

        await rep.IsTold(english ? "2 customers are due for a call or visit" : "2 位客户该联系了", english ? "due every 14" : "应每 14 天联系一次", english ? "due every 21" : "应每 21 天联系一次", english ? "Logging any contact restarts the count." : "记一次跟进就重新计时。");
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains(english ? "every grade" : "各等级", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.FoundAsync(), f => f is { Rule: "cadence", SubjectKey: "C5" });
    }

    [Fact]
    public async Task AL_07_silence_counts_by_grade_and_a_grade_may_be_left_out()
    {
        await using var bot = await GradedAsync(Store.Sqlite, ("C1", "A"), ("C2", "C"));
        await bot.LayDownAsync(book => book.With("silent", book["silent"] with { Grades = new Dictionary<string, int>(StringComparer.Ordinal) { ["A"] = 10, ["C"] = 0 } }));
        await bot.PassAsync(TimeSpan.FromDays(8));
        await bot.ScanAsync();
        Assert.Equal("C1", Assert.Single(await bot.FoundAsync(), f => f.Rule == "silent").SubjectKey);

        await bot.PassAsync(TimeSpan.FromDays(40));
        await bot.ScanAsync();

        var silent = (await bot.FoundAsync()).Where(f => f.Rule == "silent" && f.Step == 0).Select(f => f.SubjectKey).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["C1", "C3", "C5", "C8"], silent);
    }

    [Fact]
    public async Task AL_03_a_wake_up_that_nobody_does_reaches_owner_and_superior_and_one_that_was_done_does_not()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PassAsync(TimeSpan.FromDays(28));
        await bot.RoundAsync();
        await bot.As("林小雨").Forges("wake_up", ("customer", "C1"), ("outcome", "reached"));
        await bot.As("林小雨").Forges("wake_up", ("customer", "C3"), ("outcome", "wrong_person"));

        await bot.PassAsync(TimeSpan.FromDays(8));
        await bot.RoundAsync();

        await bot.As("赵磊").IsTold("1 位客户久未联系", "百川水务");
        await bot.As("王芳").IsTold("2 位客户久未联系", "东岭泵业");
    }

    private static async Task<TestBot> GradedAsync(Store store, params (string Customer, string Grade)[] grades)
    {
        var bot = await TestBot.StartAsync(store);
        foreach (var (customer, grade) in grades)
        {
            await bot.Look(db => db.Customers.Where(c => c.Key == customer).ExecuteUpdateAsync(set => set.SetProperty(c => c.Grade, grade)));
        }

        return bot;
    }
}
