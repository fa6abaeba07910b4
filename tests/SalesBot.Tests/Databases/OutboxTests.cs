using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Databases;

public sealed class OutboxTests
{
    [PostgresFact]
    public async Task Two_nodes_share_the_outbox_and_send_each_row_once()
    {
        await using var bot = await TestBot.StartAsync(Store.Postgres);
        await using var other = await bot.SecondNodeAsync();
        await FillAsync(bot, 300);

        var sent = await Task.WhenAll(Task.Run(bot.DeliverAsync), Task.Run(other.DeliverAsync));

        Assert.Equal(300, bot.Messenger.To("P1").Concat(other.Messenger.To("P1")).Select(m => m.Message.Content.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(300, bot.Messenger.To("P1").Count + other.Messenger.To("P1").Count);
        Assert.Equal(300, sent.Sum());
        Assert.Equal(300, await bot.Look(db => db.Outbox.CountAsync(o => o.State == OutboxState.Accepted)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_node_that_dies_between_two_messages_doubles_none_that_went_out(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await FillAsync(bot, 3);
        bot.Messenger.Fails = m => m.Content.Text == "message 1" ? throw new InvalidOperationException("the node dies here") : null;
        await Assert.ThrowsAsync<InvalidOperationException>(bot.DeliverAsync);

        bot.Messenger.Fails = _ => null;
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await bot.DeliverAsync();

        Assert.Equal(["message 0", "message 1", "message 2"], bot.Messenger.To("P1").Select(m => m.Message.Content.Text), StringComparer.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_platform_answers_at_length_is_cut_and_the_row_retried(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await FillAsync(bot, 1);
        bot.Messenger.Fails = _ => Delivery.RetryLater(new string('x', 5000));

        Assert.Equal(0, await bot.DeliverAsync());

        var row = await bot.Look(db => db.Outbox.SingleAsync());
        Assert.Equal((OutboxState.Waiting, 1, 400), (row.State, row.Attempts, row.LastError!.Length));
    }

    private static async Task FillAsync(TestBot bot, int count)
    {
        var person = await bot.PersonAsync("王芳");
        await using var db = bot.Open();
        for (var i = 0; i < count; i++)
        {
            var content = System.Text.Json.JsonSerializer.Serialize(new RenderedReply($"message {i}", null));
            db.Outbox.Add(new OutboxMessage { PersonId = person.Id, Content = content, CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start });
        }

        await db.SaveChangesAsync();
    }
}
