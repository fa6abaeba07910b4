using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;

namespace SalesBot.Server.Demo;

/// <summary>Fills an empty database in Development, then lets the people of the demo company act through the bot itself, so that what waits is real.</summary>
internal sealed class DemoStory(Func<SalesDb> open, TurnRunner runner, NameFeed names, TimeProvider clock)
{
    private const string Desk = "demo";

    public async Task TellAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var file = DemoFile.Read();
        await using (var db = open())
        {
            if (await db.People.AnyAsync(stop))
            {
                return;
            }

            new DemoCompany(file, now).Fill(db);
            await db.SaveChangesAsync(stop);
        }

        await names.LoadAsync(stop);
        foreach (var submission in file.Submissions)
        {
            // A press whose answer nobody waits for, in whatever language; the approver's card is in the outbox.
            var seat = new Address(Desk, "demo-" + submission.By, submission.By, IsGroup: false, Locale: null, Route: "");
            var press = new Press("submit_contract", new Slots { ["contract"] = submission.Contract }, null);
            await runner.RunAsync(new Turn(TurnKind.Pressed, seat, "demo-" + submission.Contract, InTheDay(now.AddHours(-submission.HoursAgo), now)) { Press = press, PersonKey = submission.By }, stop);
        }

        await LeaveAsync(stop);
    }

    /// <summary>Nothing is ever sent to where they pressed.</summary>
    private async Task LeaveAsync(CancellationToken stop)
    {
        await using var db = open();
        await db.References.Where(r => r.Channel == Desk).ExecuteDeleteAsync(stop);
    }

    /// <summary>Nobody submits a contract at night, on a weekend or a holiday: the nearest late afternoon or morning of a working day instead, that is not ahead.</summary>
    internal static DateTimeOffset InTheDay(DateTimeOffset moment, DateTimeOffset now)
    {
        var local = moment.ToOffset(TimeSpan.FromHours(8));
        var (calendar, day) = (WorkCalendar.China, DateOnly.FromDateTime(local.DateTime));
        var works = calendar.IsWorkday(day);
        if (works && local.Hour is >= 9 and < 18)
        {
            return local;
        }

        var before = At(works && local.Hour >= 18 ? day : calendar.AddWorkdays(day, -1), 17);
        var after = At(works && local.Hour < 9 ? day : calendar.NextWorkday(day), 9);
        return after <= now && after - local < local - before ? after : before;

        DateTimeOffset At(DateOnly date, int hour) => new(date, new TimeOnly(hour, local.Minute), local.Offset);
    }
}
