using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges.AtRandom;

/// <summary>What is promised of nudges, looked at in the rows by other code than sends them.</summary>
internal sealed class Promises
{
    private readonly HashSet<long> seenMessages = [];
    private readonly Dictionary<long, DateTimeOffset> seenFindings = [];

    /// <summary>Of what was sent since the last look.</summary>
    public async Task HoldAsync(TestBot bot)
    {
        await using var db = bot.Open();
        var now = bot.Clock.Now;
        var messages = (await db.Outbox.AsNoTracking().ToListAsync()).Where(m => seenMessages.Add(m.Id)).ToList();
        var told = (await db.Findings.AsNoTracking().Where(f => f.ToldAt != null).ToListAsync()).Where(IsNews).ToList();
        var people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id);
        var leave = await db.Absences.AsNoTracking().ToListAsync();
        foreach (var person in messages.Select(m => m.PersonId).Union(told.Select(f => f.PersonId)))
        {
            var (sent, found) = (messages.Where(m => m.PersonId == person).ToList(), told.Where(f => f.PersonId == person).ToList());
            var weeks = sent.Count(m => m.Subject!.StartsWith("digest:", StringComparison.Ordinal)) > 0 && found.All(f => !f.InDigest) ? 1 : 0;
            var groups = found.Select(f => f.InDigest ? "" : f.Rule).Distinct(StringComparer.Ordinal).Count();
            Assert.True(sent.Count == groups + weeks, $"{At(people[person], now)}: {sent.Count} messages for {groups} of findings: {string.Join(", ", sent.Select(m => m.Subject))} / {string.Join(", ", found.Select(f => f.Rule))}");
            Assert.True(sent.Count == 0 || IsAwake(people[person], leave, now, sent.All(m => m.Subject!.StartsWith("digest:", StringComparison.Ordinal)) || found.All(f => NudgeRules.Find(f.Rule)?.Urgent != true)), $"told at {At(people[person], now)}");
        }

        foreach (var finding in told)
        {
            Assert.True(await IsSoAsync(db, finding, now), $"{finding.Rule} of {finding.SubjectKey} was over at {now} (since {finding.Since})");
        }

        await BudgetAsync(db, people, now);
    }

    /// <summary>Whatever is so for more than a day in which its owner worked, was told to them.</summary>
    public async Task NothingLostAsync(TestBot bot)
    {
        await using var db = bot.Open();
        var (now, before) = (bot.Clock.Now, bot.Clock.Now.AddDays(-5));
        var findings = await db.Findings.AsNoTracking().ToListAsync();
        bool Told(string rule, SalesBot.Data.Record record, long person, DateTimeOffset since) => findings.Exists(f => f.Rule == rule && f.SubjectId == record.Id && f.PersonId == person && f.Since >= since && f.ToldAt is not null);
        foreach (var deal in (await db.Deals.AsNoTracking().ToListAsync()).Where(d => IsStalled(d, before) && IsStalled(d, now)))
        {
            Assert.True(Told("stalled", deal, deal.OwnerId, deal.StageSince), $"{deal.Key} stands since {deal.StageSince}, its owner was not told");
        }

        foreach (var todo in (await db.Todos.AsNoTracking().ToListAsync()).Where(t => t.DoneAt is null && t.DueOn < Day(before) && t.Kind != TodoKind.Invoice))
        {
            Assert.True(Told("due", todo, todo.OwnerId, DateTimeOffset.MinValue), $"{todo.Key} was due on {todo.DueOn}, its owner was not told");
        }

        foreach (var payment in (await db.Payments.AsNoTracking().Include(p => p.Contract.Deal).ToListAsync()).Where(p => p.PaidOn is null && p.DueOn < Day(before)))
        {
            Assert.True(Told("payment", payment, payment.Contract.Deal!.OwnerId, DateTimeOffset.MinValue), $"{payment.Key} was due on {payment.DueOn}, its owner was not told");
        }

        Assert.All(findings.Where(f => f.State == FindingState.Told).GroupBy(f => (f.Rule, f.SubjectId, f.Since, f.PersonId)), same => Assert.Single(same));
    }

    /// <summary>Told since the last look. A second time only what was over for a day in between, and was found anew.</summary>
    private bool IsNews(Finding finding)
    {
        var known = seenFindings.TryGetValue(finding.Id, out var before);
        seenFindings[finding.Id] = finding.ToldAt!.Value;
        Assert.True(!known || before == finding.ToldAt || finding.FoundAt > before, $"{finding.Rule} of {finding.SubjectKey} was told at {before} and again at {finding.ToldAt}");
        return !known || before != finding.ToldAt;
    }

    /// <summary>At work, or it is the hour that they chose for their digest; on a working day, not on leave.</summary>
    private static bool IsAwake(Person person, IEnumerable<Absence> leave, DateTimeOffset now, bool digest)
    {
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone));
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        var hours = (time >= person.WorkFrom && time < person.WorkTo) || (digest && person.DigestAt is { } at && time >= at);
        return hours && WorkCalendar.China.IsWorkday(day) && !leave.Any(a => a.PersonId == person.Id && a.From <= day && day <= a.To);
    }

    private static async Task<bool> IsSoAsync(SalesDb db, Finding finding, DateTimeOffset now) => finding.Rule switch
    {
        "stalled" => IsStalled(await db.Deals.AsNoTracking().FirstAsync(d => d.Id == finding.SubjectId), now),
        "silent" or "cadence" => IsQuiet(await db.Customers.AsNoTracking().Include(c => c.Owner).FirstAsync(c => c.Id == finding.SubjectId), now),
        "due" => (await db.Todos.AsNoTracking().FirstAsync(t => t.Id == finding.SubjectId)) is { DoneAt: null, DueOn: not null },
        "payment" => (await db.Payments.AsNoTracking().FirstAsync(p => p.Id == finding.SubjectId)) is { PaidOn: null } late && late.DueOn < Day(now),
        "payment_soon" => (await db.Payments.AsNoTracking().FirstAsync(p => p.Id == finding.SubjectId)) is { PaidOn: null },
        _ => true,
    };

    private static bool IsStalled(Deal deal, DateTimeOffset now) => deal.Status == DealStatus.Open && (now - deal.StageSince).TotalDays >= 7 && !(deal.ParkedUntil > now) && !(deal.FrozenUntil >= Day(now));

    /// <summary>No rule of these stories counts less than a fortnight, in days of the owner's calendar.</summary>
    private static bool IsQuiet(Customer customer, DateTimeOffset now) =>
        customer.Owner is { } owner && Presence.Day(owner, now).DayNumber - Presence.Day(owner, customer.LastInteractionAt ?? customer.CreatedAt).DayNumber >= 14;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);

    private static string At(Person person, DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"{person.Name}, {TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone)):ddd yyyy-MM-dd HH:mm} {person.TimeZone}");

    /// <summary>Who was told just now by messages that a rule could have held back has had no more of them today than the budget says, besides the digest.</summary>
    private static async Task BudgetAsync(SalesDb db, Dictionary<long, Person> people, DateTimeOffset now)
    {
        var budget = NudgeBook.In(await Definitions.LoadAsync(db, CancellationToken.None)).Budget;
        var since = now.AddHours(-24);
        var told = await db.Findings.AsNoTracking().Where(f => f.ToldAt > since && !f.InDigest).Select(f => new { f.PersonId, f.Rule, f.ToldAt }).Distinct().ToListAsync();
        foreach (var person in told.Where(t => NudgeRules.Find(t.Rule)?.Urgent != true && Presence.Day(people[t.PersonId], t.ToldAt!.Value) == Presence.Day(people[t.PersonId], now)).GroupBy(t => t.PersonId).Where(g => g.Any(t => t.ToldAt == now)))
        {
            Assert.True(person.Count() <= budget + 1, $"{At(people[person.Key], now)}: {person.Count()} messages: {string.Join(", ", person.Select(p => p.Rule))}");
        }
    }
}
