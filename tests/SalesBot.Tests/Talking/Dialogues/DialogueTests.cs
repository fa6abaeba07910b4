using System.Runtime.CompilerServices;

namespace SalesBot.Tests.Talking.Dialogues;

/// <summary>
/// Whole conversations with a company of its own, over the real endpoint, as people type them. A file begins with <c># id name</c> for each conversation; <c>&gt;</c> is what
/// the person says, <c>=</c> the button that is pressed, <c>&lt;</c> what must be heard in answer, <c>!</c> what must not be.
/// </summary>
public class DialogueTests(LabelledCompanies companies) : IClassFixture<LabelledCompanies>
{
    private static readonly string[] Companies = ["zh", "zh-coldchain", "zh-foods", "zh-payroll", "zh-water", "zh-clinics", "en-en", "en-facilities", "en-instruments", "en-robots", "en-solar", "en-packaging"];

    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var company in Companies)
        {
            foreach (var dialogue in Load(company + ".txt").Keys) all.Add(company, dialogue);
        }

        return all;
    }

    /// <summary>The script's name is the language and the company.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task Goes_as_the_person_expects(string script, string dialogue)
    {
        var words = script.Split('-');
        await using var service = await WebService.StartAsync(await companies.CopyAsync(words[^1]));
        var (person, lines) = Load(script + ".txt")[dialogue];
        var talk = await service.AsAsync(person);
        talk = words[0] == "en" ? talk.InEnglish() : talk;
        await talk.Joins();
        foreach (var line in lines)
        {
            talk = line[0] switch
            {
                '>' => await talk.Says(line[2..]),
                '=' => await talk.Presses(line[2..]),
                '<' => talk.Hears(line[2..]),
                _ => talk.DoesNotHear(line[2..]),
            };
        }
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
