using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Files;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Server.Channels.BotFramework.Files;
using SalesBot.Tests.Channels.BotFramework.Authentication;
using SalesBot.Tests.Documents;

namespace SalesBot.Tests.Channels.BotFramework.Files;

/// <summary>Files of messages, fetched from a recorder on this machine.</summary>
public sealed class FileFetchTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, string? Authorization)> asked = new();
    private readonly byte[] survey = Papers.Pdf("x").Content.ToArray();
    private LocalServer store = null!;
    private EdgeServer server = null!;

    public async Task InitializeAsync()
    {
        store = await LocalServer.StartAsync(AnswerAsync);
        server = await EdgeServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_file_of_a_personal_Teams_chat_is_fetched_without_our_token_and_is_a_turn_by_itself()
    {
        await server.PostAsync(Sent("", TeamsFile("调研表.pdf", store.Url + "/survey")));

        var turn = Assert.Single(server.Turns);
        Assert.Equal((TurnKind.Said, "调研表.pdf", null), (turn.Kind, turn.Files.Single().Name, turn.Files.Single().Fault));
        Assert.Equal(survey, turn.Files.Single().Content.ToArray());
        Assert.Equal(("/survey", null), Assert.Single(asked));
    }

    [Fact]
    public async Task Words_come_with_their_file_and_the_copy_of_the_text_is_none()
    {
        await server.PostAsync(Sent("这是东岭阀门的调研表", TeamsFile("a.pdf", store.Url + "/survey") + """,{"contentType":"text/html","content":"<p>这是东岭阀门的调研表</p>"}"""));

        var turn = Assert.Single(server.Turns);
        Assert.Equal(("这是东岭阀门的调研表", 1), (turn.Text, turn.Files.Count));
    }

    [Fact]
    public async Task A_picture_by_its_address_is_fetched_and_a_card_is_no_file()
    {
        await server.PostAsync(Sent("hi", $$"""{"contentType":"image/png","contentUrl":"{{store.Url}}/survey","name":"p.png"},{"contentType":"application/vnd.microsoft.card.hero","content":{} }"""));

        Assert.Equal("p.png", Assert.Single(Assert.Single(server.Turns).Files).Name);
    }

    [Theory]
    [InlineData("/huge", nameof(FileFault.TooLarge))]
    [InlineData("/endless", nameof(FileFault.TooLarge))]
    [InlineData("/gone", nameof(FileFault.Unreachable))]
    [InlineData("/astray", nameof(FileFault.Untrusted))]
    [InlineData("https://evil.example/a.pdf", nameof(FileFault.Untrusted))]
    [InlineData("http://169.254.169.254/latest/meta-data", nameof(FileFault.Untrusted))]
    [InlineData("http://10.0.0.1/a.pdf", nameof(FileFault.Untrusted))]
    [InlineData("file:///etc/passwd", nameof(FileFault.Untrusted))]
    [InlineData("nonsense", nameof(FileFault.Unreachable))]
    public async Task What_cannot_be_taken_says_why(string address, string fault)
    {
        await server.PostAsync(Sent("", TeamsFile("a.pdf", address[0] == '/' ? store.Url + address : address)));

        var file = Assert.Single(Assert.Single(server.Turns).Files);
        Assert.Equal((fault, 0), (file.Fault.ToString(), file.Content.Length));
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com/a", true)]
    [InlineData("https://contoso-my.sharepoint.com/a?tempauth=x", true)]
    [InlineData("https://graph.microsoft.com/v1.0/x", true)]
    [InlineData("https://smba.trafficmanager.net/apac/v3/attachments/1/views/original", true)]
    [InlineData("https://files.contoso.example/a", true)]
    [InlineData("http://contoso.sharepoint.com/a", false)]
    [InlineData("https://contoso.sharepoint.com:8443/a", false)]
    [InlineData("https://contoso.sharepoint.com.evil.example/a", false)]
    [InlineData("https://contoso.sharepoint.com@evil.example/a", false)]
    [InlineData("https://127.0.0.1/a", false)]
    [InlineData("http://127.0.0.1/a", false)]
    [InlineData("https://localhost/a", false)]
    [InlineData("https://[::1]/a", false)]
    public void Outside_Development_only_known_stores_are_asked(string address, bool admitted)
    {
        var options = Options.Create(new BotFrameworkOptions { AppId = "x", FileHosts = ["files.contoso.example"] });
        var hosts = new FileHosts(options, new ServiceHosts(options), Environments.Production);
        Assert.Equal(admitted, hosts.Admits(new Uri(address)));
        // The channel's own service keeps nobody's files.
        Assert.Equal(admitted && !address.StartsWith("https://smba.", StringComparison.Ordinal), hosts.IsStore(new Uri(address)));
    }

    [Theory]
    [InlineData("13.107.136.8", true)]
    [InlineData("2603:1061:14::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    public void Only_addresses_of_the_internet_are_connected_to(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    private static string TeamsFile(string name, string address) => JsonSerializer.Serialize(new { contentType = "application/vnd.microsoft.teams.file.download.info", name, content = new { downloadUrl = address, uniqueId = "1", fileType = "pdf" } });

    private static string Sent(string text, string attachments) => $$"""{"text":{{JsonSerializer.Serialize(text)}},"attachments":[{{attachments}}]}""";

    private async Task AnswerAsync(HttpContext http)
    {
        asked.Enqueue((http.Request.Path, http.Request.Headers.Authorization.FirstOrDefault()));
        switch (http.Request.Path.Value)
        {
            case "/survey":
                await http.Response.Body.WriteAsync(survey);
                break;
            case "/huge":
                http.Response.ContentLength = FileLimits.Megabyte * 11;
                await http.Response.Body.WriteAsync(new byte[FileLimits.Megabyte * 11]);
                break;
            case "/endless":
                for (var i = 0; i < 12 && !http.RequestAborted.IsCancellationRequested; i++)
                {
                    await http.Response.Body.WriteAsync(new byte[FileLimits.Megabyte]);
                }

                break;
            case "/astray":
                http.Response.Redirect("https://evil.example/a.pdf");
                break;
            default:
                http.Response.StatusCode = 404;
                break;
        }
    }
}
