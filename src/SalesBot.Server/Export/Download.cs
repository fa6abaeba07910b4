using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports.Export;
using SalesBot.Words;

namespace SalesBot.Server.Export;

/// <summary><c>GET /export/{token}</c>: the file of a prepared export.</summary>
internal sealed class Download(Func<SalesDb> open, ReplyRenderer renderer, TimeProvider clock) : HandOut(open, renderer, clock)
{
    protected override Word Gone { get; } = new("Export.gone");

    protected override async Task<(HandedFile File, string Command, Change What)?> FindAsync(SalesDb db, OrgChart org, Person person, PreparedExport prepared, Localizer reader, CancellationToken stop)
    {
        var order = Orders.FromData("export", new Slots(prepared.ReadOrder()));
        var act = new Act(db, org, person, order, prepared.CreatedAt, new Focus()) { Definitions = await Definitions.LoadAsync(db, stop) };
        if (ExportKind.Find(act.Slots.Text("what")) is not { } kind || !person.May(kind.Needs) || (await kind.ReadAsync(act, stop)).Table is not { } table)
        {
            return null;
        }

        var format = act.Slots.Text("format");
        var csv = ExportKind.IsCsv(format);
        var (file, count) = await WriteAsync(SpokenSheet.Of(kind, table, reader, person.TimeZone), csv, stop);
        return (new HandedFile(file, csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", kind.FileName(act.Today, format)), "export", What(act.Slots, count));
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
