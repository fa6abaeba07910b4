using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Files;
using SalesBot.Server.Channels.Cards;
using SalesBot.Sharing;
using SalesBot.Words;

namespace SalesBot.Server.Channels;

/// <summary>The conversation's side of a messenger's edge: <see cref="TurnRunner.RunAsync"/>.</summary>
internal delegate Task<TurnAnswer> RunTurn(Turn turn, CancellationToken cancellationToken);

/// <summary>What every messenger's edge needs.</summary>
internal static class ChannelRegistration
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.TryAddSingleton<RunTurn>(s => s.GetRequiredService<TurnRunner>().RunAsync);
        services.TryAddSingleton<Func<FindRecords>>(s => s.GetRequiredService<FindRecords>);
        services.TryAddSingleton<WordBook>();
        services.TryAddSingleton<AnsweredActivities>();
        services.TryAddSingleton<PersonLinking>();
        services.TryAddSingleton<EdgeNotes>();
        services.TryAddSingleton<ButtonCodes>();
        services.TryAddSingleton<Func<ReplyRenderer>>(s => s.GetRequiredService<ReplyRenderer>);
        services.TryAddSingleton<UnfinishedTurns>();
        services.TryAddSingleton(s => new AcknowledgedTurns.Surroundings(s.GetRequiredService<IHostApplicationLifetime>(), s.Wall(), s.GetRequiredService<UnfinishedTurns>(), s.GetRequiredService<ILogger<AcknowledgedTurns>>()));
        services.TryAddSingleton<AcknowledgedTurns>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AcknowledgedTurns>(s => s.GetRequiredService<AcknowledgedTurns>()));
        return services;
    }

    /// <summary>A messenger's settings, checked at the start.</summary>
    public static IServiceCollection AddPlatformOptions<TOptions>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : PlatformOptions
    {
        services.AddOptions<TOptions>().Bind(configuration.GetSection(section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<TOptions>>(s => new PlatformOptionsValidation<TOptions>(section, s.GetRequiredService<IHostEnvironment>()));
    }

    /// <summary>What is taken of files that people send.</summary>
    public static FileLimits FileLimits(this IServiceProvider services) => services.GetService<FileStore>()?.Limits ?? new FileLimits();

    /// <summary>Tokens, signatures and waits are of the world outside, whatever day is being practised.</summary>
    public static TimeProvider Wall(this IServiceProvider services) => services.GetRequiredService<TimeProvider>() is PracticeClock practice ? practice.Inner : services.GetRequiredService<TimeProvider>();
}
