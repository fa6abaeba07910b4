using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Reports.Export;
using SalesBot.Words;

namespace SalesBot.Server.Export;

/// <summary>A file on its way out of the house.</summary>
internal sealed record HandedFile(Stream Bytes, string ContentType, string Name);

/// <summary>
/// Hands out what was prepared: for the person who asked, with what they may see decided anew by who they are now. Each time is in the audit trail. Behind a link its token
/// stands for the person.
/// </summary>
internal abstract class HandOut(Func<SalesDb> open, ReplyRenderer renderer, TimeProvider clock)
{
    /// <summary>What is told who may not have it, or no longer.</summary>
    protected abstract Word Gone { get; }

    public async Task<IResult> GetAsync(string token, HttpContext http)
    {
        var (now, stop) = (clock.GetUtcNow(), http.RequestAborted);
        await using var db = open();
        var prepared = await db.PreparedExports.AsNoTracking().FirstOrDefaultAsync(e => e.Token == token && e.ExpiresAt > now, stop);
        // Not the kept one, which may be a minute old: whoever has left, or lost the deal, gets nothing.
        var org = await OrgChart.LoadAsync(db, stop);
        var person = org.Find(prepared?.PersonId);
        var reader = renderer.For(person, http.Request.Headers.AcceptLanguage.ToString() is { Length: > 0 } spoken ? spoken : null, now);
        (http.Response.Headers.CacheControl, http.Response.Headers.XContentTypeOptions) = ("no-store", "nosniff");
        if (prepared is null || person is null || await OpenAsync(db, org, person, prepared, reader, stop) is not { } file)
        {
            return Results.Text(reader.Say(Gone), "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.Stream(file.Bytes, file.ContentType, file.Name);
    }

    /// <summary>Null when the person may not have it any more.</summary>
    public async Task<HandedFile?> OpenAsync(SalesDb db, OrgChart org, Person person, PreparedExport prepared, Localizer reader, CancellationToken stop)
    {
        if (await FindAsync(db, org, person, prepared, reader, stop) is not var (file, command, what))
        {
            return null;
        }

        db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = clock.GetUtcNow(), PersonId = person.Id, Command = command, Changes = ChangeLog.ToJson([what]) });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch
        {
            await file.Bytes.DisposeAsync();
            throw;
        }

        return file;
    }

    /// <summary>The file, and what the trail says of it.</summary>
    protected abstract Task<(HandedFile File, string Command, Change What)?> FindAsync(SalesDb db, OrgChart org, Person person, PreparedExport prepared, Localizer reader, CancellationToken stop);
}
