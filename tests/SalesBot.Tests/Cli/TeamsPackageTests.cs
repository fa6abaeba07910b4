using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SalesBot.Guide;
using SalesBot.Language;
using SalesBot.Server.Cli;
using SalesBot.Tests.Npm;
using SalesBot.Tests.Operation;
using SalesBot.Tests.Talking;
using SalesBot.Words;

namespace SalesBot.Tests.Cli;

/// <summary>The package that an administrator uploads to Teams.</summary>
public sealed class TeamsPackageTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Bot = "SalesBot:Channels:Teams:";

    [NodeFact]
    public async Task Teams_own_schema_has_nothing_to_say_about_it()
    {
        var names = new[] { (Bot + "Package:Name", new string('N', 30)), (Bot + "Package:ChineseName", new string('销', 30)), (Bot + "Package:Developer", new string('D', 32)) };
        var (plain, longest) = (Files(Configured()), Files(Configured(names)));
        var answer = await NodeScript.RunAsync("check-manifest.cjs", JsonSerializer.Serialize(new[] { Json(plain, "manifest.json"), Json(plain, "zh-cn.json"), Json(longest, "manifest.json"), Json(longest, "zh-cn.json") }));

        Assert.Empty(answer.GetProperty("faults").EnumerateArray().SelectMany(file => file.EnumerateArray()).Select(fault => fault.GetString()));
        Assert.Equal(answer.GetProperty("newest").GetString(), Json(plain, "manifest.json").GetProperty("manifestVersion").GetString());
    }

    [Fact]
    public void It_asks_for_no_permission_and_knows_no_host_but_ours()
    {
        var manifest = Json(Files(Configured()), "manifest.json");
        var bot = manifest.GetProperty("bots")[0];

        Assert.Equal((AppId, AppId), (manifest.GetProperty("id").GetString(), bot.GetProperty("botId").GetString()));
        Assert.Equal(["sales.example.com"], manifest.GetProperty("validDomains").EnumerateArray().Select(d => d.GetString()), StringComparer.Ordinal);
        Assert.Equal(["personal", "team", "groupChat"], bot.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()), StringComparer.Ordinal);
        Assert.True(bot.GetProperty("supportsFiles").GetBoolean());
        Assert.DoesNotContain(manifest.EnumerateObject(), member => member.Name is "permissions" or "devicePermissions" or "authorization" or "webApplicationInfo");
        var compose = Assert.Single(manifest.GetProperty("composeExtensions").EnumerateArray());
        Assert.Equal(AppId, compose.GetProperty("botId").GetString());
        Assert.Equal(["query"], compose.GetProperty("commands").EnumerateArray().Select(c => c.GetProperty("type").GetString()), StringComparer.Ordinal);
        Assert.Equal("sales.example.com", Assert.Single(compose.GetProperty("messageHandlers").EnumerateArray()).GetProperty("value").GetProperty("domains")[0].GetString());
        Assert.All(["websiteUrl", "privacyUrl", "termsOfUseUrl"], url => Assert.Equal("https://sales.example.com/", manifest.GetProperty("developer").GetProperty(url).GetString()));
    }

    /// <summary>What PROTOCOLS.md A.8 calls safe in every tenant: 10 commands, names of 32 and descriptions of 128 characters.</summary>
    [Fact]
    public void Both_languages_list_the_same_commands_within_the_limits()
    {
        var files = Files(Configured());
        var (english, chinese) = (Commands(files), Json(files, "zh-cn.json"));

        Assert.InRange(english.Count, 5, 10);
        Assert.Equal(2 * english.Count, chinese.EnumerateObject().Count(member => member.Name.StartsWith("bots[", StringComparison.Ordinal)));
        for (var i = 0; i < english.Count; i++)
        {
            var (title, description) = (chinese.GetProperty($"bots[0].commandLists[0].commands[{i}].title").GetString()!, chinese.GetProperty($"bots[0].commandLists[0].commands[{i}].description").GetString()!);
            Assert.All([english[i].Title, title], text => Assert.InRange(text.Length, 1, 32));
            Assert.All([english[i].Description, description], text => Assert.InRange(text.Length, 1, 128));
            Assert.NotEqual(english[i], (title, description));
            Assert.NotEqual(title, description, StringComparer.Ordinal);
        }
    }

    /// <summary>Teams sends the name of the command that is chosen.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Whoever_chooses_a_command_gets_that_command(string language)
    {
        await using var bot = await TestBot.StartAsync();
        var (book, reader) = (bot.Get<WordBook>(), bot.Get<Reader>());
        var ids = Tries.Common(9).Append("help").ToList();
        Assert.Equal(Commands(Files(Configured())).Select(c => c.Title), ids.Select(id => book.Get("en", "Command." + id)), StringComparer.Ordinal);

        var read = ids.Select(id => reader.Read(book.Get(language, "Command." + id), "P2", TestBot.Start.DateTime, new Focus(), _ => true));
        Assert.Equal(ids, read.Select(frame => frame.Clarify.Count > 0 ? string.Join('?', frame.Clarify) : frame.Intent), StringComparer.Ordinal);
    }

    [Fact]
    public void The_icons_have_the_sizes_that_Teams_wants_and_the_outline_lets_through()
    {
        var files = Files(Configured());
        Assert.Equal((192, 192), Size(files["color.png"]));
        Assert.Equal((32, 32), Size(files["outline.png"]));
        const int ColourType = 25;
        const byte WithAlpha = 6;
        Assert.Equal(WithAlpha, files["outline.png"][ColourType]);
    }

    [Fact]
    public async Task What_is_not_configured_is_named_by_its_key_and_no_file_is_written()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("salesbot-teams-").FullName, "teams.zip");
        var (code, english) = await CommandLineRun.RunAsync("package", "teams", "--out", file, "--language", "en");
        var (_, chinese) = await CommandLineRun.RunAsync("package", "teams", "--out", file, "--language", "zh-CN");

        Assert.Equal(1, code);
        Assert.Equal($"{Bot}AppId must be the app id of your Azure Bot, a GUID; it is not set\nSalesBot:PublicUrl must be an https address; it is not set\n", english.ReplaceLineEndings("\n"));
        Assert.Contains("SalesBot:PublicUrl 必须是 https 地址，现在是：未设置", chinese, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData("AppId", "salesbot")]
    [InlineData("AppId", "{11111111-2222-3333-4444-555555555555}")]
    [InlineData("Package:Name", "A name that Teams has no room for")]
    [InlineData("Package:Name", "")]
    [InlineData("Package:ChineseName", "A name that Teams has no room for")]
    [InlineData("Package:Developer", "A company with more words in its name")]
    [InlineData("Package:Website", "sales.example.com")]
    [InlineData("Package:Privacy", "http://sales.example.com/privacy")]
    [InlineData("Package:Terms", "")]
    [InlineData("Package:Version", "1.0")]
    [InlineData("Package:Version", "1.01.0")]
    public void What_Teams_would_refuse_is_refused_here_by_its_key(string key, string value)
    {
        var says = new Localizer(new WordBook(), WordBook.English, "UTC", DateTimeOffset.UnixEpoch);
        var faults = TeamsPackageSettings.Of(Configured((Bot + key, value))).Faults().Select(says.Say);
        Assert.Contains(faults, fault => fault.StartsWith($"{Bot}{key} must be ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://sales.example.com")]
    [InlineData("https://sales.example.com/?a=b")]
    [InlineData("sales.example.com")]
    public void An_address_that_Teams_cannot_reach_is_refused(string address) =>
        Assert.Equal("SalesBot:PublicUrl", Assert.Single(TeamsPackageSettings.Of(Configured(("SalesBot:PublicUrl", address))).Faults()).Args[0]);

    [Fact]
    public async Task A_second_package_of_the_same_settings_replaces_the_first_by_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("salesbot-teams-").FullName;
        var file = Path.Combine(folder, "teams.zip");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SalesBot__Channels__Teams__AppId"] = AppId, ["SalesBot__PublicUrl"] = "https://sales.example.com", ["SalesBot__Channels__Teams__Package__Privacy"] = "https://www.example.com/privacy",
        };
        await File.WriteAllTextAsync(file, "an older one");
        var (code, output) = await ServerProcess.RunAsync(["package", "teams", "--out", file, "--language", "en"], environment);

        Assert.True(code == 0, output);
        Assert.Contains("Teams app “SalesBot”, version 1.0.0, for https://sales.example.com/ written to " + file, output, StringComparison.Ordinal);
        Assert.Equal([Bot + "Package:Website", Bot + "Package:Terms"], Regex.Matches(output, "(?<key>SalesBot:\\S+) is not set", RegexOptions.NonBacktracking).Select(m => m.Groups["key"].Value), StringComparer.Ordinal);
        Assert.Equal(Package(Configured((Bot + "Package:Privacy", "https://www.example.com/privacy"))), await File.ReadAllBytesAsync(file));
        Assert.Equal(file, Assert.Single(Directory.GetFiles(folder)));
    }

    private static IConfiguration Configured(params (string Key, string Value)[] more) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [Bot + "AppId"] = AppId, ["SalesBot:PublicUrl"] = "https://sales.example.com" })
        .AddInMemoryCollection(more.Select(m => KeyValuePair.Create(m.Key, (string?)m.Value))).Build();

    private static byte[] Package(IConfiguration configuration)
    {
        using var zip = new MemoryStream();
        new TeamsPackage(TeamsPackageSettings.Of(configuration), new WordBook()).Write(zip);
        return zip.ToArray();
    }

    private static Dictionary<string, byte[]> Files(IConfiguration configuration)
    {
        using var zip = new ZipArchive(new MemoryStream(Package(configuration)));
        return zip.Entries.ToDictionary(entry => entry.FullName, Content, StringComparer.Ordinal);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static JsonElement Json(Dictionary<string, byte[]> files, string name) => JsonElement.Parse(files[name]);

    private static List<(string Title, string Description)> Commands(Dictionary<string, byte[]> files) =>
        [.. Json(files, "manifest.json").GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands").EnumerateArray().Select(c => (c.GetProperty("title").GetString()!, c.GetProperty("description").GetString()!))];

    /// <summary>Of a PNG: the first two numbers of its header.</summary>
    private static (int Width, int Height) Size(byte[] png) => (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
