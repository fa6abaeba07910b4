using Microsoft.Extensions.Options;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Connector;

namespace SalesBot.Tests.Channels.BotFramework.Connector;

public sealed class ServiceHostsTests
{
    private readonly ServiceHosts _hosts = new(Options.Create(new BotFrameworkOptions { AppId = "x" }));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/apac/", true)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("http://smba.trafficmanager.net/apac/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("http://127.0.0.1:4400/", false)]
    public void Knows_the_clouds_own(string url, bool admitted) => Assert.Equal(admitted, _hosts.Admits(new Uri(url)));

    [Fact]
    public void Learns_a_host_with_its_port()
    {
        _hosts.Trust("https://contoso.example:444/bot/");

        Assert.True(_hosts.Admits(new Uri("https://contoso.example:444/v3/conversations")));
        Assert.False(_hosts.Admits(new Uri("https://contoso.example/v3/conversations")));
        Assert.False(_hosts.Admits(new Uri("http://contoso.example:444/v3/conversations")));
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("https://smba.trafficmanager.net/apac/", false)]
    public void Speaks_to_this_machine_only_without_an_app_id(string url, bool admitted) =>
        Assert.Equal(admitted, new ServiceHosts(Options.Create(new BotFrameworkOptions())).Admits(new Uri(url)));
}
