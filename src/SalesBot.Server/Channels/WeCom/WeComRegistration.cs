using Microsoft.Extensions.Options;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.WeCom;

internal static class WeComRegistration
{
    public static IServiceCollection AddWeCom(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformOptions<WeComOptions>(configuration, WeComOptions.Section);
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<WeComGate>(s, s.Wall()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<WeComClient>(s, PlatformHttp.Client(Options(s).Retrying, s.Wall()), s.Wall()));
        services.AddSingleton<WeComDesk>().AddSingleton<WeComCard>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<WeComPeople>(s, s.FileLimits()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<WeComMessenger.Surroundings>(s, new SendPace(Options(s).Pace, Options(s).MaxDelay, s.Wall(), WeComOptions.Burst)));
        services.AddSingleton<WeComMessenger>().AddSingleton<IMessenger>(s => s.GetRequiredService<WeComMessenger>());
        services.AddSingleton(s => new ChannelStanding("Check.wecom", () => Options(s).IsOn, cancel => s.GetRequiredService<WeComMessenger>().TryAsync(cancel)));
        return services.AddTurns();
    }

    public static void MapWeCom(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(WeComCallback.Path, WeComCallback.VerifyAsync);
        routes.MapPost(WeComCallback.Path, WeComCallback.TakeAsync);
    }

    private static WeComOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<WeComOptions>>().Value;
}
