using System.Net.WebSockets;
using System.Text;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>
/// The stream of a conversation over WebSocket: a text frame for whatever is new, an empty one every now and then so that nothing between
/// closes a quiet connection. What the client sends (empty frames) is read and dropped.
/// </summary>
internal static class ActivityStream
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static async Task<IResult> HandleAsync(HttpContext http, string? watermark, Transcript transcript, Bell bell, IHostApplicationLifetime life)
    {
        var conversation = Caller.Of(http).Conversation;
        if (!http.WebSockets.IsWebSocketRequest)
        {
            return Refusal.NotWebSocket;
        }

        if (!Watermark.TryRead(watermark, out var after))
        {
            return Refusal.BadWatermark;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        var receiving = UntilGoneAsync(ReceiveAsync(socket, over));
        await UntilGoneAsync(SendAsync(socket, conversation, after, transcript, bell, over.Token));
        await over.CancelAsync();
        await receiving;
        return Results.Empty;
    }

    /// <summary>A client that goes away, or a service that stops, ends a stream in the ordinary way; the client reconnects with its watermark and misses nothing.</summary>
    private static async Task UntilGoneAsync(Task stream)
    {
        try
        {
            await stream;
        }
        catch (OperationCanceledException)
        {
        }
        catch (WebSocketException)
        {
        }
    }

    private static async Task SendAsync(WebSocket socket, string conversation, long after, Transcript transcript, Bell bell, CancellationToken over)
    {
        while (true)
        {
            var next = bell.Next(conversation);
            var page = await transcript.ReadAsync(conversation, after, over);
            after = page.Watermark;
            if (page.Activities.Count > 0)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(Watermark.Write(page)), WebSocketMessageType.Text, endOfMessage: true, over);
                continue;
            }

            var first = await Task.WhenAny(next, Task.Delay(KeepAlive, over));
            over.ThrowIfCancellationRequested();
            if (first != next)
            {
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, over);
            }
        }
    }

    private static async Task ReceiveAsync(WebSocket socket, CancellationTokenSource over)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, over.Token)).MessageType != WebSocketMessageType.Close)
            {
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, CancellationToken.None);
        }
        finally
        {
            await over.CancelAsync();
        }
    }
}
