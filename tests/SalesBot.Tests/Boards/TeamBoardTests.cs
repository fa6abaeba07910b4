using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Process;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Boards;

/// <summary>ST-05 (c): a visit or meeting that is booked in first contact stands on the team's shared board.</summary>
public sealed class TeamBoardTests
{
    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task ST_05_a_booked_visit_is_announced_once_and_follows_when_it_moves_or_is_called_off(Store store)
    {
        await using var bot = await ContactAsync(store);
        Assert.Contains("本群是北区组的看板", await InGroupAsync(bot, "P1", "把这个群设为我们组的看板"), StringComparison.Ordinal);
        var rep = bot.As("赵磊");

        (await rep.Says("东岭阀门MES下一步3月19日上午10点拜访周总")).Hears("已同步到北区组的看板");
        var post = Assert.Single(await PostsAsync(bot));
        Assert.All(["北区组 · 3月11日", "新约 1 场", "东岭阀门MES", "拜访周总", "赵磊", "3月19日 周四 10:00"], part => Assert.Contains(part, post.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("680,000", post.Text, StringComparison.Ordinal);

        await rep.Says("百川水务下一步3月20日线上会议");
        Assert.Contains("新约 2 场", Assert.Single(await PostsAsync(bot)).Text, StringComparison.Ordinal);
        await rep.Says("东岭阀门MES下一步3月23日上午10点拜访周总");
        Assert.Contains("改到 3月23日 周一 10:00（原定 3月19日 周四 10:00）", Assert.Single(await PostsAsync(bot)).Text, StringComparison.Ordinal);
        await rep.Says("百川水务丢了，预算取消");
        Assert.Contains("已取消（原定 3月20日 周五）", Assert.Single(await PostsAsync(bot)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ST_05_in_English_with_undo_and_another_day()
    {
        await using var bot = await ContactAsync();
        Assert.Contains("board of International from now on", await InGroupAsync(bot, "P4", "make this channel our team board", "en-US"), StringComparison.Ordinal);
        var kevin = bot.As("Kevin Doyle").InEnglish();

        (await kevin.Says("next step for Quarry: visit on March 20")).Hears("Announced on the board of International");
        Assert.Contains("1 meeting booked", Assert.Single(await PostsAsync(bot)).Text, StringComparison.Ordinal);
        await kevin.Presses("Undo");
        Assert.Contains("called off", Assert.Single(await PostsAsync(bot)).Text, StringComparison.Ordinal);

        await bot.PassAsync(TimeSpan.FromDays(1));
        await kevin.Says("next step for Quarry: online meeting on March 24");
        Assert.Equal(2, (await PostsAsync(bot)).Count);
    }

    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task Two_who_book_and_move_at_the_same_moment_both_stand_on_the_post(Store store)
    {
        await using var bot = await ContactAsync(store);
        await InGroupAsync(bot, "P1", "把这个群设为我们组的看板");
        await using var node = await bot.SecondNodeAsync();
        var (rep, manager) = (bot.As("赵磊"), node.As("王芳"));
        for (var day = 16; day < 28; day++)
        {
            var on = $"2026-03-{day}";
            await Task.WhenAll(
                Task.Run(() => rep.Forges("set_next_step", ("deal", "D1"), ("next_step", "拜访周总"), ("date", on))),
                Task.Run(() => manager.Forges("set_next_step", ("deal", "D5"), ("next_step", "线上会议"), ("date", on))));

            var text = Assert.Single(await PostsAsync(bot)).Text;
            Assert.Equal(2, text.Split($"3月{day}日").Length - 1);
        }
    }

    [Fact]
    public async Task Other_stages_other_steps_and_teams_without_a_board_are_not_announced()
    {
        await using var bot = await ContactAsync();
        await InGroupAsync(bot, "P1", "把这个群设为我们组的看板");
        await bot.PutAsync("D5", "negotiation");

        (await bot.As("赵磊").Says("百川水务下一步3月20日线上会议")).DoesNotHear("看板");
        (await bot.As("赵磊").Says("东岭阀门MES下一步3月20日发报价")).DoesNotHear("看板");
        (await bot.As("Kevin Doyle").InEnglish().Says("next step for Quarry: visit on March 20")).DoesNotHear("board");
        Assert.Empty(await PostsAsync(bot));
    }

    [Fact]
    public async Task A_board_is_set_in_a_channel_by_who_leads_the_team_and_taken_off_again()
    {
        await using var bot = await ContactAsync();
        (await bot.As("王芳").Says("把这个群设为我们组的看板")).Hears("这里是私聊");
        Assert.DoesNotContain("从现在起", await InGroupAsync(bot, "P2", "把这个群设为我们组的看板"), StringComparison.Ordinal);
        Assert.Contains("只有带这个团队的人", await InGroupAsync(bot, "P1", "把这个群设为国际组的看板"), StringComparison.Ordinal);
        Assert.Contains("只有带这个团队的人", await InGroupAsync(bot, "P1", "取消国际组的看板"), StringComparison.Ordinal);
        Assert.Equal(["set_board", "set_board", "clear_board"], await bot.Look(db => db.Audit.Where(a => a.Refused).OrderBy(a => a.Id).Select(a => a.Command).ToListAsync()));
        Assert.False(await bot.Look(db => db.Definitions.AnyAsync()));

        await InGroupAsync(bot, "P1", "把这个群设为北区组的看板");
        Assert.Contains("已经是北区组的看板", await InGroupAsync(bot, "P1", "这个群就是我们组的看板"), StringComparison.Ordinal);
        Assert.Contains("没有看板", await InGroupAsync(bot, "P1", "取消我们组的看板"), StringComparison.Ordinal);
        (await bot.As("赵磊").Says("东岭阀门MES下一步3月19日拜访周总")).DoesNotHear("看板");
    }

    private static async Task<TestBot> ContactAsync(Store? store = null)
    {
        var bot = await ShippedCompany.StartAsync(store);
        foreach (var deal in new[] { "D1", "D5", "D7" })
        {
            await bot.PutAsync(deal, "contact");
        }

        return bot;
    }

    private static async Task<string> InGroupAsync(TestBot bot, string person, string text, string locale = "zh-CN")
    {
        var group = new Address("test", "g-1", person, IsGroup: true, locale, Route: "");
        var answer = await bot.Get<TurnRunner>().RunAsync(new Turn(TurnKind.Said, group, Guid.NewGuid().ToString("N"), bot.Clock.Now) { Text = text, PersonKey = person }, CancellationToken.None);
        return string.Join('\n', answer.Replies.Select(r => r.Text));
    }

    /// <summary>What stands in the channel: posts that were written anew in their present state.</summary>
    private static async Task<IReadOnlyList<Heard>> PostsAsync(TestBot bot)
    {
        await bot.DeliverAsync();
        return [.. bot.Messenger.In("g-1").Select(m => new Heard(m.ActivityId, m.Message.Content)).GroupBy(h => h.ActivityId, StringComparer.Ordinal).Select(g => g.Last())];
    }
}
