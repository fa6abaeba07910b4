using SalesBot.Data;
using SalesBot.Nudges;
using SalesBot.Tests.Talking;
using SalesBot.Tickets;

namespace SalesBot.Tests.Nudges;

/// <summary>Days of a company whose nudges are looked at.</summary>
internal static class NudgeDays
{
    extension(TestBot bot)
    {
        /// <summary>One round of the scheduler: look, tell, send. Returns the number of messages.</summary>
        public async Task<int> RoundAsync()
        {
            await bot.ScanAsync();
            var told = await bot.TellAsync();
            await bot.DeliverAsync();
            return told;
        }

        /// <summary>Every hour up to then, with its round.</summary>
        public async Task<int> RoundsAsync(TimeSpan time)
        {
            var told = 0;
            for (var hours = 0; hours < time.TotalHours; hours++)
            {
                await bot.PassAsync(TimeSpan.FromHours(1));
                told += await bot.RoundAsync();
            }

            return told;
        }

        /// <summary>Other rules than the shipped ones hold.</summary>
        public Task LayDownAsync(Func<NudgeBook, NudgeBook> change) => bot.Look(db =>
        {
            db.Add(Definitions.Next(NudgeBook.Name, 0, NudgeFile.Write(change(NudgeBook.Shipped)), TestBot.Start));
            return db.SaveChangesAsync();
        });

        /// <summary>The stage of these deals, or of all, has been the same for that long.</summary>
        public Task StandStillAsync(int days, params string[] deals) => bot.Look(async db =>
        {
            foreach (var deal in db.Deals.Where(d => deals.Length == 0 || deals.Contains(d.Key)).ToList())
            {
                deal.StageSince = bot.Clock.Now.AddDays(-days);
            }

            return await db.SaveChangesAsync();
        });

        /// <summary>The morning of each of so many days, with its round.</summary>
        public async Task MorningsAsync(int days)
        {
            for (var day = 0; day < days; day++)
            {
                await bot.PassAsync(TimeSpan.FromDays(1));
                await bot.RoundAsync();
            }
        }

        /// <summary>The days of the month on which somebody was told of a record by a rule.</summary>
        public async Task<List<int>> ToldOnAsync(string rule, string key, string name)
        {
            var id = (await bot.PersonAsync(name)).Id;
            return [.. (await bot.FoundAsync()).Where(f => f.Rule == rule && f.SubjectKey == key && f.PersonId == id && f.ToldAt is not null).Select(f => f.ToldAt!.Value.ToOffset(TimeSpan.FromHours(8)).Day).Distinct().Order()];
        }

        /// <summary>A ticket of C1 that 赵磊 reported three days before the start.</summary>
        public Task TicketAsync(string assignee, string content, bool urgent) => bot.Look(async db =>
        {
            db.Add(new ServiceTicket { Key = "H" + content, Customer = db.Customers.First(c => c.Key == "C1"), Content = content, Urgent = urgent, Reporter = db.People.First(p => p.Name == "赵磊"), Assignee = db.People.First(p => p.Name == assignee), CreatedAt = TestBot.Start.AddDays(-3) });
            return await db.SaveChangesAsync();
        });

        /// <summary>This customer alone has a grade, and was met so many days before the start.</summary>
        public Task OnlyAsync(string key, string grade, int days = 0) => bot.Look(async db =>
        {
            foreach (var customer in db.Customers.ToList())
            {
                (customer.Grade, customer.LastInteractionAt) = (customer.Key == key ? grade : null, customer.Key == key ? TestBot.Start.AddDays(-days) : bot.Clock.Now);
            }

            return await db.SaveChangesAsync();
        });
    }
}
