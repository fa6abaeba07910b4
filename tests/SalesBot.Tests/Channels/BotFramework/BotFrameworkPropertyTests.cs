using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SalesBot.Conversation;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Files;
using SalesBot.Server.Channels.BotFramework.Schema;
using SalesBot.Tests.Channels.BotFramework.Authentication;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>Whatever arrives, altered anywhere: no fault of ours, nothing taken, nothing told.</summary>
public sealed class BotFrameworkPropertyTests
{
    private const string App = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Secret = "the-password-of-the-app";

    private static readonly string[] Members =
    [
        """ "type":"message","text":"<at>SalesBot</at> 提醒我明天给凌云电缆打电话","entities":[{"type":"mention","text":"<at>SalesBot</at>","mentioned":{"id":"28:bot"}},{"type":"clientInfo","locale":"zh-CN"}] """,
        """ "type":"message","replyToId":"c-1","value":{"verb":"undo","act":"A1","n":1} """,
        """ "type":"message","attachments":[{"contentType":"application/vnd.microsoft.teams.file.download.info","name":"凌云.pdf","content":{"downloadUrl":"https://x/y","fileType":"pdf"}},{"contentType":"image/png","contentUrl":"https://x/z"}] """,
        """ "type":"invoke","name":"adaptiveCard/action","replyToId":"c-1","value":{"action":{"type":"Action.Execute","verb":"approve","data":{"approval":"A1","comment":"凌云"}},"trigger":"manual"} """,
        """ "type":"invoke","name":"composeExtension/query","value":{"commandId":"find","parameters":[{"name":"query","value":"凌云"}],"queryOptions":{"skip":0,"count":25}} """,
        """ "type":"invoke","name":"fileConsent/invoke","replyToId":"c-1","value":{"type":"fileUpload","action":"accept","context":{"offer":"AAAAAAAAAAAAAAAA"},"uploadInfo":{"contentUrl":"https://x/y","name":"凌云.pdf","uploadUrl":"https://x/z","uniqueId":"u","fileType":"pdf"}}} """,
    ];

    [Fact]
    public void Any_activity_is_read_or_left()
    {
        var activities = Members.Select(m => Of(m, "http://127.0.0.1:1/", """ "from":{"id":"29:1abc","name":"赵磊","aadObjectId":"0f9a"}, """)).Append(
            Of(""" "type":"conversationUpdate","membersAdded":[{"id":"29:1abc","aadObjectId":"0f9a"}],"channelData":{"team":{"id":"T"}} """, "http://127.0.0.1:1/", "")).ToArray();
        Prop.ForAll(Mutated.Of(activities), text =>
        {
            if (!WireJson.IsReadable(Encoding.UTF8.GetBytes(text)) || Parse(text) is not { Type.Length: > 0 } activity || !ActivityToTurn.IsWellFormed(activity))
            {
                return true;
            }

            _ = SentFile.In(activity);
            var turn = ActivityToTurn.Read(activity, CardPress.Read(activity).Press, vouched: true, TestBot.Start);
            return turn is null || (turn.ActivityId.Length <= 300 && turn.From.UserId.Length <= 200 && turn.From.ConversationId.Length <= 300);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(AlteredRequests.Number));
    }

    /// <summary>No altered token holds; and what comes with a good one, but from nobody, is no turn.</summary>
    [Fact]
    public async Task Any_altered_request_is_refused_or_left_and_tells_nothing()
    {
        await using var login = await LoginServer.StartAsync();
        await using var edge = await EdgeServer.StartAsync("Development", ("AppId", App), ("TenantId", Tenant), ("AppPassword", Secret), ("OpenIdMetadata", login.Metadata));
        edge.Bot = _ => new TurnAnswer([]);
        var token = LoginServer.Sign(TokenClaims.Channel(App, edge.Connector.ServiceUrl, TimeProvider.System.GetUtcNow()), login.NewKey("altered"));
        var genuine = Of(Members[0], edge.Connector.ServiceUrl, """ "from":{"id":"29:1abc","name":"赵磊","aadObjectId":"0f9a"}, """);
        string[] nobodys = [.. Members.Where(m => !m.Contains("composeExtension", StringComparison.Ordinal)).Select(m => Of(m, edge.Connector.ServiceUrl, ""))];

        AlteredRequests.Send(from altered in Mutated.Of(token).Generator from wild in Mutated.Of(nobodys).Generator select (altered, wild), async request =>
        {
            // The last character of a signature has bits that mean nothing.
            if (AlteredRequests.IsHeader(request.altered) && !request.altered.StartsWith(token[..^1], StringComparison.Ordinal))
            {
                Assert.Equal((401, null), await edge.PostRawAsync(genuine, "application/json", ("Authorization", "Bearer " + request.altered)));
            }

            var (status, answer) = await edge.PostRawAsync(request.wild, "application/json", ("Authorization", "Bearer " + token));
            Assert.True(status is 200 or 400 or 401 or 403 or 501 && !(answer?.ToJsonString() ?? "").Contains("凌云", StringComparison.Ordinal), $"{status} {answer} to {request.wild}");
        });

        Assert.Empty(edge.Turns);
        Assert.Empty(edge.Connector.Calls);
        Assert.All([token, Secret, "凌云", "\n   at "], secret => Assert.DoesNotContain(secret, edge.Logged, StringComparison.Ordinal));
    }

    private static string Of(string members, string service, string from) =>
        $$$"""{{{{members}}},"id":"17","channelId":"msteams","serviceUrl":"{{{service}}}","locale":"zh-CN",{{{from}}}"recipient":{"id":"28:bot","name":"SalesBot"},"conversation":{"id":"a:1","conversationType":"personal","tenantId":"{{{Tenant}}}"}}""";

    private static Activity? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(text), BotFrameworkJson.Wire.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
