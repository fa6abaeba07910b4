using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

public sealed class RetentionTests
{
    [Fact]
    public async Task Forgets_old_deliveries_and_keeps_what_still_waits_or_died()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        var person = await bot.PersonAsync("赵磊");
        await using (var db = bot.Open())
        {
            db.AddRange(new[] { OutboxState.Accepted, OutboxState.Waiting, OutboxState.Dead }.Select(state => new OutboxMessage { PersonId = person.Id, State = state, Content = "{}", CreatedAt = TestBot.Start }));
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await bot.Get<Retention>().RunAsync(TestBot.Start.AddDays(13), CancellationToken.None));
        Assert.True(await bot.Look(db => db.SeenMessages.AnyAsync()));

        await bot.Get<Retention>().RunAsync(TestBot.Start.AddDays(31), CancellationToken.None);

        Assert.False(await bot.Look(db => db.SeenMessages.AnyAsync()));
        Assert.Equal([OutboxState.Waiting, OutboxState.Dead], await bot.Look(db => db.Outbox.Where(o => o.Content == "{}").OrderBy(o => o.Id).Select(o => o.State).ToListAsync()));
    }
}
