using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Data;
using SalesBot.Files;
using SalesBot.Tests.Channels.BotFramework.Connector;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Documents;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.BotFramework.Files;

/// <summary>Files that the bot hands out in a personal chat of Teams: offered, and put where Teams says. The service is the real one, in practice, between a recording Connector and a store on this machine.</summary>
public sealed class FileConsentTests : IAsyncLifetime
{
    private const string Rep = "P2";
    private const string Consent = "application/vnd.microsoft.teams.card.file.consent";

    private readonly HttpClient _http = new();
    private readonly byte[] _paper = Papers.Pdf("x").Content.ToArray();
    private WebService _service = null!;
    private RecordingConnector _teams = null!;
    private KeepingServer _store = null!;
    private int _number;

    public async Task InitializeAsync()
    {
        _teams = await RecordingConnector.StartAsync();
        _store = await KeepingServer.StartAsync();
        var database = await TestDatabase.CreateAsync(Store.Sqlite);
        await using (var services = new ServiceCollection().AddSalesDb(database.Connection).BuildServiceProvider())
        await using (var db = services.GetRequiredService<Func<SalesDb>>()())
        {
            TestCompany.Fill(db, TestBot.Start);
            await db.SaveChangesAsync();
        }

        _service = await WebService.StartAsync(database);
        var hash = await _service.Get<FileStore>().KeepAsync(_paper, CancellationToken.None);
        await using var company = _service.Open();
        company.Documents.Add(new SalesBot.Documents.Document
        {
            Key = "F1", Kind = "survey", Name = "调研表.pdf", ContentType = "application/pdf", Size = _paper.Length, Sha256 = hash, Deal = await company.Deals.FirstAsync(d => d.Key == "D1"), UploadedBy = await company.People.FirstAsync(p => p.Key == Rep), CreatedAt = TestBot.Start,
        });
        await company.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _service.DisposeAsync();
        await _teams.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task An_export_is_offered_and_put_into_the_readers_store_when_accepted_and_once_only()
    {
        var (key, card) = await OfferedAsync("""{"text":"把我的商机导出成csv"}""");
        Assert.Equal(("deals-2026-03-11.csv", key, key), ((string?)card["name"], (string?)card["content"]!["acceptContext"]!["offer"], (string?)card["content"]!["declineContext"]!["offer"]));
        Assert.InRange((long)card["content"]!["sizeInBytes"]!, 100, 20_000);
        Assert.Contains("3 行", (string?)card["content"]!["description"], StringComparison.Ordinal);
        Assert.Contains("11:00 前可以保存", (string?)card["content"]!["description"], StringComparison.Ordinal);

        Assert.Equal(200, await AnswerAsync("accept", key));

        var (path, range, authorization, bytes) = Assert.Single(_store.Put);
        Assert.Equal(("/here", $"bytes 0-{bytes.Length - 1}/{bytes.Length}", null), (path, range, authorization));
        Assert.Contains("东岭阀门", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        var changed = _teams.Calls[^1];
        Assert.Equal(("PUT", "/apac/v3/conversations/a%3A1/activities/card-1"), (changed.Method, changed.Target));
        Assert.Equal(
            """[{"contentType":"application/vnd.microsoft.teams.card.file.info","contentUrl":"https://contoso-my.sharepoint.com/x.pdf","content":{"uniqueId":"u-1","fileType":"pdf"},"name":"x.pdf"}]""",
            changed.Body!["attachments"]!.ToJsonString());

        Assert.Equal(200, await AnswerAsync("accept", key));
        Assert.Single(_store.Put);
        Assert.Equal("POST", _teams.Calls[^1].Method);
        Assert.Contains("处理过", Said(), StringComparison.Ordinal);
        Assert.Equal(1, await Look(db => db.Audit.CountAsync(a => a.Command == "export")));
        Assert.Equal(HttpStatusCode.NotFound, await LinkAsync());
    }

    [Fact]
    public async Task A_document_of_a_deal_comes_byte_for_byte_and_the_trail_says_who_had_it()
    {
        var (key, card) = await OfferedAsync(Press);
        Assert.Equal(("调研表.pdf", (long)_paper.Length), ((string?)card["name"], (long)card["content"]!["sizeInBytes"]!));

        await AnswerAsync("accept", key);

        Assert.Equal(_paper, Assert.Single(_store.Put).Bytes);
        Assert.Equal([Rep], await Look(db => db.Audit.Where(a => a.Command == "open_document").Select(a => a.Person!.Key).ToListAsync()));
    }

    [Fact]
    public async Task A_press_that_hands_out_a_file_is_answered_with_its_name_and_the_offer_not_with_its_link()
    {
        using var pressed = await _http.PostAsJsonAsync(new Uri(_service.Address, "/api/messages"), Activity("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"open_document","data":{"document":"F1"}}}}"""));

        Assert.Equal("调研表.pdf", (string?)JsonNode.Parse(await pressed.Content.ReadAsStringAsync())!["value"]);
        Assert.Equal(Consent, (string?)_teams.Calls[^1].Body!["attachments"]![0]!["contentType"]);
        Assert.DoesNotContain("/documents/", _teams.Calls[^1].Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declined_it_is_not_put_anywhere_and_is_not_to_be_had_by_that_card_or_its_link_any_more()
    {
        var (key, _) = await OfferedAsync(Press);

        await AnswerAsync("decline", key);
        Assert.Equal(("PUT", "/apac/v3/conversations/a%3A1/activities/card-1"), (_teams.Calls[^1].Method, _teams.Calls[^1].Target));
        Assert.Contains("没有保存", Said(), StringComparison.Ordinal);

        await AnswerAsync("accept", key);
        Assert.Contains("处理过", Said(), StringComparison.Ordinal);
        Assert.Empty(_store.Put);
        Assert.Equal(HttpStatusCode.NotFound, await LinkAsync());
    }

    [Fact]
    public async Task Nobody_else_can_accept_it_nor_who_lost_the_deal_nor_when_it_has_run_out_and_it_is_said_in_their_language()
    {
        var (key, _) = await OfferedAsync(Press);

        await AnswerAsync("accept", key, person: "P3");
        Assert.Contains("链接已失效", Said(), StringComparison.Ordinal);
        await AnswerAsync("accept", key, person: "nobody");
        Assert.Contains("链接已失效", Said(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await LinkAsync());

        await Look(db => db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.OwnerId, d => db.People.First(p => p.Key == "P3").Id)));
        await AnswerAsync("accept", key);
        Assert.Contains("链接已失效", Said(), StringComparison.Ordinal);

        var (late, _) = await OfferedAsync("""{"text":"导出我的商机"}""");
        await Look(db => db.PreparedExports.ExecuteUpdateAsync(s => s.SetProperty(e => e.CreatedAt, e => TestBot.Start.AddHours(-2)).SetProperty(e => e.ExpiresAt, e => TestBot.Start.AddHours(-1))));
        await Look(db => db.People.Where(p => p.Key == Rep).ExecuteUpdateAsync(s => s.SetProperty(p => p.Language, "en")));
        await AnswerAsync("accept", late);
        Assert.Contains("expired", Said(), StringComparison.Ordinal);
        Assert.Empty(_store.Put);
    }

    [Theory]
    [InlineData("/broken")]
    [InlineData("/astray")]
    [InlineData("https://evil.example/x")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("nonsense")]
    public async Task What_cannot_be_put_is_said_and_the_link_is_given_which_works(string place)
    {
        var (key, _) = await OfferedAsync(Press);

        Assert.Equal(200, await AnswerAsync("accept", key, place[0] == '/' ? _store.Url + place : place));

        Assert.Contains("没能保存", Said(), StringComparison.Ordinal);
        Assert.Contains("/documents/", Said(), StringComparison.Ordinal);
        Assert.DoesNotContain(_store.Put, p => p.Path is "/here" or "/latest");
        Assert.Equal(HttpStatusCode.OK, await LinkAsync());

        await AnswerAsync("accept", key);
        Assert.Equal(_paper, _store.Put.Last().Bytes);
    }

    [Fact]
    public async Task In_a_group_and_in_another_channel_there_is_the_link()
    {
        await PostAsync("""{"text":"导出我的商机","channelId":"webchat"}""");
        Assert.Contains("/export/", _teams.Calls[^1].Body!.ToJsonString(), StringComparison.Ordinal);
        await PostAsync("""{"text":"导出我的商机","channelId":"emulator"}""");
        await PostAsync("""{"text":"导出我的商机","conversation":{"id":"19:x@thread.v2","isGroup":true,"conversationType":"groupChat"}}""");
        Assert.DoesNotContain(_teams.Calls, c => c.Target.Contains("19%3Ax", StringComparison.Ordinal) && c.Body!.ToJsonString().Contains(Consent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Teams_that_takes_no_such_card_gets_the_link()
    {
        _teams.Plan(400, """{"error":{"code":"BadSyntax"}}""");

        await PostAsync("""{"text":"导出我的商机"}""");

        Assert.Contains(Consent, _teams.Calls[^2].Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("/export/", _teams.Calls[^1].Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_delivered_again_while_the_file_is_on_its_way_puts_it_once_and_says_so_once()
    {
        var (key, _) = await OfferedAsync(Press);
        var (opened, calls) = (new TaskCompletionSource(), _teams.Calls.Count);
        _store.Open = opened.Task;

        var first = AnswerAsync("accept", key, id: "same");
        await _store.Asked;
        Assert.Equal(200, await AnswerAsync("accept", key, id: "same"));
        opened.SetResult();
        Assert.Equal(200, await first);

        Assert.Single(_store.Put);
        Assert.Equal(calls + 1, _teams.Calls.Count);
    }

    [Theory]
    [InlineData("""{"value":{"action":"accept"}}""")]
    [InlineData("""{"value":{"action":"burn","context":{"offer":"AAAAAAAAAAAAAAAA"}}}""")]
    [InlineData("""{"value":[]}""")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"value":{"action":"accept","context":{"offer":"AAAAAAAAAAAAAAAA"}},"conversation":{"id":"19:x@thread.v2","isGroup":true}}""")]
    public async Task An_answer_of_another_making_is_refused(string members) => Assert.Equal(400, await PostAsync(members, ("type", "invoke"), ("name", "fileConsent/invoke")));

    [Theory]
    [InlineData("%%%%%%%%%%%%%%%%")]
    [InlineData("________________")]
    [InlineData("A")]
    [InlineData("")]
    public async Task A_made_up_key_finds_nothing(string key)
    {
        await OfferedAsync(Press);

        Assert.Equal(200, await AnswerAsync("accept", key));

        Assert.Contains("链接已失效", Said(), StringComparison.Ordinal);
        Assert.Empty(_store.Put);
    }

    /// <summary>The card stood there as if it held for ever, and as if a PDF was in it.</summary>
    [Fact]
    public async Task The_card_says_until_when_and_that_it_is_another_format_than_was_asked_for()
    {
        Assert.Contains("已为您生成 Excel", (string?)(await OfferedAsync("""{"text":"把我的商机导出成pdf"}""")).Card["content"]!["description"], StringComparison.Ordinal);
        Assert.Contains("前可以保存", (string?)(await OfferedAsync(Press)).Card["content"]!["description"], StringComparison.Ordinal);
    }

    /// <summary>The words that the link is gone took the place of the card of a file that was kept.</summary>
    [Fact]
    public async Task A_late_answer_leaves_the_card_of_the_kept_file_where_it_is()
    {
        var (key, _) = await OfferedAsync(Press);
        await AnswerAsync("accept", key);
        await Look(db => db.PreparedExports.ExecuteUpdateAsync(s => s.SetProperty(e => e.CreatedAt, e => TestBot.Start.AddHours(-2)).SetProperty(e => e.ExpiresAt, e => TestBot.Start.AddHours(-2))));
        for (var forgotten = 0; forgotten < 2; forgotten++)
        {
            await AnswerAsync("accept", key);
            Assert.Equal(("POST", true), (_teams.Calls[^1].Method, Said()!.Contains("链接已失效", StringComparison.Ordinal)));
            await Look(db => db.PreparedExports.ExecuteDeleteAsync());
        }
    }

    private const string Press = """{"value":{"verb":"open_document","document":"F1"}}""";

    private string? Said() => (string?)_teams.Calls[^1].Body!["text"];

    /// <summary>What is offered, by its key and its card.</summary>
    private async Task<(string Key, JsonNode Card)> OfferedAsync(string members)
    {
        Assert.Equal(200, await PostAsync(members));
        var card = Assert.Single(_teams.Calls[^1].Body!["attachments"]!.AsArray())!;
        Assert.Equal(Consent, (string?)card["contentType"]);
        return ((string)card["content"]!["acceptContext"]!["offer"]!, card);
    }

    private Task<int> AnswerAsync(string action, string key, string? place = null, string person = Rep, string? id = null)
    {
        var value = new JsonObject { ["type"] = "fileUpload", ["action"] = action, ["context"] = new JsonObject { ["offer"] = key } };
        if (action == "accept")
        {
            value["uploadInfo"] = new JsonObject { ["contentUrl"] = "https://contoso-my.sharepoint.com/x.pdf", ["name"] = "x.pdf", ["uploadUrl"] = place ?? _store.Url + "/here", ["uniqueId"] = "u-1", ["fileType"] = "pdf" };
        }

        return PostAsync(new JsonObject { ["value"] = value, ["replyToId"] = "card-1", ["from"] = new JsonObject { ["id"] = person }, ["id"] = id ?? Next() }.ToJsonString(), ("type", "invoke"), ("name", "fileConsent/invoke"));
    }

    /// <summary>An activity of a personal chat, with these members on top.</summary>
    private async Task<int> PostAsync(string members, params (string Name, string Value)[] more)
    {
        using var response = await _http.PostAsJsonAsync(new Uri(_service.Address, "/api/messages"), Activity(members, more));
        return (int)response.StatusCode;
    }

    private JsonObject Activity(string members, params (string Name, string Value)[] more) => PersonalActivity.Of(_teams.ServiceUrl, Rep, Next(), members, more);

    private string Next() => $"activity-{Interlocked.Increment(ref _number)}";

    private async Task<HttpStatusCode> LinkAsync()
    {
        var prepared = await Look(db => db.PreparedExports.OrderBy(e => e.Id).LastAsync());
        using var response = await _http.GetAsync(new Uri(_service.Address, prepared.Path));
        return response.StatusCode;
    }

    private async Task<T> Look<T>(Func<SalesDb, Task<T>> query)
    {
        await using var db = _service.Open();
        return await query(db);
    }
}
