using Microsoft.EntityFrameworkCore;
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

    /// <summary>Nobody submits a contract at night: the late afternoon before instead.</summary>
    private static DateTimeOffset InTheDay(DateTimeOffset moment)
    {
        var local = moment.ToOffset(TimeSpan.FromHours(8));
        return local.Hour switch { < 9 => local.AddHours(-local.Hour - 7), >= 18 => local.AddHours(17 - local.Hour), _ => local };
    }
}
