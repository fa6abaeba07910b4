using SalesBot.Words;

namespace SalesBot.Server;

/// <summary>Where people's browsers reach the service: <c>SalesBot:PublicUrl</c>, else where it listens.</summary>
internal static class PublicUrl
{
    /// <summary>Refuses an address that could only fail later.</summary>
    /// <exception cref="InvalidOperationException">It is none, or outside Development not https.</exception>
    public static void UsePublicUrl(this WebApplication app, Settings settings)
    {
        var site = app.Services.GetRequiredService<PublicAddress>();
        if (settings.PublicUrl is { } said)
        {
            site.Root = Read(said, app.Environment.IsDevelopment()) ?? throw new InvalidOperationException("SalesBot:PublicUrl must be an https address (http only in Development) without a query.");
            return;
        }

        app.Lifetime.ApplicationStarted.Register(() => site.Root = Reachable(new Uri(app.Urls.First())));
    }

    /// <summary>Null for an address that could only fail later.</summary>
    public static Uri? Read(string said, bool development) =>
        Uri.TryCreate(said.EndsWith('/') ? said : said + "/", UriKind.Absolute, out var uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || (development && uri.Scheme == Uri.UriSchemeHttp)) ? uri : null;

    /// <summary>"Every address of this machine" is none that a browser can open.</summary>
    private static Uri Reachable(Uri listening) => listening.Host is "0.0.0.0" or "[::]" ? new UriBuilder(listening) { Host = "localhost" }.Uri : listening;
}
