using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Documents;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.Slack;

/// <summary>What people hand in in Slack.</summary>
public sealed class SlackFileTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private SlackServer _slack = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        await using var db = _bot.Open();
        (await db.People.FirstAsync(p => p.Name == "赵磊")).Email = "zhao.lei@example.com";
        await db.SaveChangesAsync();
        _slack = await SlackServer.StartAsync(_bot);
    }

    public async Task DisposeAsync()
    {
        await _slack.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task A_file_with_its_words_is_fetched_from_Slacks_store_with_our_token_and_kept_with_the_deal()
    {
        var paper = Papers.Pdf("调研表.pdf").Content.ToArray();
        _slack.Files["/files-pri/T1-F1/download/x.pdf"] = (200, "application/pdf", paper);

        await SendAsync("这是东岭阀门的调研表", Sent("调研表.pdf", _slack.FileUrl("/files-pri/T1-F1/download/x.pdf")));

        Assert.Contains("文件已归档", await HeardAsync(), StringComparison.Ordinal);
        Assert.Equal(("/files-pri/T1-F1/download/x.pdf", "Bearer " + SlackServer.Token), Assert.Single(_slack.Asked));
        await using var db = _bot.Open();
        Assert.Equal(("调研表.pdf", (long)paper.Length), await db.Documents.Select(d => ValueTuple.Create(d.Name, d.Size)).SingleAsync());
    }

    [Fact]
    public async Task A_file_that_comes_without_a_word_waits_and_one_of_another_workspace_is_asked_for()
    {
        _slack.Files["/files-pri/F9"] = (200, "application/pdf", Papers.Pdf("x").Content.ToArray());

        await SendAsync("", """{"id":"F9","name":"方案.pdf","mimetype":"application/pdf","file_access":"check_file_info"}""");

        Assert.Contains("方案.pdf", await HeardAsync(), StringComparison.Ordinal);
        Assert.Equal("/files-pri/F9", Assert.Single(_slack.Asked).Path);
        await using var db = _bot.Open();
        Assert.Equal("unsorted", await db.Documents.Select(d => d.Kind).SingleAsync());
    }

    [Theory]
    [InlineData("/files-pri/gone", "没能")]
    [InlineData("/files-pri/login", "没能")]
    [InlineData("/files-pri/astray", "没能")]
    [InlineData("/files-pri/huge", "10 MB")]
    [InlineData("/files-pri/program", "类型")]
    [InlineData("https://evil.example/x.pdf", "地址")]
    [InlineData("https://files.slack.com.evil.example/x.pdf", "地址")]
    [InlineData("https://files.slack.com@evil.example/x.pdf", "地址")]
    [InlineData("http://files.slack.com/x.pdf", "地址")]
    [InlineData("nonsense", "没能")]
    public async Task What_cannot_be_taken_is_said_and_nothing_is_kept(string address, string said)
    {
        _slack.Files["/files-pri/login"] = (200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Sign in</title>"u8.ToArray());
        _slack.Files["/files-pri/astray"] = (302, "text/html", []);
        _slack.Files["/files-pri/huge"] = (200, "application/pdf", new byte[11 * 1024 * 1024]);
        _slack.Files["/files-pri/program"] = (200, "application/pdf", Papers.Program("x").Content.ToArray());

        await SendAsync("这是东岭阀门的调研表", Sent("调研表.pdf", address[0] == '/' ? _slack.FileUrl(address) : address));

        var heard = await HeardAsync();
        Assert.Contains("调研表.pdf", heard, StringComparison.Ordinal);
        Assert.Contains(said, heard, StringComparison.Ordinal);
        Assert.True(_slack.Asked.Count <= 1);
        await using var db = _bot.Open();
        Assert.False(await db.Documents.AnyAsync());
        Assert.DoesNotContain(SlackServer.Token, _slack.Logged, StringComparison.Ordinal);
    }

    /// <summary>A file that says of itself that it is a page was taken to be one that was let in.</summary>
    [Fact]
    public async Task The_login_is_no_file_even_where_a_page_was_sent()
    {
        _slack.Files["/files-pri/page"] = (200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Sign in</title>"u8.ToArray());

        await SendAsync("这是东岭阀门的调研表", Sent("调研表.txt", _slack.FileUrl("/files-pri/page")).Replace("application/pdf", "text/html", StringComparison.Ordinal));

        Assert.Contains("没能", await HeardAsync(), StringComparison.Ordinal);
        await using var db = _bot.Open();
        Assert.False(await db.Documents.AnyAsync());
    }

    private static string Sent(string name, string address) => new JsonObject { ["id"] = "F1", ["name"] = name, ["mimetype"] = "application/pdf", ["url_private_download"] = address }.ToJsonString();

    private async Task SendAsync(string text, string file) => Assert.Equal(200, (await _slack.SayAsync(text, $$"""{"subtype":"file_share","files":[{{file}}]}""")).Status);

    private async Task<string> HeardAsync() => string.Join('\n', CardTexts.Strings((await _slack.SentAsync()).Body));
}
