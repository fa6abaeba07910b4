using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Server.Import;
using SalesBot.Words;
using Spectre.Console;

namespace SalesBot.Server.Cli;

/// <summary>
/// <c>import FILE… [--map NAME] [--dry-run] [--undo ID]</c>: takes people, customers, deals and more from other systems' files, all of them or
/// nothing. Exit code 1 when a file is at fault; the output names file, row and column.
/// </summary>
internal static class ImportVerb
{
    private static readonly Argument<string[]> Files = new("files") { Description = "CSV, XLSX or JSON files", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Map = new("--map") { Description = "Source system, when it cannot be told from the columns: " + string.Join(", ", Layouts.Systems) };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would be taken and change nothing" };
    private static readonly Option<string?> Undo = new("--undo") { Description = "Take the import with this id back" };

    public static Command Verb()
    {
        var verb = new Command("import", "Take records from other systems' files") { Files, Map, DryRun, Undo };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        await using var tool = await Tool.OpenAsync(line, stop);
        if (line.GetValue(Undo) is { } id)
        {
            return await UndoAsync(tool, id, stop);
        }

        var faults = new Faults();
        var files = line.GetValue(Files) ?? [];
        if (files.Length > 0 && Array.TrueForAll(files, f => f.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
        {
            return await JsonImport.RunAsync(tool, files, line.GetValue(DryRun), stop);
        }

        var tables = Sources.Open(files, faults);
        var batch = new BatchReader(line.GetValue(Map), faults).Read(tables);
        if (faults.Count > 0 || tables.Count == 0)
        {
            return Refuse(tool, faults);
        }

        var report = await WithProgressAsync(tool.OnTerminal, tables.Sum(t => t.Rows.Count), progress => WriteAsync(tool, batch, line.GetValue(DryRun), progress, stop));
        Print(tool, batch, report, line.GetValue(DryRun));
        return 0;
    }

    private static async Task<ImportReport> WriteAsync(Tool tool, Batch batch, bool dryRun, Action<int> progress, CancellationToken stop)
    {
        await using var db = tool.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var report = new ImportReport();
        var known = await KnownRecords.LoadAsync(db, stop);
        await new BatchWriter(db, known, report, tool.Now, progress).WriteAsync(batch, stop);
        if (dryRun)
        {
            await transaction.RollbackAsync(stop);
        }
        else
        {
            await transaction.CommitAsync(stop);
        }

        return report;
    }

    private static async Task<int> UndoAsync(Tool tool, string id, CancellationToken stop)
    {
        await using var db = tool.Open();
        var entry = await db.Audit.FirstOrDefaultAsync(a => a.Key == id && a.Command == "import", stop);
        if (entry is null || entry.UndoneAt is not null)
        {
            tool.Say(entry is null ? new Word("Import.undo_unknown", id) : "Undo.already");
            return 1;
        }

        var changes = ChangeLog.FromJson(entry.Changes);
        if (await ImportReversal.ObstacleAsync(db, changes, stop) is { } obstacle)
        {
            tool.Say(obstacle);
            return 1;
        }

        var stay = await ImportReversal.ApplyAsync(db, changes, entry, tool.Now, stop);
        tool.Say(new Word("Import.undone", changes.Count(c => c.Kind == ChangeKind.Added), changes.Count(c => c.Kind == ChangeKind.Changed)));
        if (stay > 0)
        {
            tool.Say(new Word("Import.undo_kept", stay));
        }

        return 0;
    }

    internal static int Refuse(Tool tool, Faults faults)
    {
        foreach (var fault in faults.First)
        {
            var place = (fault.Row, fault.Column) switch
            {
                (0, _) => fault.File,
                (_, null) => tool.Text(new Word("Import.at_row", fault.File, fault.Row.ToString(CultureInfo.InvariantCulture))),
                _ => tool.Text(new Word("Import.at_cell", fault.File, fault.Row.ToString(CultureInfo.InvariantCulture), fault.Column)),
            };
            tool.Print($"{place}: {tool.Text(fault.Text)}");
        }

        if (faults.Count > Faults.Shown)
        {
            tool.Say(new Word("Import.more_faults", faults.Count - Faults.Shown));
        }

        tool.Say(faults.Count == 0 ? "Import.nothing" : "Import.refused");
        return 1;
    }

    private static void Print(Tool tool, Batch batch, ImportReport report, bool dryRun)
    {
        foreach (var (kind, added, updated, unchanged) in report.Kinds)
        {
            tool.Say(new Word("Import.count", new Word("Import.kind." + kind), added, updated, unchanged));
        }

        foreach (var remark in report.Remarks.Concat(batch.LeftOut.Select(f => new Word("Import.left_out", f))))
        {
            tool.Say(remark);
        }

        tool.Say(dryRun ? "Import.dry" : report.Id is null ? "Import.no_change" : new Word("Import.done", report.Id));
    }

    /// <summary>A progress bar on a terminal; nothing where the output is a file or a pipe.</summary>
    private static async Task<ImportReport> WithProgressAsync(bool onTerminal, int rows, Func<Action<int>, Task<ImportReport>> work)
    {
        if (!onTerminal)
        {
            return await work(_ => { });
        }

        return await AnsiConsole.Progress().Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("import", maxValue: Math.Max(rows, 1));
                return await work(done => task.Increment(done));
            });
    }
}
