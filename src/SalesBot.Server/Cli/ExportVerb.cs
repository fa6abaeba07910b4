using System.CommandLine;
using SalesBot.Approvals.Flows;
using SalesBot.Data;
using SalesBot.Nudges;
using SalesBot.Process;
using SalesBot.Server.Export;
using SalesBot.Server.Records;
using SalesBot.Splits;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>
/// <c>export WHAT --to FILE.(xlsx|csv|json)</c>. <c>all</c> is JSON in the shape that <c>import</c> takes: export and import into an empty
/// database lose nothing; <c>process</c>, <c>approval_flows</c>, <c>split_rule</c> and <c>nudges</c> are those in force. The file appears only when it is complete.
/// </summary>
internal static class ExportVerb
{
    private static readonly Argument<string> What = new("what") { Description = string.Join(", ", Sheets.Names) };
    private static readonly Option<FileInfo> To = new("--to") { Description = "The file to write: .xlsx, .csv or .json", Required = true };

    public static Command Verb()
    {
        var verb = new Command("export", "Write records to a file") { What, To };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        await using var tool = await Tool.OpenAsync(line, stop);
        await using var db = tool.Open();
        var (what, file) = (line.GetRequiredValue(What), line.GetRequiredValue(To));
        var part = file.FullName + ".part";
        var count = what switch
        {
            "all" => await WriteAllAsync(tool, part, stop),
            SalesProcess.Name => await WriteProcessAsync(tool, part, stop),
            FlowBook.Name => await WriteFlowsAsync(tool, part, stop),
            SplitRule.Name => await WriteSplitRuleAsync(tool, part, stop),
            NudgeBook.Name => await WriteNudgesAsync(tool, part, stop),
            _ => await WriteSheetAsync(tool, what, file, part, stop),
        };
        if (count is null)
        {
            File.Delete(part);
            return 1;
        }

        File.Move(part, file.FullName, overwrite: true);
        tool.Say(new Word("Export.done", count.Value, file.Name));
        return 0;
    }

    private static async Task<int?> WriteAllAsync(Tool tool, string part, CancellationToken stop)
    {
        await using var db = tool.Open();
        await using var stream = File.Create(part);
        return await RecordsWriter.WriteAsync(db, stream, tool.Now, stop);
    }

    /// <summary>The approval flows in force, as JSON that <c>import</c> takes; counts the flows.</summary>
    private static async Task<int?> WriteFlowsAsync(Tool tool, string part, CancellationToken stop)
    {
        await using var db = tool.Open();
        var (book, _) = await FlowBook.LoadAsync(db, stop);
        await File.WriteAllTextAsync(part, book.ToJson(), stop);
        return book.Flows.Values.Sum(flows => flows.Count);
    }

    /// <summary>The rule on split deals in force, as JSON that <c>import</c> takes; counts its limits.</summary>
    private static async Task<int?> WriteSplitRuleAsync(Tool tool, string part, CancellationToken stop)
    {
        await using var db = tool.Open();
        var rule = await SplitRule.LoadAsync(db, stop);
        await File.WriteAllTextAsync(part, SplitFile.Write(rule), stop);
        return rule.Limits.Count;
    }

    /// <summary>The nudge rules in force, as JSON that <c>import</c> takes; counts the rules.</summary>
    private static async Task<int?> WriteNudgesAsync(Tool tool, string part, CancellationToken stop)
    {
        await using var db = tool.Open();
        var book = NudgeBook.In(await Definitions.LoadAsync(db, stop));
        await File.WriteAllTextAsync(part, NudgeFile.Write(book), stop);
        return book.Rules.Count;
    }

    /// <summary>The sales process in force, as JSON that <c>import</c> takes; counts its stages.</summary>
    private static async Task<int?> WriteProcessAsync(Tool tool, string part, CancellationToken stop)
    {
        await using var db = tool.Open();
        var process = await SalesProcess.LoadAsync(db, stop);
        await File.WriteAllTextAsync(part, ProcessFile.Write(process), stop);
        return process.Stages.Count;
    }

    private static async Task<int?> WriteSheetAsync(Tool tool, string what, FileInfo file, string part, CancellationToken stop)
    {
        await using var db = tool.Open();
        if (await Sheets.FindAsync(db, what, stop) is not { } sheet)
        {
            tool.Say(new Word("Export.unknown", what, Sheets.Names));
            return null;
        }

        await using var stream = File.Create(part);
        switch (file.Extension.ToLowerInvariant())
        {
            case ".csv":
                return await CsvSheet.WriteAsync(sheet, stream, stop);
            case ".xlsx":
                return await XlsxSheet.WriteAsync(sheet, stream, stop);
            case ".json":
                return await JsonSheet.WriteAsync(sheet, stream, stop);
            default:
                tool.Say(new Word("Export.format", file.Extension));
                return null;
        }
    }
}
