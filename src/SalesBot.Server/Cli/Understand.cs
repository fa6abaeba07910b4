using System.CommandLine;
using System.Text;
using System.Text.Json;
using SalesBot.Language;
using SalesBot.Language.Lines;
using SalesBot.Language.Names;
using SalesBot.Language.Spans;

namespace SalesBot.Server.Cli;

/// <summary><c>understand</c>: what each message on standard input orders, by LABELS.md, as JSON lines. It needs no database and changes nothing.</summary>
internal static class Understand
{
    private static readonly Option<FileInfo> Entities = new("--entities") { Description = "JSON file of people, customers, deals … (data/LABELS.md); needed unless --spans" };
    private static readonly Option<bool> Spans = new("--spans") { Description = "Print the dates, amounts and numbers found in {id, text, reference} instead; --now is for lines without a reference" };

    public static Command Verb()
    {
        var verb = new Command("understand", "Read JSON lines {id, text, user, context} and print what each orders") { Entities, Spans };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        if (line.GetValue(Spans)) return await FindSpans(line.GetValue(CommonOptions.Now));
        if (line.GetValue(Entities) is not { } file) return await Refuse("--entities is required");
        if (!file.Exists) return await Refuse($"No such file: {file.FullName}");
        if (line.GetValue(CommonOptions.Now) is not { } now) return await Refuse("--now is required: the same input shall give the same output");
        EntityIndex index;
        try
        {
            await using var json = file.OpenRead();
            index = EntitiesFile.Read(json);
        }
        catch (JsonException problem)
        {
            return await Refuse($"{file.FullName}: {problem.Message}");
        }

        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return await Answer(new Reader(index), now.DateTime, input, output, stop);
    }

    // Without a clock too the same input gives the same output: then the wall time is that of 1970.
    private static async Task<int> FindSpans(DateTimeOffset? now)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await SpansVerb.RunAsync(input, output, now?.DateTime ?? DateTime.UnixEpoch);
        return 0;
    }

    private static async Task<int> Answer(Reader reader, DateTime localNow, StreamReader input, StreamWriter output, CancellationToken stop)
    {
        for (var number = 1; await input.ReadLineAsync(stop) is { } text; number++)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            try
            {
                var message = MessageLine.Parse(text);
                await output.WriteLineAsync(FrameLine.Write(message.Id, reader.Read(message.Text, message.User, localNow, message.Focus, _ => true)));
            }
            catch (JsonException problem)
            {
                return await Refuse($"Line {number}: {problem.Message}");
            }
        }

        return 0;
    }

    private static async Task<int> Refuse(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 2;
    }
}
