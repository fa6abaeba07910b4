using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace SalesBot.Benchmarks.Turns;

/// <summary>A Connector that takes every activity and gives it an id; on loopback.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private static readonly byte[] Taken = """{"id":"1"}"""u8.ToArray();
    private readonly WebApplication app;
    private long received;
    private string last = "";

    private Sink(WebApplication app) => this.app = app;

    public string Url => app.Urls.First() + "/";

    public long Received => Interlocked.Read(ref received);

    /// <summary>The newest activity, while <see cref="Keep"/> is on.</summary>
    public string Last => Volatile.Read(ref last);

    public bool Keep { get; set; }

    public static async Task<Sink> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var sink = new Sink(builder.Build());
        sink.app.Run(async http =>
        {
            if (sink.Keep)
            {
                using var reader = new StreamReader(http.Request.Body);
                Volatile.Write(ref sink.last, await reader.ReadToEndAsync());
            }
            else
            {
                await http.Request.Body.CopyToAsync(Stream.Null);
            }

            Interlocked.Increment(ref sink.received);
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = Taken.Length;
            await http.Response.Body.WriteAsync(Taken);
        });
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
