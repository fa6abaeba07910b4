using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SalesBot.Deals;
using SalesBot.Server.Channels.DingTalk;
using SalesBot.Tests.Channels.BotFramework;
using SalesBot.Tests.Channels.DingTalk;
using SalesBot.Tests.Channels.Feishu;
using SalesBot.Tests.Channels.Slack;
using SalesBot.Tests.Channels.WeCom;
using SalesBot.Tests.Npm;
using SalesBot.Tests.Operation;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.Crossing;

/// <summary>
/// The service as a process of its own with all messengers at once, each with its vendor's own code on the other side: what people say and press is sealed, signed or sent
/// by it. Of two people: a rep, and the head of legal.
/// </summary>
public sealed class CrossedService : IAsyncLifetime
{
    internal const string Rep = "P2";
    internal const string Legal = "P6";

    private readonly string _folder = Directory.CreateTempSubdirectory("salesbot-crossing-").FullName;
    private readonly Dictionary<(string Messenger, string Person), Seat> _seats = [];
    private readonly List<IAsyncDisposable> _running = [];

    internal TestBot Company { get; private set; } = null!;

    internal Seat this[string messenger, string person] => _seats[(messenger, person)];

    internal SlackServer Slack { get; private set; } = null!;

    internal FeishuServer Feishu { get; private set; } = null!;

    /// <summary>What the service wrote.</summary>
    internal string Output => _service.Output;

    private ServerProcess _service = null!;

    public async Task InitializeAsync()
    {
        if (NodeScript.Missing is not null)
        {
            return;
        }

        Company = Keep(await TestBot.StartAsync(FillAsync, Databases.Store.Sqlite));
        var vendors = Keep(new NodeTalk("vendors.cjs"));
        Slack = await new SlackServer { Sign = async (timestamp, body) => Text(await vendors.AskAsync("slack", new JsonObject { ["secret"] = SlackServer.Secret, ["timestamp"] = timestamp, ["body"] = body }), "signature") }.StandAsync();
        Slack.Users["U2"] = """{"team_id":"T1","locale":"zh-CN","is_email_confirmed":true,"profile":{"email":"zheng.wen@example.com"}}""";
        Feishu = await new FeishuServer { Seal = (timestamp, nonce, plain) => FeishuAsync(vendors, timestamp, nonce, plain) }.StandAsync();
        Feishu.Users["ou_2"] = """{"enterprise_email":"zheng.wen@example.com","status":{"is_activated":true}}""";
        var wecom = await new WeComServer { Seal = (timestamp, nonce, xml) => WeComAsync(vendors, timestamp, nonce, xml) }.StandAsync();
        wecom.Users["zhengwen"] = """{"errcode":0,"userid":"zhengwen","status":1,"biz_mail":"zheng.wen@example.com"}""";
        var dingtalk = await new DingTalkServer { Sign = async timestamp => Text(await vendors.AskAsync("dingtalk", new JsonObject { ["secret"] = DingTalkServer.AppSecret, ["timestamp"] = timestamp }), "signature") }.StandAsync();
        dingtalk.Users["zhengwen"] = """{"errcode":0,"result":{"userid":"zhengwen","active":true,"org_email":"zheng.wen@example.com"}}""";
        var settings = SlackServer.Settings(Slack.Edge.PlatformUrl).Concat(FeishuServer.Settings(Feishu.Edge.PlatformUrl)).Concat(WeComServer.Settings(wecom.Edge.PlatformUrl)).Concat(DingTalkServer.Settings(dingtalk.Edge.PlatformUrl))
            .Append(KeyValuePair.Create<string, string?>(DingTalkServer.Key(nameof(DingTalkOptions.CardTemplateId)), "tpl.schema"));
        _service = Keep(await ServerProcess.ServeAsync(_folder, new Dictionary<string, string>(settings.Select(s => KeyValuePair.Create(s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value!)), StringComparer.Ordinal)
        {
            ["SalesBot__Database"] = Company.File, ["SalesBot__Now"] = TestBot.Start.ToString("O"),
        }));
        foreach (var platform in new[] { Keep(Slack).Edge, Keep(Feishu).Edge, Keep(wecom).Edge, Keep(dingtalk).Edge })
        {
            platform.ServedBy(_service.Address);
        }

        foreach (var (person, number, name, open) in new[] { (Rep, "1", "zhaolei", "ou_1"), (Legal, "2", "zhengwen", "ou_2") })
        {
            _seats[("slack", person)] = new SlackSeat(Slack, number);
            _seats[("feishu", person)] = new FeishuSeat(Feishu, open);
            _seats[("wecom", person)] = new WeComSeat(wecom, name);
            _seats[("dingtalk", person)] = new DingTalkSeat(dingtalk, name);
            _seats[("teams", person)] = new TeamsSeat(Keep(await Playground.StartAsync(new Uri(_service.Address, "/api/messages").AbsoluteUri, person)));
            _seats[("webchat", person)] = await WebChatAsync(vendors, person);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var running in Enumerable.Reverse(_running))
        {
            await running.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A deal for each messenger, so that each has a contract of its own.</summary>
    private static Task FillAsync(SalesBot.Data.SalesDb db)
    {
        TestCompany.Fill(db, TestBot.Start);
        var people = db.ChangeTracker.Entries<SalesBot.People.Person>().ToDictionary(p => p.Entity.Key, p => p.Entity, StringComparer.Ordinal);
        (people[Rep].Email, people[Legal].Email) = ("zhao.lei@example.com", "zheng.wen@example.com");
        var cables = db.ChangeTracker.Entries<Deal>().First(d => d.Entity.Key == "D3").Entity;
        db.AddRange(ApprovalCrossingTests.Deals.Select((name, i) => new Deal
        {
            Key = $"D9{i}", Name = name, Customer = cables.Customer, Owner = people[Rep], Stage = cables.Stage, Amount = cables.Amount, ReviewedAmount = cables.Amount, Currency = cables.Currency, CloseDate = cables.CloseDate,
            StageSince = cables.StageSince, LastActivityAt = cables.LastActivityAt, CreatedAt = cables.CreatedAt,
        }));
        return db.SaveChangesAsync();
    }

    private static async Task<(string Body, string Signature)> FeishuAsync(NodeTalk vendors, string timestamp, string nonce, string plain)
    {
        var made = await vendors.AskAsync("feishu", new JsonObject
        {
            ["encryptKey"] = FeishuServer.Key, ["verificationToken"] = FeishuServer.Token, ["timestamp"] = timestamp, ["nonce"] = nonce, ["plain"] = plain,
        });
        return (Text(made, "body"), Text(made, "signature"));
    }

    private static async Task<(string Sealed, string Signature)> WeComAsync(NodeTalk vendors, string timestamp, string nonce, string xml)
    {
        var made = await vendors.AskAsync("wecom", new JsonObject
        {
            ["token"] = WeComServer.Token, ["key"] = WeComServer.Key, ["id"] = WeComServer.Corp, ["timestamp"] = timestamp, ["nonce"] = nonce, ["message"] = xml,
        });
        return (Text(made, "sealed"), Text(made, "signature"));
    }

    private static string Text(JsonNode answer, string member) => (string)answer[member]!;

    private async Task<Seat> WebChatAsync(NodeTalk vendors, string person)
    {
        using var http = new HttpClient { BaseAddress = _service.Address };
        using var generated = await http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = person } });
        var token = Text((await generated.Content.ReadFromJsonAsync<JsonObject>())!, "token");
        await vendors.AskAsync("open", new JsonObject { ["name"] = person, ["domain"] = new Uri(_service.Address, "/v3/directline").AbsoluteUri, ["token"] = token });
        return new WebChatSeat(vendors, person);
    }

    private T Keep<T>(T running)
        where T : IAsyncDisposable
    {
        _running.Add(running);
        return running;
    }
}
