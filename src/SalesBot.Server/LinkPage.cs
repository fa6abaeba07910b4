using SalesBot.Sharing;
using SalesBot.Words;

namespace SalesBot.Server;

/// <summary>
/// What a browser shows for the address of a deal or customer (<see cref="RecordLink"/>): how to open it, and nothing about the record, not even whether there is one. In practice it opens in the chat.
/// </summary>
internal static class LinkPage
{
    public static void MapLinks(this WebApplication app)
    {
        foreach (var folder in RecordLink.Folders)
        {
            app.MapGet($"/{folder}{{key}}", (string key, HttpContext http, PublicAddress site, IWebHostEnvironment host) => Show(folder + key, http.Response, site, host));
        }
    }

    private static IResult Show(string link, HttpResponse response, PublicAddress site, IWebHostEnvironment host)
    {
        if (RecordLink.Read(new Uri(site.Root, link).AbsoluteUri, site.Root) is null)
        {
            return Results.NotFound();
        }

        if (host.IsDevelopment())
        {
            return Results.Redirect(new Uri(site.Root, "?open=" + link).AbsoluteUri);
        }

        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return Results.Stream(typeof(LinkPage).Assembly.GetManifestResourceStream("LinkPage.html")!, "text/html; charset=utf-8");
    }
}
