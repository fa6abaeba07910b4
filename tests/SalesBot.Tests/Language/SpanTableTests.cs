using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using SalesBot.Language.Spans;

namespace SalesBot.Tests.Language;

/// <summary>
/// The tables in <c>Spans/{zh,en}</c>: what <c>understand --spans</c> finds, said on Wednesday 2026-03-11 at 10:00. A line is <c>said => meant</c>, a
/// heading names a phenomenon. Meant is written short: days, <c>first..last</c>, clock times, seconds of a length, amounts with their currency
/// (<c>money</c> where none is named), numbers as they are.
/// </summary>
public sealed class SpanTableTests
{
    public static TheoryData<string, string> Phenomena
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var file in Files())
            {
                foreach (var heading in File.ReadLines(Path.Combine(Folder(), file)).Where(line => line.StartsWith("# ", StringComparison.Ordinal))) all.Add(file, heading[2..]);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Phenomena))]
    public void Reads_what_is_said(string file, string phenomenon)
    {
        var lines = Lines(file, phenomenon).ToList();
        Assert.NotEmpty(lines);
        Assert.Equal(lines, lines.ConvertAll(line => $"{Said(line)} => {Meant(Said(line))}".TrimEnd()));
    }

    /// <summary>An emptied table would pass.</summary>
    [Fact]
    public void Has_several_hundred_lines_a_language() =>
        Assert.All(["zh", "en"], language => Assert.True(Files().Where(file => file.StartsWith(language, StringComparison.Ordinal)).Sum(file => File.ReadLines(Path.Combine(Folder(), file)).Count(line => line.Contains(" =>", StringComparison.Ordinal))) > 900));

    private static string Said(string line) => line[..line.IndexOf(" =>", StringComparison.Ordinal)];

    private static string Meant(string said) =>
        string.Join("; ", SpansVerb.Answer(new JsonObject { ["text"] = said }.ToJsonString(), Reading.Wednesday)["entities"]!.AsArray().Select(found => Short(found!.AsObject())));

    private static string Short(JsonObject found) => (string)found["type"]! switch
    {
        "daterange" => $"{Clipped(found["from"])}..{Clipped(found["to"])}",
        "duration" => Number(found["seconds"]) + "s",
        "currency" => $"{Number(found["value"])} {(string?)found["currency"] ?? "money"}",
        "number" => Number(found["value"]),
        _ => Clipped(found["value"]),
    };

    private static string Number(JsonNode? value) => ((double)value!).ToString("G12", CultureInfo.InvariantCulture);

    // Seconds only where there are some.
    private static string Clipped(JsonNode? moment)
    {
        var text = ((string)moment!).Replace(' ', 'T');
        return text.Length is 8 or 19 && text.EndsWith(":00", StringComparison.Ordinal) ? text[..^3] : text;
    }

    private static IEnumerable<string> Lines(string file, string phenomenon) =>
        File.ReadLines(Path.Combine(Folder(), file)).SkipWhile(line => line != "# " + phenomenon).Skip(1).TakeWhile(line => !line.StartsWith("# ", StringComparison.Ordinal)).Where(line => line.Length > 0);

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Folder(), "*.txt", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder(), file)).Order(StringComparer.Ordinal);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Spans");
}
