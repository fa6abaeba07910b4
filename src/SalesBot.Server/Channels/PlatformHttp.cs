namespace SalesBot.Server.Channels;

internal static class PlatformHttp
{
    /// <summary>Never follows a redirect: it would carry our token to a host that nobody vouched for. Each attempt has its own limit, in <see cref="RetryHandler"/>.</summary>
    public static HttpClient Client(RetryLimits limits, TimeProvider wall) => new(
        new RetryHandler(limits, wall) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) } })
    {
        Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 8 * 1024 * 1024,
    };
}
