using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework.Connector;

/// <summary>
/// The Connector's operations that we use (PROTOCOLS.md A.2). <c>serviceUrl</c> is the conversation's own, with or without its
/// last slash; ids are taken as the channel gave them and escaped here.
/// </summary>
internal sealed class ConnectorClient(ConnectorTransport transport)
{
    private static readonly BotFrameworkJson Json = BotFrameworkJson.Wire;

    public Task<ConnectorAnswer<ResourceResponse>> SendAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancel) =>
        CallAsync(HttpMethod.Post, serviceUrl, ["conversations", conversationId, "activities"], Body(activity), Json.ResourceResponse, cancel);

    /// <summary>Threads below <paramref name="activityId"/> where the channel knows threads; elsewhere the same as sending.</summary>
    public Task<ConnectorAnswer<ResourceResponse>> ReplyAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancel) =>
        CallAsync(HttpMethod.Post, serviceUrl, ["conversations", conversationId, "activities", activityId], Body(activity with { ReplyToId = activityId }), Json.ResourceResponse, cancel);

    public Task<ConnectorAnswer<ResourceResponse>> UpdateAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancel) =>
        CallAsync(HttpMethod.Put, serviceUrl, ["conversations", conversationId, "activities", activityId], Body(activity with { Id = activityId }), Json.ResourceResponse, cancel);

    public Task<ConnectorAnswer<ResourceResponse>> DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancel) =>
        CallAsync(HttpMethod.Delete, serviceUrl, ["conversations", conversationId, "activities", activityId], body: null, Json.ResourceResponse, cancel);

    public Task<ConnectorAnswer<ConversationResourceResponse>> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancel) =>
        CallAsync(HttpMethod.Post, serviceUrl, ["conversations"], Body(parameters, Json.ConversationParameters), Json.ConversationResourceResponse, cancel);

    public Task<ConnectorAnswer<IReadOnlyList<ChannelAccount>>> MembersAsync(string serviceUrl, string conversationId, CancellationToken cancel) =>
        CallAsync(HttpMethod.Get, serviceUrl, ["conversations", conversationId, "members"], body: null, Json.IReadOnlyListChannelAccount, cancel);

    /// <summary>The only way to learn the email address of someone in Teams.</summary>
    public Task<ConnectorAnswer<ChannelAccount>> MemberAsync(string serviceUrl, string conversationId, string userId, CancellationToken cancel) =>
        CallAsync(HttpMethod.Get, serviceUrl, ["conversations", conversationId, "members", userId], body: null, Json.ChannelAccount, cancel);

    /// <summary>One page; <paramref name="continuationToken"/> is that of the page before, null for the first.</summary>
    public Task<ConnectorAnswer<PagedMembersResult>> PagedMembersAsync(string serviceUrl, string conversationId, int pageSize, string? continuationToken, CancellationToken cancel)
    {
        var query = FormattableString.Invariant($"?pageSize={pageSize}")
            + (continuationToken is null ? "" : "&continuationToken=" + Uri.EscapeDataString(continuationToken));
        return CallAsync(HttpMethod.Get, serviceUrl, ["conversations", conversationId, "pagedmembers"], body: null, Json.PagedMembersResult, cancel, query);
    }

    private Task<ConnectorAnswer<T>> CallAsync<T>(
        HttpMethod method, string serviceUrl, string[] path, HttpContent? body, JsonTypeInfo<T> answer, CancellationToken cancel, string query = "")
        where T : class =>
        ConnectorUri.Build(serviceUrl, path, query) is { } uri
            ? transport.SendAsync(method, uri, body, answer, cancel)
            : Task.FromResult<ConnectorAnswer<T>>(new ConnectorFault(RetryAfter: null, 0, "badAddress"));

    private static ByteArrayContent Body(Activity activity) => Body(activity, Json.Activity);

    // Bytes and not a stream: a retry sends them again.
    private static ByteArrayContent Body<T>(T value, JsonTypeInfo<T> type) => new(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, type))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
    };
}
