using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.Language.Learning;
using SalesBot.Server.Demo;

namespace SalesBot.Server;

/// <summary>What must be true before the first turn: the database is there and of this version, and the reader is getting to know the names in it.</summary>
internal static class Preparation
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken stop)
    {
        await using (var db = services.GetRequiredService<Func<SalesDb>>()())
        {
            await db.Database.MigrateAsync(stop);
            await SpotDraw.PublishAsync(db, services.GetRequiredService<TimeProvider>().GetUtcNow(), stop);
        }

        if (services.GetService<PracticeTime>() is { } time && services.GetRequiredService<Settings>().Now is null)
        {
            await time.ResumeAsync(stop);
        }

        if (services.GetService<DemoStory>() is { } story)
        {
            await story.TellAsync(stop);
        }

        // Both go on while the rest starts: a turn waits for the names, and so does NamePump, which minds a failure; and for the wording of intents.
        _ = Task.Run(() => IntentModel.Standard, stop);
        _ = services.GetRequiredService<NameFeed>().LoadAsync(stop);
    }
}
