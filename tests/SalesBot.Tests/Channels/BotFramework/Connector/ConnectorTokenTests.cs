using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Connector;

namespace SalesBot.Tests.Channels.BotFramework.Connector;

public sealed class ConnectorTokenTests : IDisposable
{
    private readonly LoginStub _login = new();
    private readonly BotFrameworkOptions _options = new()
    {
        AppId = "11111111-2222-3333-4444-555555555555", TenantId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", AppPassword = "secret",
    };

    public void Dispose() => _login.Dispose();

    [Fact]
    public async Task Asks_the_shared_tenant_for_a_multi_tenant_bot()
    {
        _options.AppType = AppType.MultiTenant;

        Assert.Equal("token1", await GetAsync());
        Assert.StartsWith("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", _login.Asked[0].Address.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_the_government_cloud()
    {
        _options.ChannelService = "https://botframework.azure.us";

        await GetAsync();

        Assert.Equal("login.microsoftonline.us", _login.Asked[0].Address.Host);
        Assert.Contains("api.botframework.us%2F.default", _login.Asked[0].Form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proves_itself_with_a_certificate()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=salesbot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "pw"));
        try
        {
            (_options.AppPassword, _options.CertificatePath, _options.CertificatePassword) = (null, file, "pw");

            await GetAsync();

            Assert.Contains("client_assertion=", _login.Asked[0].Form, StringComparison.Ordinal);
            Assert.DoesNotContain("client_secret", _login.Asked[0].Form, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Asks_the_machine_for_a_managed_identity()
    {
        (_options.AppType, _options.AppPassword) = (AppType.UserAssignedMSI, null);

        Assert.StartsWith("token", await GetAsync(), StringComparison.Ordinal);
        var address = _login.Asked[^1].Address.AbsoluteUri;
        Assert.StartsWith("http://169.254.169.254/metadata/identity/oauth2/token", address, StringComparison.Ordinal);
        Assert.Contains("resource=https://api.botframework.com&", address, StringComparison.Ordinal);
        Assert.Contains("client_id=11111111-2222-3333-4444-555555555555", address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_none_without_an_app_id()
    {
        _options.AppId = null;

        Assert.Null(await GetAsync());
        Assert.Empty(_login.Asked);
    }

    private async Task<string?> GetAsync()
    {
        using var token = new ConnectorToken(Options.Create(_options), _login);
        return await token.GetAsync(default);
    }
}
