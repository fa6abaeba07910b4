using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;

namespace SalesBot.Server.Demo;

/// <summary>Fills an empty database in Development, then lets the people of the demo company act through the bot itself, so that what waits is real.</summary>
internal sealed class DemoStory(Func<SalesDb> open, TurnRunner runner, NameFeed names, TimeProvider clock)
{
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
            // A press whose answer nobody waits for; the approver's card is in the outbox.
            var seat = new Address("demo", "demo-" + submission.By, submission.By, IsGroup: true, Locale: null, Route: "");
            var press = new Press("submit_contract", new Slots { ["contract"] = submission.Contract }, null);
            await runner.RunAsync(new Turn(TurnKind.Pressed, seat, "demo-" + submission.Contract, InTheDay(now.AddHours(-submission.HoursAgo))) { Press = press, PersonKey = submission.By }, stop);
        }
    }

    /// <summary>Nobody submits a contract at night, on a weekend or a holiday: the late afternoon of the working day before instead.</summary>
    internal static DateTimeOffset InTheDay(DateTimeOffset moment)
    {
        var local = moment.ToOffset(TimeSpan.FromHours(8));
        var day = DateOnly.FromDateTime(local.DateTime);
        if (local.Hour >= 9 && WorkCalendar.China.IsWorkday(day))
        {
            return local.Hour < 18 ? local : local.AddHours(17 - local.Hour);
        }

        return new DateTimeOffset(WorkCalendar.China.AddWorkdays(day, -1), new TimeOnly(17, local.Minute), local.Offset);
    }
}
