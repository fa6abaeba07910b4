using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SalesBot.Benchmarks.Turns;

/// <summary>What one round of load came to. CPU is that of the whole process: server, sink and load together, the same for all contestants.</summary>
internal sealed record Pace(int Turns, double PerSecond, double P50, double P99, double CpuMicros, double Kilobytes);

/// <summary>Keeps a number of connections busy with one request each; plain sockets, so that little of the machine goes into asking.</summary>
internal static class Load
{
    /// <summary>Runs for that long; <paramref name="body"/> is the activity that a connection sends as its n-th.</summary>
    public static async Task<Pace> RunAsync(Uri url, int connections, TimeSpan time, Func<int, int, string> body)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var (cpu, bytes, start) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        var perConnection = await Task.WhenAll(Enumerable.Range(0, connections).Select(c => Task.Run(() => OneAsync(url, c, start, time, body))));
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        var sorted = perConnection.SelectMany(l => l).Order().ToList();
        return new Pace(
            sorted.Count, sorted.Count / elapsed.TotalSeconds, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)],
            (process.TotalProcessorTime - cpu).TotalMicroseconds / sorted.Count, (GC.GetTotalAllocatedBytes() - bytes) / 1024.0 / sorted.Count);
    }

    private static async Task<List<double>> OneAsync(Uri url, int connection, long start, TimeSpan time, Func<int, int, string> body)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, url.Port);
        var (answer, millis) = (new byte[8192], new List<double>(4096));
        for (var n = 0; Stopwatch.GetElapsedTime(start) < time; n++)
        {
            var content = Encoding.UTF8.GetBytes(body(connection, n));
            var head = string.Create(CultureInfo.InvariantCulture, $"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {content.Length}\r\n\r\n");
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. content]);
            await ReadAsync(socket, answer);
            millis.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return millis;
    }

    private static async Task ReadAsync(Socket socket, byte[] buffer)
    {
        for (var length = 0; ;)
        {
            length += await socket.ReceiveAsync(buffer.AsMemory(length)) is > 0 and var read ? read : throw new IOException("connection closed");
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                continue;
            }

            var head = Encoding.ASCII.GetString(buffer, 0, end);
            if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) || !head.Contains("Content-Length: 0", StringComparison.OrdinalIgnoreCase))
            {
                throw new IOException(head);
            }

            return;
        }
    }
}
