using System.Net.Http.Headers;
using System.Text;
using FsCheck.Fluent;

namespace SalesBot.Tests.Channels.DirectLine;

/// <summary>Whatever arrives, altered anywhere: no fault of ours, and nothing told.</summary>
public sealed class DirectLinePropertyTests : IAsyncLifetime
{
    private static readonly string[] Activities =
    [
        """{"type":"message","text":"提醒我明天给凌云电缆打电话","from":{"id":"rep","name":"赵磊"},"locale":"zh-CN","channelData":{"clientActivityID":"1"}}""",
        """{"type":"message","from":{"id":"rep"},"value":{"$card":"web-rep|0000001","verb":"undo","act":"A1","n":1},"attachments":[{"contentType":"image/png","contentUrl":"data:image/png;base64,AAAA"}]}""",
        """{"type":"event","name":"x","from":{"id":"rep"},"value":{"凌云":1}}""",
    ];

    private readonly DirectLineServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    /// <summary>Whoever has a token may speak: what is altered is said all the same, or is no activity. Nobody speaks with an altered token.</summary>
    [Fact]
    public async Task Any_altered_request_is_answered_and_with_an_altered_token_refused()
    {
        _server.Bot = (_, _) => Task.CompletedTask;
        var (conversation, token) = await _server.StartAsync("rep");
        // The last character of a signature has bits that mean nothing.
        AlteredRequests.Send(from activity in Mutated.Of(Activities).Generator from altered in Mutated.Of(token).Generator select (activity, altered), async request =>
        {
            var status = await PostAsync(conversation, token, request.activity);
            Assert.True(status is 200 or 400 or 403, $"{status} to {request.activity}");
            if (AlteredRequests.IsHeader(request.altered) && !request.altered.StartsWith(token[..^1], StringComparison.Ordinal))
            {
                status = await PostAsync(conversation, request.altered, Activities[0]);
                Assert.True(status is 401 or 403, $"{status} to {request.altered}");
            }
        });

        Assert.All(_server.Turns, t => Assert.Equal("rep", t.PersonKey));
        Assert.Equal("", _server.Logged);
    }

    private async Task<int> PostAsync(string conversation, string token, string activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(activity)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using var response = await _server.Http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
