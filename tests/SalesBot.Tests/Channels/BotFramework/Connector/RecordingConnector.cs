using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SalesBot.Tests.Channels.BotFramework.Connector;

internal sealed record Recorded(string Method, string Target, string? Authorization, JsonNode? Body);

/// <summary>Stands for the Connector: writes down every call, and answers what was planned, then 200 with a new id.</summary>
internal sealed class RecordingConnector : IAsyncDisposable
{
    private readonly Queue<Func<HttpContext, Task>> _planned = new();
    private readonly List<Recorded> _calls = [];
    private LocalServer _http = null!;

    /// <summary>With a path, as channels have it.</summary>
    public string ServiceUrl => _http.Url + "/apac/";

    public IReadOnlyList<Recorded> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    public static async Task<RecordingConnector> StartAsync()
    {
        var connector = new RecordingConnector();
        connector._http = await LocalServer.StartAsync(connector.AnswerAsync);
        return connector;
    }

    public RecordingConnector Plan(int status, string body = "", params (string Name, string Value)[] headers)
    {
        _planned.Enqueue(context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return context.Response.WriteAsync(body);
        });
        return this;
    }

    public RecordingConnector PlanAbort()
    {
        _planned.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        return this;
    }

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        int number;
        lock (_calls)
        {
            _calls.Add(new Recorded(
                context.Request.Method,
                context.Features.Get<IHttpRequestFeature>()!.RawTarget,
                context.Request.Headers.Authorization,
                body.Length == 0 ? null : JsonNode.Parse(body)));
            number = _calls.Count;
        }

        await (_planned.TryDequeue(out var answer) ? answer(context) : context.Response.WriteAsync($$"""{"id":"a{{number}}"}"""));
    }
}
