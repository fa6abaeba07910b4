using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges.AtRandom;

internal enum NudgeStepKind
{
    Hours,
    Days,
    Outage,
    Move,
    Explain,
    FollowUp,
    Todo,
    Done,
    Pay,
    Leave,
    Travel,
    Hour,
    Edit,
    KilledScan,
    KilledTelling,
    TwoNodes,
    MoveBack,
    Freeze,
    TakeOver,
}

/// <summary>One step, of whom and what by places in the company's lists.</summary>
internal sealed record NudgeStep(NudgeStepKind Kind, int Who, int Value);

/// <summary>Plays steps against the real container; after each round of nudges the <see cref="Promises"/> are looked at.</summary>
internal sealed class NudgeStory : IAsyncDisposable
{
    public static readonly int Kinds = Enum.GetValues<NudgeStepKind>().Length;
    private static readonly TimeSpan Round = TimeSpan.FromHours(3);
    private static readonly string[] Zones = ["Asia/Shanghai", "America/New_York", "Europe/Berlin"];

    /// <summary>Those who are told the most.</summary>
    private static readonly string[] Busy = ["赵磊", "王芳", "赵磊", "Kevin Doyle", "赵磊", "何建国", "林小雨"];
    private readonly TestBot bot;
    private readonly TestBot second;
    private readonly Promises promises = new();
    private long[] reps = [];
    private int made;

    private NudgeStory(TestBot bot, TestBot second) => (this.bot, this.second) = (bot, second);

    public static async Task PlayAsync(IReadOnlyList<NudgeStep> steps, Store store)
    {
        var first = await TestBot.StartAsync(store);
        await using var story = new NudgeStory(first, await first.SecondNodeAsync());
        await story.PrepareAsync();
        foreach (var step in steps)
        {
            await story.TakeAsync(step);
            await story.promises.HoldAsync(story.bot);
        }

        await story.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await second.DisposeAsync();
        await bot.DisposeAsync();
    }

    private Task<int> PrepareAsync() => bot.Look(db =>
    {
        reps = [.. db.People.Where(p => p.Role == Role.Rep).OrderBy(p => p.Id).Select(p => p.Id)];
        var deal = db.Deals.First(d => d.Key == "D5");
        var contract = new Contract { Key = "K1", Title = "百川一期合同", DealId = deal.Id, CustomerId = deal.CustomerId, Amount = 900_000, Status = ContractStatus.Signed, CreatedAt = TestBot.Start };
        contract.Payments.AddRange(Enumerable.Range(0, 3).Select(i => new PaymentDue { Key = "K1-" + i, Amount = 300_000, DueOn = new DateOnly(2026, 3, 9).AddDays(12 * i), CreatedAt = TestBot.Start }));
        db.Add(contract);
        foreach (var customer in db.Customers.Where(c => c.Key == "C1" || c.Key == "C3"))
        {
            customer.Grade = customer.Key == "C1" ? "A" : "B";
        }

        return db.SaveChangesAsync();
    });

    private static Deal DealOf(SalesDb db, NudgeStep step) => db.Deals.OrderBy(d => d.Id).ToList()[step.Value % 5];

    /// <summary>A move that is undone, at once or after days.</summary>
    private async Task MoveBackAsync(NudgeStep step)
    {
        DateTimeOffset since = default;
        await ChangeAsync(db => DealOf(db, step), d => (since, d.StageSince) = (d.StageSince, bot.Clock.Now));
        await PassAsync(TimeSpan.FromHours(step.Who % 40));
        await ChangeAsync(db => DealOf(db, step), d => d.StageSince = since);
    }

    private Task TakeAsync(NudgeStep step) => step.Kind switch
    {
        NudgeStepKind.Hours => PassAsync(TimeSpan.FromHours(1 + (step.Value % 20))),
        NudgeStepKind.Days => PassAsync(TimeSpan.FromDays(1 + (step.Value % 4))),
        NudgeStepKind.Outage => OutageAsync(TimeSpan.FromHours(12 + (step.Value % 200))),
        NudgeStepKind.Move => ChangeAsync(db => DealOf(db, step), d => (d.Stage, d.StageSince) = (d.Stage == "proposal" ? "qualify" : "proposal", bot.Clock.Now)),
        NudgeStepKind.MoveBack => MoveBackAsync(step),
        NudgeStepKind.Freeze => ChangeAsync(db => DealOf(db, step), d => d.FrozenUntil = d.FrozenUntil is null ? Presence.Day(new Person(), bot.Clock.Now).AddDays(step.Value % 12) : null),
        NudgeStepKind.TakeOver => ChangeAsync(db => DealOf(db, step), d => d.OwnerId = reps[step.Who % reps.Length]),
        NudgeStepKind.Explain => ChangeAsync(db => DealOf(db, step), d => d.ParkedUntil = bot.Clock.Now.AddDays(1 + (step.Value % 9))),
        NudgeStepKind.FollowUp => ChangeAsync(db => db.Customers.OrderBy(c => c.Id).ToList()[step.Value % 5], c => c.LastInteractionAt = bot.Clock.Now),
        NudgeStepKind.Todo => AddTodoAsync(step),
        NudgeStepKind.Done => ChangeAsync(db => db.Todos.Where(t => t.DoneAt == null).OrderBy(t => t.Id).AsEnumerable().ElementAtOrDefault(step.Value % 4), t => t.DoneAt = bot.Clock.Now),
        NudgeStepKind.Pay => ChangeAsync(db => db.Payments.OrderBy(p => p.Id).ToList()[step.Value % 3], p => p.PaidOn = Presence.Day(new Person(), bot.Clock.Now)),
        NudgeStepKind.Leave => AddLeaveAsync(step),
        NudgeStepKind.Travel => ChangeAsync(db => db.People.OrderBy(p => p.Id).ToList()[step.Who % 11], p => p.TimeZone = Zones[step.Value % 3]),
        NudgeStepKind.Hour => ChangeAsync(db => db.People.OrderBy(p => p.Id).ToList()[step.Who % 11], p => (p.DigestAt, p.WorkFrom) = (step.Value % 4 == 0 ? null : new TimeOnly(7 + (step.Value % 4), 30), new TimeOnly(8 + (step.Value % 3), 0))),
        NudgeStepKind.Edit => EditAsync(step),
        NudgeStepKind.KilledScan => KilledAsync(step.Value % 9, telling: false),
        NudgeStepKind.KilledTelling => KilledAsync(step.Value % 9, telling: true),
        _ => BothAsync(),
    };

    /// <summary>Time goes by, with the scheduler at work.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Round)
        {
            bot.Clock.Advance(Round);
            await bot.ScanAsync();
            await bot.TellAsync();
            await promises.HoldAsync(bot);
        }
    }

    private async Task OutageAsync(TimeSpan time)
    {
        bot.Clock.Advance(time);
        await bot.ScanAsync();
        await bot.TellAsync();
    }

    private async Task ChangeAsync<T>(Func<SalesDb, T?> find, Action<T> change)
        where T : class
    {
        await using var db = bot.Open();
        if (find(db) is { } record)
        {
            change(record);
            await db.SaveChangesAsync();
            Forget();
        }
    }

    private void Forget()
    {
        foreach (var node in new[] { bot, second })
        {
            node.Get<OrgCache>().Forget();
            node.Get<DefinitionCache>().Forget();
        }
    }

    private async Task AddTodoAsync(NudgeStep step)
    {
        await using var db = bot.Open();
        var owner = db.People.AsEnumerable().First(p => p.Name == Busy[step.Who % Busy.Length]);
        db.Add(new Todo
        {
            Key = "TX" + ++made, OwnerId = owner.Id, Title = "事" + made, CreatedAt = bot.Clock.Now, DueOn = Presence.Day(owner, bot.Clock.Now).AddDays(step.Value % 4),
            DueAt = step.Value % 3 == 0 ? new TimeOnly(10 + (step.Value % 6), 0) : null,
        });
        await db.SaveChangesAsync();
    }

    private async Task AddLeaveAsync(NudgeStep step)
    {
        await using var db = bot.Open();
        var person = db.People.AsEnumerable().First(p => p.Name == Busy[step.Who % Busy.Length]);
        var day = Presence.Day(person, bot.Clock.Now);
        db.Add(new Absence { Key = "A" + ++made, PersonId = person.Id, From = day, To = day.AddDays(step.Value % 6), CreatedAt = bot.Clock.Now });
        await db.SaveChangesAsync();
    }

    private async Task EditAsync(NudgeStep step)
    {
        await using var db = bot.Open();
        var newest = await Definitions.NewestAsync(db, NudgeBook.Name, CancellationToken.None);
        var book = (NudgeBook.Shipped with { Budget = 1 + (step.Value % 3) }).With("silent", NudgeBook.Shipped["silent"] with { Days = 20 + (step.Value % 20) });
        foreach (var rule in book.Rules.Keys.Where((_, i) => (step.Value + i) % 4 != 0))
        {
            book = book.With(rule, book[rule] with { Channel = NudgeChannel.Message });
        }

        db.Add(Definitions.Next(NudgeBook.Name, newest?.Number ?? 0, NudgeFile.Write(book), bot.Clock.Now));
        await db.SaveChangesAsync();
        Forget();
    }

    /// <summary>The process dies after so many looks into the database, and another begins.</summary>
    private async Task KilledAsync(int after, bool telling)
    {
        using var death = new CancellationTokenSource();
        var (looks, real) = (0, bot.Get<Func<SalesDb>>());
        SalesDb Open()
        {
            if (looks++ == after)
            {
                death.Cancel();
            }

            return real();
        }

        var rules = NudgeRules.Discover(NullLogger<NudgeRules>.Instance);
        try
        {
            await new NudgeScan(telling ? real : Open, rules, bot.Get<CompanyCaches>(), bot.Get<Ledger>(), bot.Get<NameFeed>()).RunAsync(bot.Clock.Now, death.Token);
            await new NudgeDelivery(Open, rules, bot.Get<CompanyCaches>(), bot.Get<Post>(), bot.Get<Outbox>()).RunAsync(bot.Clock.Now, death.Token);
        }
        catch (OperationCanceledException)
        {
            // As meant.
        }

        await promises.HoldAsync(bot);
        await bot.ScanAsync();
        await bot.TellAsync();
    }

    private async Task BothAsync()
    {
        second.Clock.Set(bot.Clock.Now);
        await Task.WhenAll(bot.ScanAsync(), second.ScanAsync());
        await Task.WhenAll(bot.TellAsync(), second.TellAsync());
    }

    /// <summary>Everybody is back at their desk in Shanghai, and a week goes by in which nobody acts: nothing that is so may be untold.</summary>
    private async Task EndAsync()
    {
        await bot.Look(async db =>
        {
            await db.Absences.ExecuteDeleteAsync();
            foreach (var person in db.People)
            {
                (person.TimeZone, person.WorkFrom, person.WorkTo) = ("Asia/Shanghai", new TimeOnly(9, 0), new TimeOnly(18, 0));
            }

            return await db.SaveChangesAsync();
        });
        Forget();
        await PassAsync(TimeSpan.FromDays(10));
        await promises.NothingLostAsync(bot);
    }
}
