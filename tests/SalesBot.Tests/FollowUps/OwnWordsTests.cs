using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

public sealed class OwnWordsTests
{
    [Theory]
    [InlineData("log a call with Quarry, they like the offer, demo next Tuesday", "they like the offer")]
    [InlineData("called Quarry, they want a discount of 5%", "they want a discount of 5%")]
    [InlineData("just off the phone with Quarry's ops guy, they want 30 seats", "ops guy, they want 30 seats")]
    public async Task What_was_told_is_noted_as_it_was_said(string said, string noted)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("Kevin Doyle").InEnglish().Says(said)).Hears("Follow-up logged", noted);
    }
}
