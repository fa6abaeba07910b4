using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>A company where somebody has to-dos of these titles, all on Saturday, with keys W0, W1 …; Nora Quill is a contact of Quarry Stone.</summary>
internal static class TestTodos
{
    public static readonly DateOnly Saturday = new(2026, 3, 14);

    public static async Task<TestBot> OnSaturdayAsync(string who, params string[] titles)
    {
        var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var owner = await db.People.FirstAsync(p => p.Name == who);
            var quarry = await db.Customers.FirstAsync(c => c.Key == "C8");
            quarry.Contacts.Add(new Contact { Key = "K9", Name = "Nora Quill", Title = "Operations", CreatedAt = TestBot.Start });
            foreach (var (title, i) in titles.Select((title, i) => (title, i)))
            {
                db.Add(new Todo { Key = $"W{i}", Owner = owner, Title = title, DueOn = Saturday, CreatedAt = TestBot.Start });
            }

            await db.SaveChangesAsync();
        }

        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
