using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace SalesBot.Tests.Channels.BotFramework.Files;

/// <summary>A store of people's files on this machine: what is put there is kept, but for two places that take nothing.</summary>
internal sealed class KeepingServer : IAsyncDisposable
{
    private readonly TaskCompletionSource _asked = new();
    private LocalServer _http = null!;

    public ConcurrentQueue<(string Path, string? Range, string? Authorization, byte[] Bytes)> Put { get; } = new();

    /// <summary>Ends when something was put.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Ends when it may answer.</summary>
    public Task Open { get; set; } = Task.CompletedTask;

    public string Url => _http.Url;

    public static async Task<KeepingServer> StartAsync()
    {
        var server = new KeepingServer();
        server._http = await LocalServer.StartAsync(server.AnswerAsync);
        return server;
    }

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes);
        Put.Enqueue((http.Request.Path.Value!, http.Request.Headers.ContentRange.FirstOrDefault(), http.Request.Headers.Authorization.FirstOrDefault(), bytes.ToArray()));
        _asked.TrySetResult();
        await Open;
        switch (http.Request.Path.Value)
        {
            case "/broken":
                http.Response.StatusCode = 500;
                break;
            case "/astray":
                http.Response.Redirect("/here", permanent: false, preserveMethod: true);
                break;
            default:
                http.Response.StatusCode = 201;
                break;
        }
    }
}
