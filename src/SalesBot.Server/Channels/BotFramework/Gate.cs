using System.Net;
using Microsoft.Extensions.Options;
using SalesBot.Server.Channels.BotFramework.Authentication;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>
/// Who may speak to the bot. With an app id: whoever brings a valid token, and its service URL is trusted from then on. Without one:
/// programs on this very machine, in Development; no browser, because any web page could make one post here.
/// </summary>
internal sealed class Gate(
    IOptions<BotFrameworkOptions> options, IHostEnvironment environment, ConnectorTokenValidation tokens, ServiceHosts hosts, ILogger<Gate> log)
{
    public async Task<Admission> JudgeAsync(HttpContext http, Activity activity)
    {
        var admission = string.IsNullOrEmpty(options.Value.AppId)
            ? Practice(http)
            : await tokens.JudgeAsync(http.Request.Headers.Authorization, activity, http.RequestAborted);
        if (!admission.IsGranted)
        {
            log.ActivityRefused(Loggable(activity.ChannelId), admission.Status, admission.Reason);
        }
        else if (admission.Vouched)
        {
            hosts.Trust(activity.ServiceUrl!);
        }

        return admission;
    }

    private Admission Practice(HttpContext http) => (environment.IsDevelopment(), http.Connection.RemoteIpAddress, http.Request.Headers.Origin.Count) switch
    {
        (false, _, _) => Admission.Refused("noAppId"),
        (_, null, _) => Admission.Refused("notLoopback"),
        (_, { } remote, _) when !IPAddress.IsLoopback(remote) => Admission.Refused("notLoopback"),
        (_, _, > 0) => Admission.Refused("browser"),
        _ => Admission.Granted(vouched: false),
    };

    // It is not authenticated yet: a forger could write lines of a log with it.
    private static string? Loggable(string? channelId) => channelId?.Length <= 40 && channelId.All(char.IsAsciiLetterOrDigit) ? channelId : null;
}
