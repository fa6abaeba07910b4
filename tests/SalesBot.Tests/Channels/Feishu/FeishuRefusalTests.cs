using System.Text;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels.Feishu;

namespace SalesBot.Tests.Channels.Feishu;

/// <summary>What must not get in: nothing is written, nothing is told, one line is left.</summary>
public sealed class FeishuRefusalTests : FeishuCompany
{
    private const string Order = "提醒我明天给凌云电缆打电话";

    [Fact]
    public async Task What_Feishu_did_not_sign_lately_is_refused_and_leaves_one_line()
    {
        var body = FeishuServer.Encrypt(Feishu.Message(Order).ToJsonString());
        var now = Feishu.Timestamp();
        var signature = FeishuSignature.Of(FeishuServer.Key, now, "x", Encoding.UTF8.GetBytes(body));

        Assert.Equal((401, ""), await Feishu.PostRawAsync(body, now, "x", signature[..^1] + (signature[^1] == '0' ? '1' : '0')));
        Assert.Equal((401, ""), await Feishu.PostRawAsync(body.Replace("A", "B", StringComparison.Ordinal), now, "x", signature));
        Assert.Equal((401, ""), await Feishu.PostRawAsync(body, now, "y", signature));
        Assert.Equal((401, ""), await Feishu.PostRawAsync(body, "", "", ""));
        Assert.Equal((401, ""), await Feishu.PostUnsignedAsync(body));
        Assert.Equal((401, ""), await Feishu.PostSignedAsync(body, TimeSpan.FromMinutes(6)));
        Assert.Equal((401, ""), await Feishu.PostSignedAsync(body, TimeSpan.FromMinutes(-6)));
        Assert.Equal((413, ""), await Feishu.PostSignedAsync(new string('x', 600_000)));

        await RefusedAsync(8);
    }

    [Theory]
    [InlineData("token", "another", 401, "otherToken")]
    [InlineData("token", null, 401, "otherToken")]
    [InlineData("app_id", "cli_another", 401, "otherApp")]
    [InlineData("app_id", null, 401, "otherApp")]
    [InlineData("tenant_key", "another", 401, "otherTenant")]
    [InlineData("tenant_key", null, 401, "otherTenant")]
    [InlineData("event_id", null, 400, "malformed")]
    [InlineData("event_id", "../../x", 400, "malformed")]
    [InlineData("event_type", null, 400, "malformed")]
    public async Task What_is_signed_but_not_for_us_is_refused(string member, string? value, int status, string reason)
    {
        var message = Feishu.Message(Order);
        message["header"]![member] = value;

        Assert.Equal((status, ""), await Feishu.PostAsync(message.ToJsonString()));

        await RefusedAsync(1);
        Assert.EndsWith(reason, Feishu.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_of_another_company_is_left_alone_in_a_group_with_ours()
    {
        var message = Feishu.Message(Order);
        message["event"]!["sender"]!["tenant_key"] = "another";

        Assert.Equal((200, "{}"), await Feishu.PostAsync(message.ToJsonString()));

        await RefusedAsync(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"encrypt":7}""")]
    [InlineData("""{"encrypt":""}""")]
    [InlineData("""{"encrypt":"AAAA"}""")]
    [InlineData("""{"encrypt":"MDEyMzQ1Njc4OWFiY2RlZtl6UWOc93H6zotOS/obWgbr0idkDYe3H2f1IweojBdqpu3eMwR9oWH+CNmPQ5pG6Q=="}""")]
    public async Task What_is_signed_but_malformed_is_refused(string body)
    {
        Assert.Equal((400, ""), await Feishu.PostSignedAsync(body));
        await RefusedAsync(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("\"x\"")]
    public async Task What_is_encrypted_but_malformed_is_refused(string plain)
    {
        Assert.Equal((400, ""), await Feishu.PostAsync(plain));
        await RefusedAsync(1);
    }

    [Fact]
    public async Task The_same_signed_request_is_taken_once()
    {
        var body = FeishuServer.Encrypt(new JsonObject { ["type"] = "url_verification", ["token"] = FeishuServer.Token, ["challenge"] = "x" }.ToJsonString());
        var signature = FeishuSignature.Of(FeishuServer.Key, Feishu.Timestamp(), "x", Encoding.UTF8.GetBytes(body));

        Assert.Equal(200, (await Feishu.PostRawAsync(body, Feishu.Timestamp(), "x", signature)).Status);
        Assert.Equal((401, ""), await Feishu.PostRawAsync(body, Feishu.Timestamp(), "x", signature));

        await RefusedAsync(1);
        Assert.EndsWith("replayed", Feishu.Logged, StringComparison.Ordinal);
    }

    /// <summary>Who signs nothing learns nothing: not whether the key, the padding, the JSON or the token was wrong.</summary>
    [Fact]
    public async Task Every_fault_of_what_is_not_signed_looks_the_same()
    {
        string[] bodies =
        [
            "{", FeishuServer.Encrypt("{}", "another-key"), FeishuServer.Encrypt("{"), FeishuServer.Encrypt("{}"), FeishuServer.Encrypt("""{"type":"url_verification","token":"another","challenge":"x"}"""),
            """{"type":"url_verification","token":"another","challenge":"x"}""", """{"encrypt":"AAAA"}""", FeishuServer.Encrypt(Feishu.Message(Order).ToJsonString()),
        ];
        foreach (var body in bodies)
        {
            Assert.Equal((401, ""), await Feishu.PostUnsignedAsync(body));
        }

        await RefusedAsync(bodies.Length);
        Assert.Single(Feishu.Logged.Split('\n').Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task While_Feishu_does_not_say_whose_the_app_is_nothing_is_taken_and_it_may_come_again()
    {
        Feishu.Company = """{"code":99991672,"msg":"Access denied"}""";
        var body = FeishuServer.Encrypt(Feishu.Message(Order).ToJsonString());
        var signature = FeishuSignature.Of(FeishuServer.Key, Feishu.Timestamp(), "x", Encoding.UTF8.GetBytes(body));
        Assert.Equal((503, ""), await Feishu.PostRawAsync(body, Feishu.Timestamp(), "x", signature));

        Feishu.Company = """{"code":0,"data":{"tenant":{"tenant_key":"tk"}}}""";
        Assert.Equal((200, "{}"), await Feishu.PostRawAsync(body, Feishu.Timestamp(), "x", signature));

        await Feishu.SentAsync();
    }

    /// <summary>An event has three seconds; a call of ours had fifteen, four times.</summary>
    [Fact]
    public async Task While_Feishu_itself_is_slow_to_say_whose_the_app_is_the_event_does_not_wait_for_it()
    {
        var awake = new TaskCompletionSource();
        Feishu.Asleep = awake.Task;
        var message = Feishu.Message("我的商机").ToJsonString();
        Assert.Equal((503, ""), await Feishu.PostAsync(message));

        awake.SetResult();
        Assert.Equal((200, "{}"), await Feishu.PostAsync(message));
        await Feishu.SentAsync();
    }

    private async Task RefusedAsync(int lines)
    {
        Assert.Equal(lines, Feishu.Logged.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("凌云", Feishu.Logged, StringComparison.Ordinal);
        Assert.DoesNotContain(FeishuServer.Token, Feishu.Logged, StringComparison.Ordinal);
        await NothingHappenedAsync();
    }
}
