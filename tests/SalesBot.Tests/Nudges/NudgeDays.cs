using SalesBot.Data;
using SalesBot.Nudges;
using SalesBot.Tests.Talking;

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
    }
}
