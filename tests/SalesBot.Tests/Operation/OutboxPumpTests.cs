using Microsoft.Extensions.Logging.Abstractions;
using SalesBot.Conversation;
using SalesBot.Server.Channels;
using SalesBot.Server.Jobs;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Operation;

public sealed class OutboxPumpTests
{
    /// <summary>One came after the other: as long as the telling took, or failed, nothing went out.</summary>
    [Fact]
    public async Task Messages_go_out_while_the_telling_of_turns_that_were_cut_short_takes_its_time()
    {
        await using var bot = await TestBot.StartAsync();
        using var open = new ManualResetEventSlim();
        var (asked, sent) = (new TaskCompletionSource(), new TaskCompletionSource());
        bot.Messenger.Fails = _ =>
        {
            sent.TrySetResult();
            return null;
        };
        var unfinished = new UnfinishedTurns(
            () =>
            {
                asked.TrySetResult();
                open.Wait();
                return bot.Open();
            }, new EdgeNotes(bot.Open), bot.Get<ReplyRenderer>, bot.Clock);
        using var pump = new OutboxPump(bot.Get<Outbox>(), unfinished, bot.Clock, NullLogger<OutboxPump>.Instance);
        await pump.StartAsync(CancellationToken.None);
        await asked.Task;

        var rep = await bot.PersonAsync("赵磊");
        await using (var db = bot.Open())
        {
            db.Outbox.Add(new OutboxMessage { PersonId = rep.Id, Content = """{"Text":"hello"}""", CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        bot.Get<Outbox>().Wake();
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(30));
        open.Set();
        await pump.StopAsync(CancellationToken.None);
    }
}
