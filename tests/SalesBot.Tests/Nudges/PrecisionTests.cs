using SalesBot.Nudges;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>Whether nudges are acted on is counted, and where they are not a looser rule is proposed, never taken (idea 7).</summary>
public sealed class PrecisionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AL_04_a_rule_that_is_ignored_is_proposed_to_be_looser_by_an_edit_that_is_tried_and_asked_about(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await ToldAsync(bot, "silent", told: 40, acted: 12);
        await ToldAsync(bot, "stalled", told: 30, acted: 29);
        await ToldAsync(bot, "payment", told: 5, acted: 0);
        var admin = bot.As("管理员");

        (await admin.Says("提醒准确率")).Hears("客户沉默", "40 条里及时处理 12 条", "30", "多数没人理", "商机停滞", "30 条里及时处理 29 条", "可以收紧", "满 20 条才算比例", "客户沉默放宽到 45 天", "商机停滞收紧到 6 天");
        (await bot.As("王芳").InEnglish().Says("how useful are the nudges")).Hears("12 of 40 dealt with in time", "looser would do").DoesNotHear("Loosen");
        await admin.Presses("客户沉默放宽到 45 天");
        (await admin.Says("没人理")).Hears("满 30 天 → 满 45 天", "回看历史", "接下来 30 天");
        Assert.Equal(30, NudgeBook.In(await bot.Look(db => SalesBot.Data.Definitions.LoadAsync(db, CancellationToken.None)))["silent"].Days);
        (await bot.As("赵磊").Forges("nudge_precision")).DoesNotHear("及时处理");
    }

    [Fact]
    public async Task AL_04_two_working_days_go_over_a_weekend_and_what_is_younger_does_not_count_yet()
    {
        await using var bot = await TestBot.StartAsync();
        // Friday 6 March 10:00; the weekend does not count, so Tuesday 10:00 is in time and 11:00 is not.
        await AddAsync(bot, "due", new DateTimeOffset(2026, 3, 6, 10, 0, 0, TimeSpan.FromHours(8)), TimeSpan.FromHours(96));
        await AddAsync(bot, "due", new DateTimeOffset(2026, 3, 6, 10, 0, 0, TimeSpan.FromHours(8)), TimeSpan.FromHours(97));
        await AddAsync(bot, "due", new DateTimeOffset(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8)), null);
        (await bot.As("管理员").Says("提醒准确率")).Hears("2 条里及时处理 1 条");
    }

    private static async Task ToldAsync(TestBot bot, string rule, int told, int acted)
    {
        for (var i = 0; i < told; i++)
        {
            await AddAsync(bot, rule, TestBot.Start.AddDays(-20).AddMinutes(i), i < acted ? TimeSpan.FromHours(3) : null);
        }
    }

    private static Task<int> AddAsync(TestBot bot, string rule, DateTimeOffset at, TimeSpan? cleared) => bot.Look(async db =>
    {
        db.Add(new Finding
        {
            Rule = rule, SubjectId = 900 + Random.Shared.Next(1_000_000), SubjectKey = "X", Since = at, PersonId = 3, FoundAt = at, ToldAt = at,
            State = cleared is null ? FindingState.Told : FindingState.Cleared, ClearedAt = at + cleared,
        });
        return await db.SaveChangesAsync();
    });
}
