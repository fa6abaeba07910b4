using System.CommandLine;
using SalesBot.Approvals.Flows;
using SalesBot.Customers.Rules;
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
/// database lose nothing; the process, the approval flows and the rules (<c>split_rule</c>, <c>customer_rule</c>, <c>nudges</c>) are those in force. The file appears only when it is complete.
/// </summary>
internal static class ExportVerb
{
    private static readonly Argument<string> What = new("what") { Description = string.Join(", ", Sheets.Names) };
    private static readonly Option<FileInfo> To = new("--to") { Description = "The file to write: .xlsx, .csv or .json", Required = true };

    /// <summary>What the company lays down for itself.</summary>
    private static readonly Dictionary<string, InForce> Laid = new(StringComparer.Ordinal)
    {
        [SalesProcess.Name] = async (db, stop) => await SalesProcess.LoadAsync(db, stop) is var process ? (ProcessFile.Write(process), process.Stages.Count) : default,
        [FlowBook.Name] = async (db, stop) => (await FlowBook.LoadAsync(db, stop)).Book is var book ? (book.ToJson(), book.Flows.Values.Sum(flows => flows.Count)) : default,
        [SplitRule.Name] = async (db, stop) => await SplitRule.LoadAsync(db, stop) is var rule ? (SplitFile.Write(rule), rule.Limits.Count) : default,
        [CustomerRule.Name] = async (db, stop) => await CustomerRule.LoadAsync(db, stop) is var rule ? (CustomerFile.Write(rule), rule.Figures.Count) : default,
        [NudgeBook.Name] = async (db, stop) => NudgeBook.In(await Definitions.LoadAsync(db, stop)) is var book ? (NudgeFile.Write(book), book.Rules.Count) : default,
    };

    /// <summary>What is in force, as JSON that <c>import</c> takes, and how many parts it has.</summary>
    private delegate Task<(string Text, int Count)> InForce(SalesDb db, CancellationToken stop);

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
            _ when Laid.TryGetValue(what, out var inForce) => await WriteLaidAsync(tool, inForce, part, stop),
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

    private static async Task<int?> WriteLaidAsync(Tool tool, InForce inForce, string part, CancellationToken stop)
    {
        await using var db = tool.Open();
        var (text, count) = await inForce(db, stop);
        await File.WriteAllTextAsync(part, text, stop);
        return count;
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
