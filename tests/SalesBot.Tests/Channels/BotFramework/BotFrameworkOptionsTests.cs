using SalesBot.Server.Channels.BotFramework;
using SalesBot.Tests.Channels.BotFramework.Authentication;

namespace SalesBot.Tests.Channels.BotFramework;

public sealed class BotFrameworkOptionsTests
{
    private const string Id = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public void Needs_nothing_to_practise() => Assert.True(Validate(new BotFrameworkOptions()).Succeeded);

    [Fact]
    public void Is_content_with_the_usual_registration()
    {
        Assert.True(Validate(new BotFrameworkOptions { AppId = Id, TenantId = Id, AppPassword = "s" }).Succeeded);
        Assert.True(Validate(new BotFrameworkOptions { AppId = Id, AppType = AppType.MultiTenant, AppPassword = "s" }).Succeeded);
        Assert.True(Validate(new BotFrameworkOptions { AppId = Id, TenantId = Id, AppType = AppType.UserAssignedMSI }).Succeeded);
    }

    [Fact]
    public void Names_the_key_that_is_wrong()
    {
        Blames("AppId", new() { AppPassword = "s" });
        Blames("AppId", new() { AppId = "my-bot", TenantId = Id, AppPassword = "s" });
        Blames("TenantId", new() { AppId = Id, AppPassword = "s" });
        Blames("AppPassword", new() { AppId = Id, TenantId = Id });
        Blames("AppPassword", new() { AppId = Id, TenantId = Id, AppPassword = "s", CertificatePath = "c.pfx" });
        Blames("AppPassword", new() { AppId = Id, TenantId = Id, AppPassword = "s", AppType = AppType.UserAssignedMSI });
        Blames("CertificatePath", new() { AppId = Id, TenantId = Id, CertificatePath = "/nowhere/c.pfx" });
        Blames("ChannelService", new() { ChannelService = "https://example.com" });
        Blames("OpenIdMetadata", new() { OpenIdMetadata = "http://127.0.0.1/x" });
        Blames("EmulatorOpenIdMetadata", new() { EmulatorOpenIdMetadata = "login" });
        Blames("MaxActivityBytes", new() { MaxActivityBytes = 0 });
        Blames("Retries", new() { Retries = -1 });
        Blames("Timeout", new() { Timeout = TimeSpan.Zero });
        Blames("Delay", new() { Delay = TimeSpan.FromMinutes(1) });
    }

    [Fact]
    public void Never_repeats_the_secret() =>
        Assert.DoesNotContain("hunter2", Validate(new() { AppId = "x", AppPassword = "hunter2", CertificatePath = "c" }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void Allows_plain_http_metadata_in_Development_only() =>
        Assert.True(new BotFrameworkOptionsValidation(Environments.Development).Validate(null, new() { OpenIdMetadata = "http://127.0.0.1/x" }).Succeeded);

    private static void Blames(string key, BotFrameworkOptions options) =>
        Assert.StartsWith("SalesBot:Channels:Teams:" + key + " ", Validate(options).FailureMessage, StringComparison.Ordinal);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(BotFrameworkOptions options) =>
        new BotFrameworkOptionsValidation(Environments.Production).Validate(null, options);
}
