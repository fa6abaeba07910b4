using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Tests.Conventions;

namespace SalesBot.Tests.Channels.Feishu;

/// <summary>What the console is given fits what is served.</summary>
public sealed class FeishuManifestTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "manifests", "feishu");

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Every_event_that_is_read_every_scope_and_every_setting_stands_in_the_steps(string steps)
    {
        var text = File.ReadAllText(Path.Combine(Folder, steps));
        var events = Regex.Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "src/SalesBot.Server/Channels/Feishu/FeishuInbox.cs")), "\"((im|card)\\.[a-z0-9_.]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Value.Trim('"')).ToList();
        var scopes = JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, "scopes.json"))).GetProperty("scopes").GetProperty("tenant").EnumerateArray().Select(s => s.GetString()!).ToList();

        Assert.Equal(4, events.Count);
        Assert.All(events.Concat(scopes).Append("/api/feishu/events").Append(":EncryptKey").Append(":VerificationToken").Append(":AppSecret"), name => Assert.Contains(name, text, StringComparison.Ordinal));
    }
}
