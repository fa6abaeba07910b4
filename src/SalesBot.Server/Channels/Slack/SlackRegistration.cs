using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Server.Channels.Slack;

internal static class SlackRegistration
{
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SlackOptions>().Bind(configuration.GetSection(SlackOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidation>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<SlackGate>(s, s.Wall()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<SlackClient>(s, Client(Options(s), s.Wall()), s.Wall()));
        services.AddSingleton(s => new SlackPace(Options(s).Pace, Options(s).MaxDelay, s.Wall()));
        services.AddSingleton(s => new SlackPeople(s.GetRequiredService<SlackClient>(), s.GetRequiredService<Func<SalesDb>>(), s.Wall()));
        services.AddSingleton<BlockKit>().AddSingleton<SlackMessenger>().AddSingleton<IMessenger>(s => s.GetRequiredService<SlackMessenger>());
        services.AddTurns().AddSingleton(s => new SlackTurns.Surroundings(s.GetRequiredService<IHostApplicationLifetime>(), s.Wall(), s.GetRequiredService<ILogger<SlackTurns>>()));
        return services.AddSingleton<SlackTurns>().AddHostedService(s => s.GetRequiredService<SlackTurns>());
    }

    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(SlackEvents.Path, SlackEvents.HandleAsync);
        routes.MapPost(SlackInteractivity.Path, SlackInteractivity.HandleAsync);
    }

    private static SlackOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<SlackOptions>>().Value;

    /// <summary>Never follows a redirect: it would carry our token to a host that nobody vouched for. Each attempt has its own limit, in <see cref="RetryHandler"/>.</summary>
    private static HttpClient Client(SlackOptions options, TimeProvider wall) => new(
        new RetryHandler(options.Retrying, wall) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) } })
    {
        Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 8 * 1024 * 1024,
    };
}
