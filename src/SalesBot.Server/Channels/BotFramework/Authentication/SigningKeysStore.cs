using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;

namespace SalesBot.Server.Channels.BotFramework.Authentication;

/// <summary>The keys of both kinds of token; fetched over plain http only where the options were allowed to say so.</summary>
internal sealed class SigningKeysStore : IDisposable
{
    private readonly SigningKeys _channel;
    private readonly SigningKeys _entra;

    public SigningKeysStore(IOptions<BotFrameworkOptions> options, IHostEnvironment environment, HttpClient http, TimeProvider time, ILogger<SigningKeysStore> log)
    {
        var documents = new HttpDocumentRetriever(http) { RequireHttps = !environment.IsDevelopment() };
        _channel = new SigningKeys(options.Value.OpenIdMetadata ?? options.Value.Cloud.OpenIdMetadata, documents, time, log);
        _entra = new SigningKeys(options.Value.EmulatorOpenIdMetadata ?? options.Value.Cloud.EmulatorOpenIdMetadata, documents, time, log);
    }

    public SigningKeys Of(bool entra) => entra ? _entra : _channel;

    public void Dispose()
    {
        _channel.Dispose();
        _entra.Dispose();
    }
}
