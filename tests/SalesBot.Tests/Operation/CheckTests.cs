using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Tests.Channels.BotFramework;
using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Operation;

public sealed class CheckTests
{
    [Fact]
    public async Task A_database_that_is_not_there_is_trouble_and_is_not_made()
    {
        var file = Path.Combine(Path.GetTempPath(), $"salesbot-test-{Guid.NewGuid():N}.db");
        var (code, output) = await CheckAsync(file, "en");
        Assert.Equal(1, code);
        Assert.Contains($"✗ Database: {file} does not exist", output, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_part_has_a_line_in_both_languages_and_trouble_ends_with_one(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store);
        await FillAsync(database, dead: false);
        var (good, english) = await CheckAsync(database.Connection, "en");
        Assert.True(good == 0, english);
        Assert.Equal(7 + SalesBot.Server.Jobs.Schedule.EverySeconds.Count, english.Split('\n').Count(l => l.StartsWith('✓')));
        Assert.Contains("Outbox: 1 waiting, 0 given up", english, StringComparison.Ordinal);
        Assert.Contains("– WeCom: not set up", english, StringComparison.Ordinal);
        Assert.DoesNotContain("Username", english, StringComparison.Ordinal);

        await FillAsync(database, dead: true);
        var (bad, chinese) = await CheckAsync(database.Connection, "zh-CN");
        Assert.Equal(1, bad);
        Assert.Contains("✗ 提醒: 出错：scan/stalled（自 ", chinese, StringComparison.Ordinal);
        Assert.Contains("✗ 待发消息: 待发 1 条，放弃 1 条", chinese, StringComparison.Ordinal);
        Assert.Equal(5 + SalesBot.Server.Jobs.Schedule.EverySeconds.Count, chinese.Split('\n').Count(l => l.StartsWith('✓')));
    }

    [Fact]
    public async Task Without_Teams_outside_Development_nobody_can_get_in_and_wrong_settings_are_named()
    {
        var production = new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["SalesBot__Channels__Teams__AppId"] = "no-guid" };
        var (code, output) = await ServerProcess.RunAsync(["check", "--language", "en", "--database", "/no/such/file.db"], production);
        Assert.Equal(1, code);
        Assert.Contains("✗ Configuration: wrong: ", output, StringComparison.Ordinal);
        Assert.Contains("SalesBot:Channels:Teams:AppId", output, StringComparison.Ordinal);
        Assert.Contains("✗ Teams: settings are wrong", output, StringComparison.Ordinal);
        Assert.Contains("– Mail: not set up", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_messenger_whose_platform_does_not_answer_is_not_said_to_refuse_us()
    {
        await using var database = await TestDatabase.CreateAsync(Store.Sqlite);
        await FillAsync(database, dead: false);
        const string Nowhere = "http://127.0.0.1:9/";
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SalesBot__Channels__Slack__BotToken"] = "xoxb-1", ["SalesBot__Channels__Slack__SigningSecret"] = "secret-0123456789abcdef", ["SalesBot__Channels__Slack__ApiUrl"] = Nowhere,
            ["SalesBot__Channels__DingTalk__CorpId"] = "ding1", ["SalesBot__Channels__DingTalk__AppKey"] = "key1", ["SalesBot__Channels__DingTalk__AppSecret"] = "secret-0123456789", ["SalesBot__Channels__DingTalk__ApiUrl"] = Nowhere,
        };

        var (code, output) = await ServerProcess.RunAsync(["check", "--language", "en", "--database", database.Connection], settings);

        Assert.Equal(1, code);
        Assert.Contains("✗ Slack: cannot be reached: ConnectionError", output, StringComparison.Ordinal);
        Assert.Contains("✗ DingTalk: cannot be reached: ConnectionError", output, StringComparison.Ordinal);
        Assert.Contains("– Teams: not set up", output, StringComparison.Ordinal);
        Assert.DoesNotContain("LogLevel", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slack_has_a_line_when_it_is_set_up_and_settings_that_are_wrong_are_only_named()
    {
        await using var database = await TestDatabase.CreateAsync(Store.Sqlite);
        await FillAsync(database, dead: false);
        var answer = """{"ok":true,"team":"Acme","team_id":"T1"}""";
        await using var slack = await LocalServer.StartAsync(http => http.Response.WriteAsync(answer));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SalesBot__Channels__Slack__BotToken"] = "xoxb-1", ["SalesBot__Channels__Slack__SigningSecret"] = "secret-0123456789abcdef", ["SalesBot__Channels__Slack__ApiUrl"] = slack.Url + "/api/",
        };

        Assert.Contains("✓ Slack: workspace Acme accepts the bot", (await RunAsync()).Output, StringComparison.Ordinal);
        answer = """{"ok":false,"error":"invalid_auth"}""";
        Assert.Contains("✗ Slack: does not accept the bot: invalid_auth", (await RunAsync()).Output, StringComparison.Ordinal);
        settings["SalesBot__Channels__Slack__BotToken"] = "xoxp-1";
        var (code, output) = await RunAsync();
        Assert.Equal(1, code);
        Assert.Contains("SalesBot:Channels:Slack:BotToken", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", output, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxp-1", output, StringComparison.Ordinal);

        Task<(int ExitCode, string Output)> RunAsync() => ServerProcess.RunAsync(["check", "--language", "en", "--database", database.Connection], settings);
    }

    [Fact]
    public async Task Feishu_has_a_line_in_both_languages_when_it_is_set_up_and_settings_that_are_wrong_are_only_named()
    {
        await using var database = await TestDatabase.CreateAsync(Store.Sqlite);
        await FillAsync(database, dead: false);
        var refused = false;
        await using var feishu = await LocalServer.StartAsync(http => http.Response.WriteAsync(
            refused ? """{"code":10014,"msg":"app secret invalid"}""" : """{"code":0,"tenant_access_token":"t-1","expire":7200,"bot":{"open_id":"ou_bot","app_name":"SalesBot"},"data":{"tenant":{"tenant_key":"tk"}}}"""));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SalesBot__Channels__Feishu__AppId"] = "cli_1", ["SalesBot__Channels__Feishu__AppSecret"] = "secret-0123456789abcdef", ["SalesBot__Channels__Feishu__VerificationToken"] = "token-0123",
            ["SalesBot__Channels__Feishu__EncryptKey"] = "key-012345", ["SalesBot__Channels__Feishu__ApiUrl"] = feishu.Url + "/",
        };

        Assert.Contains("✓ 飞书: 已接受机器人 SalesBot（企业 tk）", (await RunAsync("zh")).Output, StringComparison.Ordinal);
        refused = true;
        Assert.Contains("✗ Feishu: does not let the bot in: 10014", (await RunAsync("en")).Output, StringComparison.Ordinal);
        settings["SalesBot__Channels__Feishu__EncryptKey"] = "short!";
        var (code, output) = await RunAsync("en");
        Assert.Equal(1, code);
        Assert.Contains("SalesBot:Channels:Feishu:EncryptKey", output, StringComparison.Ordinal);
        Assert.DoesNotContain("short!", output, StringComparison.Ordinal);

        Task<(int ExitCode, string Output)> RunAsync(string language) => ServerProcess.RunAsync(["check", "--language", language, "--database", database.Connection], settings);
    }

    [Fact]
    public async Task WeCom_and_DingTalk_have_a_line_too_and_what_is_wrong_with_them_is_only_named()
    {
        await using var database = await TestDatabase.CreateAsync(Store.Sqlite);
        await FillAsync(database, dead: false);
        await using var platform = await LocalServer.StartAsync(http => http.Response.WriteAsync(
            http.Request.Path.Value!.EndsWith("agent/get", StringComparison.Ordinal) ? """{"errcode":60020,"errmsg":"not allow to access from your ip"}""" : """{"errcode":0,"access_token":"t","accessToken":"t","expires_in":7200,"expireIn":7200}"""));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SalesBot__Channels__WeCom__CorpId"] = "ww1", ["SalesBot__Channels__WeCom__AgentId"] = "2", ["SalesBot__Channels__WeCom__Secret"] = "secret-0123456789", ["SalesBot__Channels__WeCom__Token"] = "t",
            ["SalesBot__Channels__WeCom__EncodingAesKey"] = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", ["SalesBot__Channels__WeCom__ApiUrl"] = platform.Url + "/cgi-bin/",
            ["SalesBot__Channels__DingTalk__CorpId"] = "ding1", ["SalesBot__Channels__DingTalk__AppKey"] = "key1", ["SalesBot__Channels__DingTalk__AppSecret"] = "secret-0123456789", ["SalesBot__Channels__DingTalk__ApiUrl"] = platform.Url + "/",
        };

        var (_, output) = await ServerProcess.RunAsync(["check", "--language", "en", "--database", database.Connection], settings);
        Assert.Contains("✗ WeCom: does not accept the app: 60020", output, StringComparison.Ordinal);
        Assert.Contains("✓ DingTalk: accepts the app key1", output, StringComparison.Ordinal);

        settings["SalesBot__Channels__WeCom__EncodingAesKey"] = "too-short";
        (_, output) = await ServerProcess.RunAsync(["check", "--language", "zh-CN", "--database", database.Connection], settings);
        Assert.Contains("SalesBot:Channels:WeCom:EncodingAesKey", output, StringComparison.Ordinal);
        Assert.Contains("✓ 钉钉：接受应用 key1", output.Replace(": ", "：", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", output, StringComparison.Ordinal);
        Assert.DoesNotContain("too-short", output, StringComparison.Ordinal);
    }

    private static Task<(int, string)> CheckAsync(string database, string language) => ServerProcess.RunAsync(["check", "--language", language, "--database", database]);

    private static async Task FillAsync(TestDatabase database, bool dead)
    {
        await using var services = new ServiceCollection().AddSalesDb(database.Connection).BuildServiceProvider();
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        var now = TimeProvider.System.GetUtcNow();
        if (!dead)
        {
            db.Settings.AddRange(SalesBot.Server.Jobs.Schedule.EverySeconds.Keys.Select(job => new Setting { Name = "job/" + job, Value = now.ToString("O") }));
        }

        else
        {
            db.Settings.Add(new Setting { Name = "failing/scan/stalled", Value = now.ToString("O") });
        }

        var person = new Person { Key = Keys.New('P'), Name = "x", CreatedAt = now };
        db.Outbox.Add(new OutboxMessage { Person = person, Content = "{}", State = dead ? OutboxState.Dead : OutboxState.Waiting, CreatedAt = now, NextAttemptAt = now });
        await db.SaveChangesAsync();
    }
}
