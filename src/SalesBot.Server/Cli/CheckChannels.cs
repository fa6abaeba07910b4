using Microsoft.Extensions.Options;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.Mail;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>A line for each messenger and for mail: not set up, set up wrongly, not to be reached, refused, or accepted. Nothing is sent to people.</summary>
internal static class CheckChannels
{
    /// <summary>What is wrong with the settings of messengers and mail; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(IServiceProvider services) =>
        [.. All(services).Select(IsOn).SelectMany(set => set.Faults)];

    /// <summary>Neither good nor bad (null) is a messenger that is not set up, unless none is.</summary>
    public static async IAsyncEnumerable<(bool? Good, Word Area, Word Text)> LinesAsync(IServiceProvider services, bool practice, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var all = All(services);
        if (services.GetServices<ChannelStanding>().All(channel => IsOn(channel) is { On: false, Faults.Count: 0 }))
        {
            yield return practice ? (true, "Check.channels", "Check.practice") : (false, "Check.channels", "Check.nobody");
        }

        foreach (var channel in all)
        {
            switch (IsOn(channel))
            {
                case { Faults.Count: > 0 }:
                    yield return (false, channel.Area, "Check.badly_set");
                    break;
                case { On: false }:
                    yield return (null, channel.Area, "Check.not_set_up");
                    break;
                default:
                    var (good, text) = await TryAsync(channel, stop);
                    yield return (good, channel.Area, text);
                    break;
            }
        }
    }

    /// <summary>A check that breaks is trouble of that messenger alone.</summary>
    private static async Task<(bool Good, Word Text)> TryAsync(ChannelStanding channel, CancellationToken stop)
    {
        try
        {
            return await channel.TryAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return (false, new Word("Check.silent", fault.GetType().Name));
        }
    }

    private static List<ChannelStanding> All(IServiceProvider services) =>
        [.. services.GetServices<ChannelStanding>(), new ChannelStanding("Check.mail", () => Mail(services).IsOn, stop => TryMailAsync(services, stop))];

    private static (bool On, IReadOnlyList<string> Faults) IsOn(ChannelStanding channel)
    {
        try
        {
            return (channel.IsOn(), []);
        }
        catch (OptionsValidationException wrong)
        {
            return (false, [.. wrong.Failures]);
        }
    }

    private static MailOptions Mail(IServiceProvider services) => services.GetRequiredService<IOptions<MailOptions>>().Value;

    private static async Task<(bool Good, Word Text)> TryMailAsync(IServiceProvider services, CancellationToken stop)
    {
        var mail = Mail(services);
        return await services.GetRequiredService<MailMessenger>().TryAsync(stop) is { } fault ? (false, new Word("Check.mail_fails", mail.Host, fault)) : (true, new Word("Check.mail_fine", mail.Host, mail.From));
    }
}
