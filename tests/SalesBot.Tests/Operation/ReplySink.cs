using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SalesBot.Tests.Channels.BotFramework;

namespace SalesBot.Tests.Operation;

/// <summary>A Connector that takes every activity and keeps which of ours it answered.</summary>
internal sealed class ReplySink : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, bool> answered = new(StringComparer.Ordinal);
    private LocalServer server = null!;

    public Uri Address => new(server.Url);

    public ISet<string> Answered => answered.Keys.ToHashSet(StringComparer.Ordinal);

    public static async Task<ReplySink> StartAsync()
    {
        var sink = new ReplySink();
        sink.server = await LocalServer.StartAsync(sink.TakeAsync);
        return sink;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        var activity = await JsonNode.ParseAsync(http.Request.Body);
        if ((string?)activity?["replyToId"] is { } answers)
        {
            answered[answers] = true;
        }

        await http.Response.WriteAsJsonAsync(new { id = Guid.NewGuid().ToString("N") });
    }
}
