using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework.Authentication;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Server.Channels.BotFramework.Files;
using SalesBot.Server.Export;

namespace SalesBot.Server.Channels.BotFramework;

internal static class BotFrameworkRegistration
{
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BotFrameworkOptions>().Bind(configuration.GetSection(BotFrameworkOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsValidation>();

        services.AddSingleton(s => new SigningKeysStore(
            s.GetRequiredService<IOptions<BotFrameworkOptions>>(), s.GetRequiredService<IHostEnvironment>(), new HttpClient { Timeout = TimeSpan.FromSeconds(10) },
            s.Wall(), s.GetRequiredService<ILogger<SigningKeysStore>>()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<ConnectorTokenValidation>(s, s.Wall())).AddSingleton<Gate>();

        services.AddSingleton<ServiceHosts>();
        services.AddSingleton(s => new ConnectorToken(s.GetRequiredService<IOptions<BotFrameworkOptions>>()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<ConnectorTransport>(s, Client(s), s.Wall()));
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<TeamsStanding>().AddSingleton(s => new ChannelStanding("Check.teams", () => !string.IsNullOrEmpty(s.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.AppId), stop => s.GetRequiredService<TeamsStanding>().TryAsync(stop)));
        services.AddSingleton<IMessenger, BotFrameworkMessenger>();

        services.AddSingleton<FileHosts>().AddSingleton(s => ActivatorUtilities.CreateInstance<FileFetch>(s, Downloads(s), s.FileLimits()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<FileUpload>(s, Downloads(s))).AddSingleton<FileConsent>().AddSingleton<Func<OfferedFiles>>(s => s.GetRequiredService<OfferedFiles>);
        return services.AddTurns().AddSingleton(s => ActivatorUtilities.CreateInstance<TeamsPeople>(s, s.Wall())).AddSingleton<BotFrameworkTurns.Surroundings>().AddSingleton<BotFrameworkTurns>().AddSingleton<ComposeExtension>();
    }

    public static void MapBotFramework(this IEndpointRouteBuilder routes) => routes.MapPost(BotFrameworkEndpoint.Path, BotFrameworkEndpoint.HandleAsync);

    /// <summary>For files, in and out: no token of ours in its chain, and outside Development no address but those of the internet.</summary>
    private static HttpClient Downloads(IServiceProvider services) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectCallback = services.GetRequiredService<IHostEnvironment>().IsDevelopment() ? null : PublicAddresses.ConnectAsync,
    });

    /// <summary>Never follows a redirect: it would carry our token and the customer's text to a host that nobody vouched for.</summary>
    private static HttpClient Client(IServiceProvider services) => new(
        new RetryHandler(services.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.Retrying, services.Wall())
        {
            InnerHandler = new TokenHandler(services.GetRequiredService<ConnectorToken>(), services.GetRequiredService<ServiceHosts>())
            {
                InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false },
            },
        })
    {
        // Each attempt has its own limit, in RetryHandler.
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 8 * 1024 * 1024,
    };
}
