using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>
/// A process as people keep it in a file: <c>{"stages": [{"id", "name", "probability", "stallDays", "needs", "advises", …}]}</c>, in the order of the ladder. A name or
/// text is one string, or one for each of <c>en</c> and <c>zh</c>.
/// </summary>
internal static class ProcessFile
{
    /// <summary>The member by which such a file is told from others.</summary>
    public const string Mark = "stages";

    private const int Fewest = 2;
    private const int Most = 20;

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The process, or everything that is wrong with it.</summary>
    public static (SalesProcess? Process, IReadOnlyList<ProcessFault> Faults) Read(string json)
    {
        try
        {
            return Read(JsonNode.Parse(json) as JsonObject);
        }
        catch (JsonException broken)
        {
            return (null, [new ProcessFault((int)(broken.LineNumber ?? 0) + 1, null, "Import.json")]);
        }
    }

    public static (SalesProcess? Process, IReadOnlyList<ProcessFault> Faults) Read(JsonObject? content)
    {
        if (content?[Mark] is not JsonArray { Count: >= Fewest and <= Most } rows)
        {
            return (null, [new ProcessFault(0, Mark, new Word("Process.bad.count", Fewest, Most))]);
        }

        var faults = new List<ProcessFault>();
        var stages = rows.Select((row, place) => StageRow.Read(row as JsonObject ?? [], place + 1, faults)).ToList();
        faults.AddRange(Together(stages));
        return faults.Count == 0 ? (new SalesProcess(stages), []) : (null, [.. faults.OrderBy(f => f.Row)]);
    }

    public static string Write(SalesProcess process) =>
        new JsonObject { [Mark] = new JsonArray([.. process.Stages.Select(StageRow.Write)]) }.ToJsonString(Format);

    /// <summary>What is wrong with stages that are each in order: one id twice, or another end than being won.</summary>
    public static IEnumerable<ProcessFault> Together(IReadOnlyList<Stage> stages)
    {
        for (var row = 1; row <= stages.Count; row++)
        {
            var id = stages[row - 1].Id;
            if (stages.Take(row - 1).Any(s => s.Id == id))
            {
                yield return new ProcessFault(row, "id", new Word("Process.bad.twice", id));
            }
            else if (id == SalesProcess.Won != (row == stages.Count))
            {
                yield return new ProcessFault(row, "id", "Process.bad.end");
            }
        }
    }
}

/// <summary>What is wrong in one place of a process file.</summary>
/// <param name="Row">Of the stage, from 1; 0 where it is about the file.</param>
/// <param name="Column">The member.</param>
internal sealed record ProcessFault(int Row, string? Column, Word Text);
