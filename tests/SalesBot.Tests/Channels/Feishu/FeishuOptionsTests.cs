using SalesBot.Server.Channels;
using SalesBot.Server.Channels.Feishu;

namespace SalesBot.Tests.Channels.Feishu;

public sealed class FeishuOptionsTests
{
    [Theory]
    [InlineData("AppId", null)]
    [InlineData("AppId", "a1b2")]
    [InlineData("AppSecret", null)]
    [InlineData("VerificationToken", " ")]
    [InlineData("EncryptKey", null)]
    [InlineData("EncryptKey", "short")]
    [InlineData("ApiUrl", "http://open.feishu.cn/")]
    [InlineData("ApiUrl", "https://open.feishu.cn")]
    [InlineData("Window", "00:00:05")]
    [InlineData("Pace", "01:00:00")]
    public void What_could_only_fail_later_is_named_without_its_value(string key, string? value)
    {
        var options = Good();
        var property = typeof(FeishuOptions).GetProperty(key)!;
        property.SetValue(options, property.PropertyType == typeof(TimeSpan) ? TimeSpan.Parse(value!, System.Globalization.CultureInfo.InvariantCulture) : value);

        var fault = Assert.Single(Validate(options)!);

        Assert.StartsWith($"SalesBot:Channels:Feishu:{key} ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(FeishuServer.Secret, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Feishu_is_off_until_it_is_set_up()
    {
        Assert.False(new FeishuOptions().IsOn);
        Assert.Null(Validate(new FeishuOptions()));
        Assert.Null(Validate(Good()));
    }

    private static FeishuOptions Good() => new() { AppId = FeishuServer.App, AppSecret = FeishuServer.Secret, VerificationToken = FeishuServer.Token, EncryptKey = FeishuServer.Key };

    private static IEnumerable<string>? Validate(FeishuOptions options) => new PlatformOptionsValidation<FeishuOptions>(FeishuOptions.Section, new ProductionHost()).Validate(null, options).Failures;
}
