using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People.Linking;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>One person, many places: where what the bot says unasked goes.</summary>
public sealed class SeatsTests : IAsyncLifetime
{
    private TestBot _bot = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        _bot.Messenger.Elsewhere = "feishu";
        await using var db = _bot.Open();
        var rep = await db.People.FirstAsync(p => p.Name == "赵磊");
        db.References.Add(new ConversationReference { Channel = "test", ConversationId = "c-P2", UserId = "P2", PersonId = rep.Id, LastSeenAt = TestBot.Start.AddHours(-2), Route = "" });
        db.References.Add(new ConversationReference { Channel = "feishu", ConversationId = "oc_1", UserId = "ou_1", PersonId = rep.Id, LastSeenAt = TestBot.Start.AddHours(-1), Route = "" });
        db.Outbox.Add(new OutboxMessage { Person = rep, Content = """{"Text":"hello"}""", CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start });
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task AL_11_a_message_goes_where_the_person_was_last()
    {
        Assert.Equal(1, await _bot.DeliverAsync());

        Assert.Single(_bot.Messenger.In("oc_1"));
        Assert.Empty(_bot.Messenger.In("c-P2"));
    }

    [Fact]
    public async Task AL_11_what_one_messenger_refuses_goes_out_on_the_next_at_once()
    {
        _bot.Messenger.Fails = message => message.To.Channel == "feishu" ? Delivery.Refused("230013") : null;

        Assert.Equal(1, await _bot.DeliverAsync());

        Assert.Single(_bot.Messenger.In("c-P2"));
        Assert.Equal(OutboxState.Accepted, await _bot.Look(db => db.Outbox.Select(o => o.State).SingleAsync()));
    }

    [Fact]
    public async Task AL_11_a_messenger_that_stays_silent_is_passed_over_after_a_while()
    {
        _bot.Messenger.Fails = message => message.To.Channel == "feishu" ? Delivery.RetryLater("timeout") : null;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(0, await _bot.DeliverAsync());
            await _bot.PassAsync(TimeSpan.FromMinutes(3));
        }

        Assert.Equal(1, await _bot.DeliverAsync());
        Assert.Single(_bot.Messenger.In("c-P2"));
    }

    [Fact]
    public async Task AL_11_a_messenger_that_is_set_up_no_more_comes_last()
    {
        _bot.Messenger.Elsewhere = null;

        Assert.Equal(1, await _bot.DeliverAsync());

        Assert.Single(_bot.Messenger.In("c-P2"));
    }

    [Fact]
    public async Task AL_11_what_every_messenger_refuses_is_given_up()
    {
        _bot.Messenger.Fails = _ => Delivery.Refused("gone");

        Assert.Equal(0, await _bot.DeliverAsync());

        Assert.Equal((OutboxState.Dead, "gone"), await _bot.Look(db => db.Outbox.Select(o => ValueTuple.Create(o.State, o.LastError!)).SingleAsync()));
    }

    /// <summary>A seat that was used in the same minute was not noted again, and what was told next went to the other one.</summary>
    [Fact]
    public async Task AL_11_who_goes_back_to_a_messenger_within_the_minute_is_told_there()
    {
        var rep = _bot.As("赵磊");
        await rep.Says("我的商机");
        await using (var db = _bot.Open())
        {
            (await db.References.SingleAsync(r => r.Channel == "feishu")).LastSeenAt = _bot.Clock.Now.AddSeconds(5);
            await db.SaveChangesAsync();
        }

        _bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await rep.Says("我的待办");

        await _bot.DeliverAsync();
        Assert.Empty(_bot.Messenger.In("oc_1"));
    }

    /// <summary>It was loaded together with fifty others, and posted minutes after the account was taken from its person.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("王芳")]
    public async Task AL_11_what_was_loaded_before_an_account_was_taken_away_is_not_posted_there_any_more(string? toWhom)
    {
        await using (var db = _bot.Open())
        {
            var seat = await db.References.SingleAsync(r => r.Channel == "feishu");
            OutboxMessage Waiting(string text, string? updates = null) => new() { PersonId = seat.PersonId!.Value, Reference = seat, UpdatesActivityId = updates, Content = text, CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start };
            db.Outbox.AddRange(Waiting("""{"Text":"only renewed"}""", "m2"), Waiting("""{"Text":"an answer"}"""));
            await db.SaveChangesAsync();
        }

        _bot.Messenger.Meanwhile = () => TakeAwayAsync(toWhom);

        await _bot.DeliverAsync();
        await _bot.PassAsync(TimeSpan.FromDays(1));
        await _bot.DeliverAsync();

        Assert.Equal("hello", Assert.Single(_bot.Messenger.In("oc_1")).Message.Content.Text);
        Assert.Equal("an answer", Assert.Single(_bot.Messenger.In("c-P2")).Message.Content.Text);
    }

    /// <summary>It was noted as a card of its person, which was shown anew there for ninety days.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("王芳")]
    public async Task A_card_that_arrived_in_an_account_that_was_taken_away_meanwhile_is_nobodys_card(string? toWhom)
    {
        await using (var db = _bot.Open())
        {
            (await db.Outbox.SingleAsync()).Subject = "approval:P1";
            await db.SaveChangesAsync();
        }

        _bot.Messenger.Meanwhile = () => TakeAwayAsync(toWhom);

        await _bot.DeliverAsync();

        Assert.Single(_bot.Messenger.In("oc_1"));
        Assert.Equal(0, await _bot.Look(db => db.SentCards.CountAsync()));
    }

    private async Task TakeAwayAsync(string? toWhom)
    {
        await using var db = _bot.Open();
        var seat = await db.References.SingleAsync(r => r.Channel == "feishu");
        await LeftSeats.ClearAsync(db, [seat.Id], _bot.Clock.Now, CancellationToken.None);
        seat.PersonId = toWhom is null ? null : (await db.People.FirstAsync(p => p.Name == toWhom)).Id;
        await db.SaveChangesAsync();
    }
}
