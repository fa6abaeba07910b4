using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Benchmarks.Turns;

/// <summary>The least that any bot can do: reads the activity, posts a fixed reply to its service URL.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private static readonly byte[] Reply = """{"type":"message","text":"ok"}"""u8.ToArray();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false });
    private WebApplication? app;

    public Uri Url => new(app!.Urls.First());

    public static async Task<BareEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var bare = new BareEndpoint { app = builder.Build() };
        bare.app.Run(bare.AnswerAsync);
        await bare.app.StartAsync();
        return bare;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app!.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, BotFrameworkJson.Wire.Activity))!;
        using var body = new ByteArrayContent(Reply) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var taken = await http.PostAsync(new Uri($"{activity.ServiceUrl}v3/conversations/{activity.Conversation!.Id}/activities/{activity.Id}"), body);
        context.Response.StatusCode = (int)taken.StatusCode;
        context.Response.ContentLength = 0;
    }
}
