using SalesBot.Customers;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;
using Microsoft.EntityFrameworkCore;

namespace SalesBot.Tests.Language;

/// <summary>A company on Wednesday 11 March where Kevin Doyle and 赵磊 have to-dos of their customers, with days and hours of their own; Nora Quill is a contact of Quarry Stone.</summary>
internal static class TestPlans
{
    public static async Task<TestBot> StartAsync(params (string Who, string Title, string Day, string? Hour, string? Deal)[] plans)
    {
        var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var quarry = await db.Customers.FirstAsync(c => c.Key == "C8");
            quarry.Contacts.Add(new Contact { Key = "K9", Name = "Nora Quill", Title = "Operations", CreatedAt = TestBot.Start });
            foreach (var (plan, i) in plans.Select((plan, i) => (plan, i)))
            {
                var owner = await db.People.FirstAsync(p => p.Name == plan.Who);
                var deal = await db.Deals.Include(d => d.Customer).FirstOrDefaultAsync(d => d.Key == plan.Deal);
                db.Add(new Todo
                {
                    Key = $"W{i}", Owner = owner, Title = plan.Title, Deal = deal, Customer = deal?.Customer, CreatedAt = TestBot.Start,
                    DueOn = DateOnly.Parse(plan.Day, System.Globalization.CultureInfo.InvariantCulture), DueAt = plan.Hour is { } hour ? TimeOnly.Parse(hour, System.Globalization.CultureInfo.InvariantCulture) : null,
                });
            }

            await db.SaveChangesAsync();
        }

        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }

    /// <summary>Titles with day and hour, in their order: “Ring Nora 2026-03-12 15:00”; one that is ticked ends with a ✓.</summary>
    public static Task<List<string>> OnListAsync(this TestBot bot) => bot.Look(async db => (await db.Todos.OrderBy(t => t.Id).ToListAsync())
        .ConvertAll(t => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{t.Title} {t.DueOn:yyyy-MM-dd}{(t.DueAt is { } hour ? $" {hour:HH:mm}" : "")}{(t.DoneAt is null ? "" : " ✓")}")));
}
