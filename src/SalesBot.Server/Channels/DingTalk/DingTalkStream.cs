using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>Keeps a connection to DingTalk open over which it pushes what people say and press, so that it needs no address of ours (PROTOCOLS.md E.2).</summary>
internal sealed class DingTalkStream(DingTalkClient dingtalk, DingTalkFrames frames, DingTalkStream.Surroundings around) : BackgroundService
{
    /// <summary>What the service gives it.</summary>
    internal sealed record Surroundings(IOptions<DingTalkOptions> Options, IHostEnvironment Environment, TimeProvider Wall, ILogger<DingTalkStream> Log);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (around.Options.Value is not { IsOn: true, Stream: true })
        {
            return;
        }

        for (var pause = Shortest; !stoppingToken.IsCancellationRequested;)
        {
            var began = around.Wall.GetUtcNow();
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever broke, a missed sign of life too: it is opened anew, and nothing else of the service ends with it.
                around.Log.CallFailed(DingTalkRoute.ChannelId, "stream", 0, fault.GetType().Name);
            }

            // Who was long connected was asked to come back, and does so soon; who is refused waits longer each time.
            pause = around.Wall.GetUtcNow() - began > Longest ? Shortest : pause;
            await Task.Delay(pause * (1 + (Random.Shared.NextDouble() / 4)), around.Wall, stoppingToken);
            pause = pause * 2 < Longest ? pause * 2 : Longest;
        }
    }

    /// <summary>Returns when the connection ends, for whatever reason.</summary>
    private async Task ListenAsync(CancellationToken stop)
    {
        var opened = await dingtalk.OpenStreamAsync(DingTalkFrames.Topics, stop);
        if (opened.Error is not null || opened.Body.Text("endpoint") is not { } endpoint || opened.Body.Text("ticket") is not { } ticket || !DingTalkRoute.IsTheirs(endpoint, around.Environment) || !endpoint.StartsWith("ws", StringComparison.Ordinal))
        {
            around.Log.CallFailed(DingTalkRoute.ChannelId, "stream", 0, opened.Error ?? "badEndpoint");
            return;
        }

        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Alive;
        socket.Options.KeepAliveTimeout = Alive;
        using (var opening = CancellationTokenSource.CreateLinkedTokenSource(stop))
        {
            opening.CancelAfter(Alive);
            await socket.ConnectAsync(new Uri($"{endpoint}?ticket={Uri.EscapeDataString(ticket)}"), opening.Token);
        }

        using var sending = new SemaphoreSlim(1, 1);
        var underWay = new List<Task>();
        try
        {
            while (await ReadAsync(socket, stop) is { } frame && !DingTalkFrames.IsGoodbye(frame))
            {
                underWay.RemoveAll(t => t.IsCompleted);
                underWay.Add(AnswerAsync(socket, sending, frame, stop));
            }
        }
        finally
        {
            // What was taken is answered as far as the connection still bears it.
            await Task.WhenAll(underWay).WaitAsync(Alive, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop);
        }
    }

    private async Task AnswerAsync(ClientWebSocket socket, SemaphoreSlim sending, JsonElement frame, CancellationToken stop)
    {
        await frames.TakeAsync(frame, async ack =>
        {
            await sending.WaitAsync(stop);
            try
            {
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(ack), WebSocketMessageType.Text, endOfMessage: true, stop);
            }
            finally
            {
                sending.Release();
            }
        });
    }

    /// <summary>The next frame, an undefined one where it is no JSON; null at the end of the connection.</summary>
    private async Task<JsonElement?> ReadAsync(ClientWebSocket socket, CancellationToken stop)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, stop);
            if (part.MessageType == WebSocketMessageType.Close || whole.Length + part.Count > 4L * around.Options.Value.MaxRequestBytes)
            {
                return null;
            }

            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return WireJson.Parse(whole.GetBuffer().AsSpan(0, (int)whole.Length)) ?? default(JsonElement);
            }
        }
    }
}
