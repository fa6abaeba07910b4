using Microsoft.Extensions.Options;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.Feishu;

internal static class FeishuRegistration
{
    public static IServiceCollection AddFeishu(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformOptions<FeishuOptions>(configuration, FeishuOptions.Section);
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<FeishuClient>(s, PlatformHttp.Client(Options(s).Retrying, s.Wall()), s.Wall()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<FeishuSelf>(s, s.Wall())).AddSingleton(s => ActivatorUtilities.CreateInstance<FeishuGate>(s, s.Wall()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<FeishuPeople>(s, s.Wall()));
        services.AddSingleton(s => new FeishuFiles(s.GetRequiredService<FeishuClient>(), s.FileLimits())).AddSingleton<FeishuInbox>();
        services.AddKeyedSingleton(FeishuRoute.ChannelId, (s, _) => new SendPace(Options(s).Pace, Options(s).MaxDelay, s.Wall()));
        services.AddSingleton<FeishuCard>().AddSingleton<FeishuMessenger>().AddSingleton<IMessenger>(s => s.GetRequiredService<FeishuMessenger>());
        services.AddSingleton(s => new ChannelStanding("Check.feishu", () => Options(s).IsOn, stop => s.GetRequiredService<FeishuSelf>().TryAsync(stop)));
        return services.AddTurns();
    }

    public static void MapFeishu(this IEndpointRouteBuilder routes) => routes.MapPost(FeishuEvents.Path, FeishuEvents.HandleAsync);

    private static FeishuOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<FeishuOptions>>().Value;
}
