using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Server.Import;
using SalesBot.Server.Records;

namespace SalesBot.Tests.Talking.Dialogues;

/// <summary>
/// Whole conversations with a company of its own, as people type them. A file begins with <c># id name</c> for each conversation; <c>&gt;</c> is what
/// the person says, <c>&lt;</c> what must be heard in answer, <c>!</c> what must not be.
/// </summary>
public class DialogueTests
{
    private const string Company = "../../Language/Labelled/zh/entities.json";

    public static TheoryData<string> Chinese() => [.. Load("zh.txt").Keys];

    [Theory]
    [MemberData(nameof(Chinese))]
    public async Task Goes_as_the_person_expects(string dialogue)
    {
        await using var bot = await TestBot.StartAsync(ImportAsync);
        var (person, lines) = Load("zh.txt")[dialogue];
        var talk = bot.As(person);
        foreach (var line in lines)
        {
            talk = line[0] switch
            {
                '>' => await talk.Says(line[2..]),
                '<' => talk.Hears(line[2..]),
                _ => talk.DoesNotHear(line[2..]),
            };
        }
    }

    private static async Task ImportAsync(SalesDb db)
    {
        var content = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder(), Company)))!.AsObject();
        var (faults, changes) = (new Faults(), new ImportChanges(db));
        await new RecordsReader(db, "entities.json", faults, new ImportReport(), changes).ReadAsync(content, TestBot.Start, CancellationToken.None);
        Assert.Equal(0, faults.Count);
        await changes.SaveAsync(CancellationToken.None);
    }

    private static Dictionary<string, (string Person, List<string> Lines)> Load(string file)
    {
        var found = new Dictionary<string, (string Person, List<string> Lines)>(StringComparer.Ordinal);
        var lines = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder(), file)).Where(line => line.Length > 2))
        {
            if (line[0] == '#')
            {
                var words = line.Split(' ', 3);
                found[words[1]] = (words[2], lines = []);
            }
            else
            {
                lines.Add(line);
            }
        }

        return found;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
