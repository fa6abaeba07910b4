using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using SalesBot.Server.Channels.BotFramework.Authentication;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Words;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>Whether Microsoft gives our app a token, with which it sends, and the keys by which it knows who sends to us (PROTOCOLS.md A.4, A.5).</summary>
internal sealed class TeamsStanding(IOptions<BotFrameworkOptions> options, ConnectorToken token, SigningKeysStore keys)
{
    /// <summary>No key has this id: all keys are fetched for it.</summary>
    private const string NoKey = "check";

    public async Task<(bool Good, Word Text)> TryAsync(CancellationToken cancel)
    {
        try
        {
            await token.GetAsync(cancel);
        }
        catch (MsalServiceException refused) when (refused.StatusCode is 400 or 401 or 403)
        {
            return (false, new Word("Check.teams_fails", refused.ErrorCode));
        }
        catch (Exception silent) when (silent is MsalException or HttpRequestException)
        {
            return (false, new Word("Check.silent", silent is MsalException { ErrorCode: { Length: > 0 } code } ? code : silent.GetType().Name));
        }

        await keys.Of(entra: false).FindAsync(NoKey, cancel);
        return keys.Of(entra: false).IsEmpty ? (false, new Word("Check.silent", options.Value.OpenIdMetadata ?? options.Value.Cloud.OpenIdMetadata)) : (true, new Word("Check.teams_fine", options.Value.AppId!));
    }
}
