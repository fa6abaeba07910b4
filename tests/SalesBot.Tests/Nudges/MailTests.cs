using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>What must not be missed comes on two ways, and how far each came can be seen.</summary>
public sealed class MailTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.Postgres)]
    public async Task AL_11_an_escalated_approval_comes_in_the_chat_and_by_mail_and_why_says_how_far_each_came(Store store)
    {
        await using var bot = await EscalatedAsync(store, hasMail: true);
        var legal = bot.As("郑文");

        var letter = Assert.Single(bot.Messenger.In("zheng@example.com"));
        Assert.Contains("凌云电缆", letter.Message.Content.Text, StringComparison.Ordinal);
        await legal.IsTold("凌云电缆");
        (await legal.Says("为什么会收到这条提醒")).Hears("聊天（已送达）、邮件 zheng@example.com（已送达）");
    }

    [Fact]
    public async Task AL_11_a_mailbox_that_takes_nothing_holds_up_nothing_else()
    {
        await using var bot = await EscalatedAsync(Store.Sqlite, hasMail: true, message => message.To.Channel == Mailbox.Channel ? Delivery.Refused("the mail server says 550") : null);
        var legal = bot.As("郑文");

        await legal.IsTold("凌云电缆");
        (await legal.InEnglish().Says("why was I told this")).Hears("here (delivered)", "zheng@example.com (failed)");
        Assert.Equal("smtp", await bot.Look(db => db.Outbox.Where(o => o.State == OutboxState.Dead).Select(o => o.Reference!.Channel).SingleAsync()));
    }

    [Fact]
    public async Task AL_11_without_a_mail_server_nobody_waits_for_a_letter()
    {
        await using var bot = await EscalatedAsync(Store.Sqlite, hasMail: false);
        await bot.As("郑文").IsTold("凌云电缆");
        Assert.False(await bot.Look(db => db.Outbox.AnyAsync(o => o.State != OutboxState.Accepted)));
    }

    private static async Task<TestBot> EscalatedAsync(Store store, bool hasMail, Func<Outgoing, Delivery?>? fails = null)
    {
        var bot = await TestBot.StartAsync(store);
        bot.Messenger.HasMail = hasMail;
        bot.Messenger.Fails = fails ?? (_ => null);
        await bot.Look(db => db.People.Where(p => p.Name == "郑文").ExecuteUpdateAsync(s => s.SetProperty(p => p.Email, "zheng@example.com")));
        bot.Get<SalesBot.People.OrgCache>().Forget();
        await bot.As("赵磊").Says("凌云电缆合同提交审批");
        bot.Clock.Advance(TimeSpan.FromDays(5));
        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        await bot.RoundAsync();
        return bot;
    }
}
