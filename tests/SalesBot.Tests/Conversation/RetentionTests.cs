using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Reports.Export;
using SalesBot.Tests.Databases;
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

    [Fact]
    public async Task An_offer_that_was_answered_is_known_as_answered_for_its_hour()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            db.Add(new PreparedExport { Token = new string('a', 40), PersonId = await db.People.Select(p => p.Id).FirstAsync(), CreatedAt = TestBot.Start, ExpiresAt = TestBot.Start.AddMinutes(2) });
            await db.SaveChangesAsync();
        }

        await bot.Get<Retention>().RunAsync(TestBot.Start.AddMinutes(30), CancellationToken.None);
        Assert.True(await bot.Look(db => db.PreparedExports.AnyAsync()));

        await bot.Get<Retention>().RunAsync(TestBot.Start.AddMinutes(61), CancellationToken.None);
        Assert.False(await bot.Look(db => db.PreparedExports.AnyAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Forgets_old_cards_and_a_year_old_talk_but_not_where_the_numbers_go_on(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await using (var db = bot.Open())
        {
            db.AddRange(Enumerable.Range(0, 4).Select(i => new TranscriptEntry { Channel = "directline", ConversationId = "c", Sequence = i, ActivityId = "c|" + i, Json = "{}", At = TestBot.Start.AddDays(i) }));
            var seat = new ConversationReference { Channel = "directline", ConversationId = "c", UserId = "P1" };
            db.AddRange(new[] { 0, 10 }.Select(day => new SentCard { Subject = "deal:D1", Reference = seat, ActivityId = "c|" + day, SentAt = TestBot.Start.AddDays(day) }));
            db.AddRange(new[] { 0, 10 }.Select(day => new EdgeNote { Channel = "wecom", ConversationId = "c", Name = "#" + day, At = TestBot.Start.AddDays(day) }));
            await db.SaveChangesAsync();
        }

        await bot.Get<Retention>().RunAsync(TestBot.Start.AddDays(91), CancellationToken.None);
        Assert.Equal(["c|10"], await bot.Look(db => db.SentCards.Select(c => c.ActivityId).ToListAsync()));
        Assert.Equal(["#10"], await bot.Look(db => db.EdgeNotes.Select(n => n.Name).ToListAsync()));
        Assert.Equal(4, await bot.Look(db => db.Transcript.CountAsync()));

        await bot.Get<Retention>().RunAsync(TestBot.Start.AddDays(400), CancellationToken.None);
        Assert.Equal([0, 3], await bot.Look(db => db.Transcript.OrderBy(l => l.Sequence).Select(l => l.Sequence).ToListAsync()));
    }
}
