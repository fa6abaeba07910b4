using Microsoft.Extensions.Options;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.DingTalk;

internal static class DingTalkRegistration
{
    public static IServiceCollection AddDingTalk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformOptions<DingTalkOptions>(configuration, DingTalkOptions.Section);
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<DingTalkClient>(s, PlatformHttp.Client(Options(s).Retrying, s.Wall()), s.Wall()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<DingTalkPeople>(s, s.FileLimits()));
        services.AddSingleton<DingTalkInbox.Surroundings>().AddSingleton<DingTalkInbox>().AddSingleton<DingTalkFrames>().AddSingleton<DingTalkCard>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<DingTalkCallback>(s, s.Wall()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<DingTalkMessenger.Surroundings>(s, new SendPace(Options(s).Pace, Options(s).MaxDelay, s.Wall(), DingTalkOptions.Burst)));
        services.AddSingleton<DingTalkMessenger>().AddSingleton<IMessenger>(s => s.GetRequiredService<DingTalkMessenger>());
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<DingTalkStream.Surroundings>(s, s.Wall())).AddHostedService<DingTalkStream>();
        services.AddSingleton(s => new ChannelStanding("Check.dingtalk", () => Options(s).IsOn, cancel => s.GetRequiredService<DingTalkMessenger>().TryAsync(cancel)));
        return services.AddTurns();
    }

    public static void MapDingTalk(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(DingTalkCallback.Robot, DingTalkCallback.SayAsync);
        routes.MapPost(DingTalkCallback.Card, DingTalkCallback.PressAsync);
    }

    private static DingTalkOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<DingTalkOptions>>().Value;
}
