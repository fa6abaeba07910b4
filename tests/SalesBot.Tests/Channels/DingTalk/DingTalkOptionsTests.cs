using SalesBot.Server.Channels;
using SalesBot.Server.Channels.DingTalk;

namespace SalesBot.Tests.Channels.DingTalk;

public sealed class DingTalkOptionsTests
{
    [Theory]
    [InlineData("CorpId", null, "key", "secret-0123456789", null, true)]
    [InlineData("AppKey", "corp", null, "secret-0123456789", null, true)]
    [InlineData("AppSecret", "corp", "key", null, null, true)]
    [InlineData("PathSecret", "corp", "key", "secret-0123456789", "guessable", true)]
    [InlineData("PathSecret", "corp", "key", "secret-0123456789", "0123456789/0123456789/01234", true)]
    [InlineData("PathSecret", "corp", "key", "secret-0123456789", null, false)]
    public void What_could_only_fail_later_is_named(string key, string? corp, string? app, string? secret, string? path, bool stream)
    {
        var result = Validate(new DingTalkOptions { CorpId = corp, AppKey = app, AppSecret = secret, PathSecret = path, Stream = stream });
        Assert.StartsWith($"SalesBot:Channels:DingTalk:{key} ", Assert.Single(result!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_settings_are_looked_at_too()
    {
        var sound = new DingTalkOptions { CorpId = "corp", AppKey = "key", AppSecret = "secret-0123456789" };
        sound.OldApiUrl = "http://oapi.dingtalk.com/";
        Assert.StartsWith("SalesBot:Channels:DingTalk:OldApiUrl ", Assert.Single(Validate(sound)!), StringComparison.Ordinal);
        sound.OldApiUrl = "https://oapi.dingtalk.com/";
        (sound.Stream, sound.PathSecret, sound.CardTemplateId) = (false, "nobodycanguessthis0123456789", "tpl.schema");
        Assert.StartsWith("SalesBot:Channels:DingTalk:CardApiSecret ", Assert.Single(Validate(sound)!), StringComparison.Ordinal);
    }

    [Fact]
    public void DingTalk_is_off_until_it_is_set_up()
    {
        Assert.Null(Validate(new DingTalkOptions()));
        Assert.False(new DingTalkOptions().IsOn);
        Assert.Null(Validate(new DingTalkOptions { CorpId = "corp", AppKey = "key", AppSecret = "secret-0123456789" }));
    }

    private static IEnumerable<string>? Validate(DingTalkOptions options) => new PlatformOptionsValidation<DingTalkOptions>(DingTalkOptions.Section, new ProductionHost()).Validate(null, options).Failures;
}
