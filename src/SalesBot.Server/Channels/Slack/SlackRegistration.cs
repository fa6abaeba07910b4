using Microsoft.Extensions.Options;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.Slack;

internal static class SlackRegistration
{
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformOptions<SlackOptions>(configuration, SlackOptions.Section);
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<SlackGate>(s, s.Wall()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<SlackClient>(s, PlatformHttp.Client(Options(s).Retrying, s.Wall()), s.Wall()));
        services.AddKeyedSingleton(SlackRoute.ChannelId, (s, _) => new SendPace(Options(s).Pace, Options(s).MaxDelay, s.Wall()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<SlackPeople>(s, s.Wall()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<SlackFiles>(s, s.FileLimits()));
        services.AddSingleton<BlockKit>().AddSingleton<SlackMessenger>().AddSingleton<IMessenger>(s => s.GetRequiredService<SlackMessenger>());
        services.AddSingleton(s => new ChannelStanding("Check.slack", () => Options(s).IsOn, stop => s.GetRequiredService<SlackMessenger>().TryAsync(stop)));
        return services.AddTurns();
    }

    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(SlackEvents.Path, SlackEvents.HandleAsync);
        routes.MapPost(SlackInteractivity.Path, SlackInteractivity.HandleAsync);
    }

    private static SlackOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<SlackOptions>>().Value;
}
