using SalesBot.Server.Channels;
using SalesBot.Server.Channels.WeCom;

namespace SalesBot.Tests.Channels.WeCom;

public sealed class WeComOptionsTests
{
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    [Theory]
    [InlineData("CorpId", null, 2, "secret-0123456789", "t", Key, "https://qyapi.weixin.qq.com/cgi-bin/")]
    [InlineData("AgentId", "ww1", 0, "secret-0123456789", "t", Key, "https://qyapi.weixin.qq.com/cgi-bin/")]
    [InlineData("Secret", "ww1", 2, null, "t", Key, "https://qyapi.weixin.qq.com/cgi-bin/")]
    [InlineData("Token", "ww1", 2, "secret-0123456789", "t!", Key, "https://qyapi.weixin.qq.com/cgi-bin/")]
    [InlineData("EncodingAesKey", "ww1", 2, "secret-0123456789", "t", "short", "https://qyapi.weixin.qq.com/cgi-bin/")]
    [InlineData("ApiUrl", "ww1", 2, "secret-0123456789", "t", Key, "http://qyapi.weixin.qq.com/cgi-bin/")]
    [InlineData("ApiUrl", "ww1", 2, "secret-0123456789", "t", Key, "https://qyapi.weixin.qq.com/cgi-bin")]
    public void What_could_only_fail_later_is_named(string key, string? corp, int agent, string? secret, string token, string aes, string url)
    {
        var result = Validate(new WeComOptions { CorpId = corp, AgentId = agent, Secret = secret, Token = token, EncodingAesKey = aes, ApiUrl = url });
        Assert.StartsWith($"SalesBot:Channels:WeCom:{key} ", Assert.Single(result!), StringComparison.Ordinal);
    }

    [Fact]
    public void WeCom_is_off_until_it_is_set_up()
    {
        Assert.Null(Validate(new WeComOptions()));
        Assert.False(new WeComOptions().IsOn);
        Assert.Null(Validate(new WeComOptions { CorpId = "ww1", AgentId = 2, Secret = "secret-0123456789", Token = "t", EncodingAesKey = Key }));
    }

    private static IEnumerable<string>? Validate(WeComOptions options) => new PlatformOptionsValidation<WeComOptions>(WeComOptions.Section, new ProductionHost()).Validate(null, options).Failures;
}
