using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Cards;
using SalesBot.Guide;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>
/// The app package of Teams: <c>manifests/teams/manifest.json</c> filled in, its Chinese twin and the icons. The command list is the help's:
/// each command by its name there, which is also what Teams sends when it is chosen, with the sentence that the help card shows.
/// </summary>
internal sealed class TeamsPackage(TeamsPackageSettings settings, WordBook book)
{
    /// <summary>What Teams lists at most; all but one are those that most roles are shown first, the last is the help itself.</summary>
    private const int MostCommands = 10;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same settings give the same bytes: no time of making, a fixed order, nothing compressed.</summary>
    public void Write(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "manifest.json", Manifest());
        Add(zip, "zh-cn.json", JsonSerializer.SerializeToUtf8Bytes(Chinese(), Readable));
        Add(zip, "color.png", Kept("color.png"));
        Add(zip, "outline.png", Kept("outline.png"));
    }

    private byte[] Manifest()
    {
        var says = Speaking(WordBook.English);
        var data = JsonSerializer.SerializeToElement(new
        {
            appId = settings.AppId, version = settings.Version, host = settings.Site.Authority,
            developer = settings.Developer ?? settings.Name, website = settings.Website ?? settings.Site.AbsoluteUri,
            privacy = settings.Privacy ?? settings.Site.AbsoluteUri, terms = settings.Terms ?? settings.Site.AbsoluteUri,
            name = settings.Name, fullName = says.Say(new Word("Teams.full_name", settings.Name)), brief = says.Say("Teams.brief"), about = says.Say(new Word("Teams.about", settings.Name)),
            find = says.Say("Teams.find"), findWhat = says.Say("Teams.find_what"), findText = says.Say("Teams.find_text"),
            commands = Commands(says).Select(command => new { title = command.Title, description = command.Description }),
        });
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            CardTemplate.Parse("manifest", Kept("manifest.json")).Expand(writer, data, default);
        }

        return JsonSerializer.SerializeToUtf8Bytes(JsonElement.Parse(buffer.ToArray()), Readable);
    }

    /// <summary>Each text of the manifest by its place there.</summary>
    private JsonObject Chinese()
    {
        var (says, name) = (Speaking(WordBook.Chinese), settings.ChineseName ?? settings.Name);
        var file = new JsonObject
        {
            ["$schema"] = JsonNode.Parse(Kept("manifest.json"))!["$schema"]!.GetValue<string>().Replace("MicrosoftTeams.schema", "MicrosoftTeams.Localization.schema", StringComparison.Ordinal),
            ["name.short"] = name,
            ["name.full"] = says.Say(new Word("Teams.full_name", name)),
            ["description.short"] = says.Say("Teams.brief"),
            ["description.full"] = says.Say(new Word("Teams.about", name)),
        };
        const string Find = "composeExtensions[0].commands[0]";
        (file[Find + ".title"], file[Find + ".description"]) = (says.Say("Teams.find"), says.Say("Teams.find_what"));
        (file[Find + ".parameters[0].title"], file[Find + ".parameters[0].description"]) = (says.Say("Teams.find"), says.Say("Teams.find_text"));
        foreach (var (index, (title, description)) in Commands(says).Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"bots[0].commandLists[0].commands[{index}]");
            file[place + ".title"] = title;
            file[place + ".description"] = description;
        }

        return file;
    }

    private static IEnumerable<(string Title, string Description)> Commands(Localizer says) =>
        Tries.Common(MostCommands - 1).Select(id => (Id: id, Example: CommandWords.Example(id, ExampleNames.Samples)!)).Append((Id: "help", Example: "Help.subtitle"))
            .Select(command => (says.Say(new Word("Command." + command.Id)), says.Say(command.Example)));

    private Localizer Speaking(string language) => new(book, language, "UTC", DateTimeOffset.UnixEpoch);

    private static byte[] Kept(string name)
    {
        using var file = typeof(TeamsPackage).Assembly.GetManifestResourceStream("Teams." + name)!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }
}
