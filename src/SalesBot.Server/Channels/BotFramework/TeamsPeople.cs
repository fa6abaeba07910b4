using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>
/// Who somebody in Teams is: a member of one of our tenants, no guest, linked by <see cref="PersonLinking"/> under the Entra object id. The members API is the only way to the
/// address (PROTOCOLS.md A.2). Guests, and users where every tenant is let in, are linked by an invitation.
/// </summary>
internal sealed class TeamsPeople(ConnectorClient connector, PersonLinking linking, IOptions<BotFrameworkOptions> options, TimeProvider wall)
{
    /// <summary>Of the ten seconds that Teams gives a turn: whoever is not found by then is a stranger this once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Acquaintances _met = new(wall);

    /// <summary>Links who can be linked. Only of an activity that came with a valid token. What a database or the Connector does not do now is tried with the next message.</summary>
    public async Task MeetAsync(Activity activity, CancellationToken cancel)
    {
        try
        {
            await TryAsync(activity, cancel);
        }
        catch (DbException)
        {
            // The turn itself meets the same, and says so.
        }
    }

    private async Task TryAsync(Activity activity, CancellationToken cancel)
    {
        if (activity is not { ChannelId: Schema.Channels.MsTeams, ServiceUrl: { } service, Conversation.Id: { } conversation, From: { Id: { } user, AadObjectId: { Length: > 0 } entra } } || !options.Value.KnowsTenants || _met.Remembers(entra, out _))
        {
            return;
        }

        var linked = await linking.IsLinkedAsync(Schema.Channels.MsTeams, entra, cancel);
        if (!linked)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Patience);
            var (member, refused) = await AskAsync(service, conversation, user, limit.Token);
            if (member is null && !refused)
            {
                return;
            }

            linked = member is not null && IsOurs(member, entra) && await linking.LinkAsync(Schema.Channels.MsTeams, entra, [Text(member, "email"), Text(member, "userPrincipalName")], wall.GetUtcNow(), cancel);
        }

        _met.Remember(entra, locale: null, linked);
    }

    /// <summary>Refused: asking again at once would be refused again (a chat without the bot).</summary>
    private async Task<(ChannelAccount? Member, bool Refused)> AskAsync(string service, string conversation, string user, CancellationToken cancel)
    {
        try
        {
            var answer = await connector.MemberAsync(service, conversation, user, cancel);
            return (answer.Value, answer.Fault is { RetryAfter: null, Status: StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound });
        }
        catch (OperationCanceledException)
        {
            return (null, false);
        }
    }

    /// <summary>A guest's address is what another tenant says of its member.</summary>
    private bool IsOurs(ChannelAccount member, string entra) =>
        string.Equals(member.AadObjectId ?? Text(member, "objectId"), entra, StringComparison.OrdinalIgnoreCase) && Text(member, "userRole") is "user"
        && Text(member, "tenantId") is { } tenant && options.Value.AdmitsTenant(tenant);

    private static string? Text(ChannelAccount member, string name) =>
        member.Properties is { } more && more.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
