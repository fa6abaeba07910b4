using SalesBot.Data;
using SalesBot.Process;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Import;

public sealed class ImportedStageTests
{
    [Fact]
    public async Task Another_systems_word_for_a_stage_is_understood_in_questions()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            db.Add(new StageAlias { Label = "Engaging", Stage = "proposal" });
            await db.SaveChangesAsync();
        }

        await bot.Get<NameFeed>().LoadAsync(CancellationToken.None);
        var rep = bot.As("赵磊").InEnglish();

        await rep.Says("my deals in Engaging over 500000");

        rep.Hears("东岭阀门MES", "百川水务平台").DoesNotHear("凌云电缆能耗");
    }
}
