using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.Language;
using SalesBot.Process;

namespace SalesBot.Tests.Talking.AtRandom;

/// <summary>Plays steps against the real container and looks after each whether what must hold holds.</summary>
internal sealed class Story : IAsyncDisposable
{
    private readonly TestBot first;
    private readonly List<TestBot> restarted = [];
    private readonly Invariants invariants = new();
    private readonly Dictionary<string, List<Press>> screens = new(StringComparer.Ordinal);
    private TestBot bot;
    private int activities;

    private Story(TestBot first) => (this.first, bot) = (first, first);

    public static async Task PlayAsync(IReadOnlyList<Step> steps)
    {
        await using var story = new Story(await TestBot.StartAsync(FillAsync));
        await story.invariants.BeginAsync(story.bot);
        await story.PrepareAsync();
        foreach (var step in steps)
        {
            await story.TakeAsync(step);
            await story.bot.DeliverAsync();
            await story.invariants.HoldAsync(story.bot);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in restarted)
        {
            await node.DisposeAsync();
        }

        await first.DisposeAsync();
    }

    /// <summary>The process that ships, with all its gates; some deals have what their stage wants, and some do not.</summary>
    private static async Task FillAsync(SalesDb db)
    {
        TestCompany.Fill(db, TestBot.Start);
        db.ChangeTracker.Entries<Definition>().ToList().ForEach(e => e.State = EntityState.Detached);
        await db.SaveChangesAsync();
        var (customer, owner) = (await db.Customers.SingleAsync(c => c.Key == "C1"), await db.People.SingleAsync(p => p.Key == "P2"));
        db.Add(new Deal { Key = "L1", Name = "东岭阀门备件", Customer = customer, Owner = owner, Stage = "lead", StageSince = TestBot.Start, CreatedAt = TestBot.Start.AddDays(-60) });
        foreach (var (key, kind) in new[] { ("D1", "proposal"), ("D7", "survey") })
        {
            var deal = await db.Deals.SingleAsync(d => d.Key == key);
            db.Add(new Document { Key = "O" + key, Kind = kind, Name = kind + ".pdf", ContentType = "application/pdf", Size = 1, Sha256 = new string('0', 64), DealId = deal.Id, UploadedById = deal.OwnerId, CreatedAt = TestBot.Start });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A contract and a swing of an amount wait for decisions, a quote was approved, so that there are buttons to press and decisions to outlive from the first step on.</summary>
    private async Task PrepareAsync()
    {
        foreach (var (verb, deal, amount) in new[] { ("submit_contract", "D3", "1450000"), ("submit_quote", "D1", "600000"), ("update_amount", "D5", "2000000") })
        {
            await TurnAsync("P2", new Press(verb, new Slots { ["deal"] = deal, ["amount"] = amount }, null));
        }

        var quote = await bot.Look(db => db.Approvals.Where(a => a.QuoteId != null).Select(a => a.Key).SingleAsync());
        await TurnAsync("P1", new Press("approve", new Slots { ["approval_id"] = quote }, null));

        await bot.DeliverAsync();
    }

    private async Task TakeAsync(Step step)
    {
        var who = Orders.People[step.Who % Orders.People.Length];
        var order = await PresentAsync(Orders.Of(step.What, step.Value));
        switch (step.Kind)
        {
            case StepKind.Order:
                await TurnAsync(who, order);
                break;
            case StepKind.Press or StepKind.PressTwice:
                var pressed = Seen(who, step.Value) ?? order;
                await TurnAsync(who, pressed);
                await (step.Kind == StepKind.PressTwice ? TurnAsync(who, pressed) : Task.CompletedTask);
                break;
            case StepKind.Repeat:
                await SameTwiceAsync(who, order, crash: false);
                break;
            case StepKind.Crash:
                await SameTwiceAsync(who, order, crash: true);
                break;
            case StepKind.AndBack:
                await AndBackAsync(who, order);
                break;
            default:
                await WaitAsync(TimeSpan.FromHours(1 + (step.Value % 120)));
                break;
        }
    }

    /// <summary>The order with the version of the process that it was read back from.</summary>
    private async Task<Press> PresentAsync(Press order)
    {
        if (order.Data.ContainsKey(Orders.Version))
        {
            order.Data[Orders.Version] = ((await bot.Look(db => db.Definitions.Where(d => d.Name == SalesProcess.Name).MaxAsync(d => (int?)d.Number))) ?? 0).ToString(CultureInfo.InvariantCulture);
        }

        return order;
    }

    /// <summary>The second delivery changes nothing and is answered as the first was.</summary>
    private async Task SameTwiceAsync(string who, Press order, bool crash)
    {
        var activity = Next();
        var answer = await RunAsync(who, order, activity);
        var rows = await Rows.TakeAsync(bot);
        if (crash)
        {
            await RestartAsync();
        }

        var again = await RunAsync(who, order, activity);
        Assert.Equal(answer.Replies.Select(r => r.Text), again.Replies.Select(r => r.Text), StringComparer.Ordinal);
        Assert.Equal("", Rows.Difference(rows, await Rows.TakeAsync(bot)));
    }

    /// <summary>What has an Undo can be undone at once, and then everything is as it was.</summary>
    private async Task AndBackAsync(string who, Press order)
    {
        var before = await Rows.TakeAsync(bot);
        var answer = await TurnAsync(who, order);
        if (answer.Replies.SelectMany(r => new Heard("", r).Buttons).Where(b => b.Verb == "undo").Select(b => b.Data.Text("entry")).FirstOrDefault() is not { } entry)
        {
            return;
        }

        var undone = await TurnAsync(who, new Press("undo", new Slots { ["entry"] = entry }, null));
        if (!undone.Replies.Any(r => r.Text.Contains("不能撤销", StringComparison.Ordinal)))
        {
            var difference = Rows.Difference(before, await Rows.TakeAsync(bot));
            Assert.True(difference.Length == 0, $"{who} {order.Verb} undone ({undone.Replies[0].Text}):\n{difference}");
        }
    }

    private async Task WaitAsync(TimeSpan time)
    {
        bot.Clock.Advance(time);
        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        await bot.ScanAsync();
        await bot.TellAsync();
    }

    /// <summary>The container is dropped as a killed process would be, with whatever it still had to send; a new one opens on the same database.</summary>
    private async Task RestartAsync()
    {
        KeepScreens();
        var now = bot.Clock.Now;
        bot = await first.SecondNodeAsync();
        bot.Clock.Set(now);
        restarted.Add(bot);
    }

    private async Task<TurnAnswer> TurnAsync(string who, Press press)
    {
        var answer = await RunAsync(who, press, Next());
        await bot.Get<Outbox>().ReplyAsync(Of(who, press, "reply"), answer.Replies, CancellationToken.None);
        return answer;
    }

    private async Task<TurnAnswer> RunAsync(string who, Press press, string activity)
    {
        var answer = await bot.Get<TurnRunner>().RunAsync(Of(who, press, activity), CancellationToken.None);
        Assert.DoesNotContain(answer.Replies, r => r.Text.Contains("系统出错了", StringComparison.Ordinal));
        return answer;
    }

    private Turn Of(string who, Press press, string activity) =>
        new(TurnKind.Pressed, bot.Messenger.Reach(who) with { Locale = "zh-CN" }, activity, bot.Clock.Now) { Press = press, PersonKey = who };

    private string Next() => "a" + (++activities).ToString(CultureInfo.InvariantCulture);

    /// <summary>A button that the person has had, with a word for whatever it may ask.</summary>
    private Press? Seen(string who, int which)
    {
        KeepScreens();
        var seen = screens[who];
        // Every other time one of the newest.
        return seen.Count == 0 ? null : which % 2 == 0 ? seen[^(1 + (which / 2 % Math.Min(6, seen.Count)))] : seen[which % seen.Count];
    }

    private void KeepScreens()
    {
        foreach (var who in Orders.People)
        {
            var buttons = bot.Messenger.To(who).SelectMany(m => new Heard(m.ActivityId, m.Message.Content).Buttons.Select(b => new Press(b.Verb, new Slots(b.Data) { ["reason"] = "看过了", ["invoice"] = "INV-777" }, m.ActivityId)));
            var known = screens.TryGetValue(who, out var list) ? list : screens[who] = [];
            known.AddRange(buttons.Where(b => !known.Exists(k => k.Verb == b.Verb && k.CardActivityId == b.CardActivityId && k.Data.SequenceEqual(b.Data))));
        }
    }
}
