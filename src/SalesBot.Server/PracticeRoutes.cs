using System.Xml;
using SalesBot.Server.Channels.DirectLine;
using SalesBot.Server.Jobs;

namespace SalesBot.Server;

/// <summary>What the page needs for practice: who is there, and a clock that can be moved ahead. Development and this machine only.</summary>
internal static class PracticeRoutes
{
    private const string ContentRules =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; connect-src 'self' blob:; worker-src blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    public static void MapPractice(this WebApplication app)
    {
        var dev = app.MapGroup("/dev").AddEndpointFilter<OwnPageOnly>();
        dev.MapGet("/people", Personas.GetAsync);
        dev.MapGet("/clock", (PracticeClock clock) => Results.Json(new { now = clock.GetUtcNow() }));
        dev.MapPost("/clock", AdvanceAsync);
        dev.MapPost("/language", SpeakAsync);
        app.MapDirectLine();
        app.MapGet("/", Page);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
    }

    /// <summary>What customers and colleagues wrote is shown in this page: nothing of it may run, and no other page may put a frame around it.</summary>
    private static IResult Page(HttpResponse response, IWebHostEnvironment host)
    {
        response.Headers.ContentSecurityPolicy = ContentRules;
        return Results.Stream(host.WebRootFileProvider.GetFileInfo("index.html").CreateReadStream(), "text/html; charset=utf-8");
    }

    /// <summary><c>POST /dev/clock {"advance":"P8D"}</c>: moves the clock, then runs what falls due on the way; answered when that is done.</summary>
    private static async Task<IResult> AdvanceAsync(HttpRequest request, PracticeTime time, IHostApplicationLifetime life)
    {
        var (body, refusal) = await JsonBody.ReadAsync(request.Body, optional: false, request.HttpContext.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }

        if (Duration(body!.Text("advance")) is not { } by)
        {
            return Refusal.BadAdvance;
        }

        // Not the request's own token: a page that is closed meanwhile must not leave half of it undone.
        var (from, now) = await time.AdvanceAsync(by, life.ApplicationStopping);
        return Results.Json(new { from, now });
    }

    /// <summary><c>POST /dev/language {"locale":"en"}</c>: the language of the page, for whomever it speaks as.</summary>
    private static async Task<IResult> SpeakAsync(HttpRequest request, PracticeLanguage language, IEnumerable<Rounds> held, PracticeClock clock, IHostApplicationLifetime life)
    {
        var (body, refusal) = await JsonBody.ReadAsync(request.Body, optional: false, request.HttpContext.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }

        if (body!.Text("locale") is not { Length: > 0 and <= 20 } locale)
        {
            return Refusal.BadBody;
        }

        await language.SetAsync(locale, life.ApplicationStopping);
        foreach (var rounds in held)
        {
            await rounds.TellAsync(clock.GetUtcNow(), life.ApplicationStopping);
        }

        return Results.NoContent();
    }

    private static TimeSpan? Duration(string? text)
    {
        try
        {
            return text is not null && XmlConvert.ToTimeSpan(text) is var by && by >= TimeSpan.FromSeconds(1) && by <= Farthest ? by : null;
        }
        catch (FormatException)
        {
            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
