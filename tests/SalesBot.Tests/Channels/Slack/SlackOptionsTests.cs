using SalesBot.Server.Channels.Slack;

namespace SalesBot.Tests.Channels.Slack;

public sealed class SlackOptionsTests
{
    [Theory]
    [InlineData("BotToken", null, "secret-0123456789abcdef", "https://slack.com/api/")]
    [InlineData("BotToken", "xoxp-1", "secret-0123456789abcdef", "https://slack.com/api/")]
    [InlineData("SigningSecret", "xoxb-1", null, "https://slack.com/api/")]
    [InlineData("ApiUrl", "xoxb-1", "secret-0123456789abcdef", "http://slack.com/api/")]
    [InlineData("ApiUrl", "xoxb-1", "secret-0123456789abcdef", "https://slack.com/api")]
    public void What_could_only_fail_later_is_named(string key, string? token, string? secret, string url)
    {
        var result = Validate(new SlackOptions { BotToken = token, SigningSecret = secret, ApiUrl = url });
        Assert.StartsWith($"SalesBot:Channels:Slack:{key} ", Assert.Single(result!), StringComparison.Ordinal);
    }

    [Fact]
    public void Slack_is_off_until_it_is_set_up()
    {
        Assert.Null(Validate(new SlackOptions()));
        Assert.False(new SlackOptions().IsOn);
        Assert.Null(Validate(new SlackOptions { BotToken = "xoxb-1", SigningSecret = "secret-0123456789abcdef" }));
    }

    private static IEnumerable<string>? Validate(SlackOptions options) => new SlackOptionsValidation(new Production()).Validate(null, options).Failures;
}
