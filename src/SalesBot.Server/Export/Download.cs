using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports.Export;
using SalesBot.Words;

namespace SalesBot.Server.Export;

/// <summary>
/// <c>GET /export/{token}</c>: the file of a prepared export. The token stands for the person who asked; what they may see is decided anew by
/// who they are now. Each fetch is in the audit trail.
/// </summary>
internal sealed class Download(Func<SalesDb> open, ReplyRenderer renderer, TimeProvider clock)
{
    public async Task<IResult> GetAsync(string token, HttpContext http)
    {
        var (now, stop) = (clock.GetUtcNow(), http.RequestAborted);
        await using var db = open();
        var prepared = await db.PreparedExports.AsNoTracking().FirstOrDefaultAsync(e => e.Token == token && e.ExpiresAt > now, stop);
        // Not the kept one, which may be a minute old: whoever has left gets nothing.
        var org = await OrgChart.LoadAsync(db, stop);
        var person = org.Find(prepared?.PersonId);
        var reader = renderer.For(person, http.Request.Headers.AcceptLanguage.ToString() is { Length: > 0 } spoken ? spoken : null, now);
        if (prepared is null || person is null || await TableAsync(db, org, person, prepared, stop) is not { } found)
        {
            return Results.Text(reader.Say(new Word("Export.gone")), "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        var csv = found.Act.Slots.Text("format") == "csv";
        var (file, count) = await WriteAsync(SpokenSheet.Of(found.Kind, found.Table, reader, person.TimeZone), csv, stop);
        db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = now, PersonId = person.Id, Command = "export", Changes = ChangeLog.ToJson([What(found.Act.Slots, count)]) });
        await db.SaveChangesAsync(stop);
        (http.Response.Headers.CacheControl, http.Response.Headers.XContentTypeOptions) = ("no-store", "nosniff");
        return Results.Stream(
            file, csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{found.Kind.Name}-{found.Act.Today:yyyy-MM-dd}.{(csv ? "csv" : "xlsx")}"));
    }

    /// <summary>Null when the person may not have it any more.</summary>
    private static async Task<(ExportKind Kind, ExportTable Table, Act Act)?> TableAsync(SalesDb db, OrgChart org, Person person, PreparedExport prepared, CancellationToken stop)
    {
        var order = Orders.FromData("export", new Slots(JsonSerializer.Deserialize<Dictionary<string, string>>(prepared.Order)!));
        var act = new Act(db, org, person, order, prepared.CreatedAt, new Focus()) { Definitions = await Definitions.LoadAsync(db, stop) };
        return ExportKind.Find(act.Slots.Text("what")) is { } kind && person.May(kind.Needs) && (await kind.ReadAsync(act, stop)).Table is { } table ? (kind, table, act) : null;
    }

    /// <summary>To a file of the system's, which goes with its last reader: a table is not held in memory, and a fault shows before the answer begins.</summary>
    private static async Task<(Stream File, int Count)> WriteAsync(Sheet sheet, bool csv, CancellationToken stop)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        try
        {
            var count = csv ? await CsvSheet.WriteAsync(sheet, file, stop) : await XlsxSheet.WriteAsync(sheet, file, stop);
            file.Position = 0;
            return (file, count);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static Change What(Slots slots, int count) =>
        new(ChangeKind.Added, "Export", slots["what"], [.. slots.Select(s => new FieldChange(s.Key, null, ChangeLog.Text(s.Value))), new FieldChange("rows", null, ChangeLog.Text(count))]);
}
