using System.Globalization;
using System.Net;
using Polly;
using Polly.Retry;

namespace SalesBot.Server.Channels;

/// <summary>How often and how long one send is tried; what is still refused then goes back to the outbox.</summary>
/// <param name="Delay">First pause; doubled each time, with jitter.</param>
/// <param name="Timeout">Of one call.</param>
internal sealed record RetryLimits(int Retries, TimeSpan Delay, TimeSpan MaxDelay, TimeSpan Timeout);

/// <summary>
/// Repeats what a platform asks to be repeated (PROTOCOLS.md A.7, D.4, F): back-off with jitter, or as long as Retry-After says. A pause
/// above the limit is not waited out here; the answer goes back and the outbox keeps the message.
/// A call that timed out may have been taken all the same: sending is at least once, and only updates are idempotent.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    /// <summary>Set for a file, whose body is read piece by piece and limited there.</summary>
    public static readonly HttpRequestOptionsKey<bool> Streamed = new("streamed");

    private const int MostBuffered = 8 * 1024 * 1024;

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _maxDelay;
    private readonly TimeProvider _time;

    public RetryHandler(RetryLimits limits, TimeProvider time)
    {
        (_timeout, _maxDelay, _time) = (limits.Timeout, limits.MaxDelay, time);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (limits.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = limits.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = limits.Delay,
                MaxDelay = limits.MaxDelay,
                ShouldHandle = a => ValueTask.FromResult(IsWorthRepeating(a.Outcome)),
                DelayGenerator = a => ValueTask.FromResult(Asked(a.Outcome.Result)),
            });
        }

        _pipeline = builder.Build();
    }

    /// <summary>How long the answer asks to wait, by Retry-After or as Feishu says it; null when it does not say, or says a moment that has passed.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - now) ?? Reset(response);
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static TimeSpan? Reset(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-ogw-ratelimit-reset", out var reset) && double.TryParse(reset.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 86_400
            ? TimeSpan.FromSeconds(seconds)
            : null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(async cancel => await OnceAsync(request, cancel), cancellationToken);

    private async Task<HttpResponseMessage> OnceAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_timeout);
        try
        {
            var response = await base.SendAsync(request, limit.Token);
            if (!request.Options.TryGetValue(Streamed, out _))
            {
                // The limit is for the whole answer: one that begins and never ends would hold up whoever waits for it.
                await response.Content.LoadIntoBufferAsync(MostBuffered, limit.Token);
            }

            return response;
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException(message: null, e);
        }
    }

    private bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutException } => true,
        { Result.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => Asked(outcome.Result) is not { } wait || wait <= _maxDelay,
        _ => false,
    };

    private TimeSpan? Asked(HttpResponseMessage? response) => response is null ? null : RetryAfter(response, _time.GetUtcNow());
}
