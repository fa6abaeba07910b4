using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.Files;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Server.Export;

/// <summary>
/// <c>GET /documents/{token}</c>: the bytes of a document, as a download and never as a page of ours. The token stands for the person who asked;
/// whether they may see its deal is decided anew by who they are now. Each fetch is in the audit trail.
/// </summary>
internal sealed class FetchDocument(Func<SalesDb> open, FileStore files, ReplyRenderer renderer, TimeProvider clock)
{
    public async Task<IResult> GetAsync(string token, HttpContext http)
    {
        var (now, stop) = (clock.GetUtcNow(), http.RequestAborted);
        await using var db = open();
        var prepared = await db.PreparedExports.AsNoTracking().FirstOrDefaultAsync(e => e.Token == token && e.ExpiresAt > now, stop);
        // Not the kept one, which may be a minute old: whoever has left, or lost the deal, gets nothing.
        var org = await OrgChart.LoadAsync(db, stop);
        var person = org.Find(prepared?.PersonId);
        var key = prepared is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(prepared.Order)!.GetValueOrDefault("document");
        var document = person.May(Permission.ReadSales) ? await db.Documents.AsNoTracking().VisibleTo(org.Viewer(person!)).FirstOrDefaultAsync(d => d.Key == key, stop) : null;
        (http.Response.Headers.CacheControl, http.Response.Headers.XContentTypeOptions) = ("no-store", "nosniff");
        if (document is null || files.Open(document.Sha256) is not { } bytes)
        {
            var reader = renderer.For(person, http.Request.Headers.AcceptLanguage.ToString() is { Length: > 0 } spoken ? spoken : null, now);
            return Results.Text(reader.Say(new Word("File.gone")), "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = now, PersonId = person!.Id, Command = OpenDocument.Id, Changes = ChangeLog.ToJson([Fetched(document)]) });
        await db.SaveChangesAsync(stop);
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.Stream(bytes, document.ContentType, document.Name);
    }

    private static Change Fetched(Document document) =>
        new(ChangeKind.Added, "Fetch", document.Key, [new FieldChange("name", null, ChangeLog.Text(document.Name)), new FieldChange("sha256", null, ChangeLog.Text(document.Sha256))]);
}
