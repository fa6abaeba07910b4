using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace SalesBot.Benchmarks.Messengers;

/// <summary>All messengers' platforms on one port: they know everybody, and take every message after the time that a call over a network takes.</summary>
internal sealed class Platforms : IAsyncDisposable
{
    private static readonly TimeSpan Away = TimeSpan.FromMilliseconds(50);

    private readonly WebApplication app;
    private readonly Action<string, string> told;
    private long number;

    private Platforms(WebApplication app, Action<string, string> told) => (this.app, this.told) = (app, told);

    public string Url => app.Urls.First();

    /// <summary>Listens when it returns.</summary>
    /// <param name="told">Called with the messenger and the number of each person that a message is for.</param>
    public static async Task<Platforms> StartAsync(Action<string, string> told)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var platforms = new Platforms(builder.Build(), told);
        platforms.app.Run(platforms.AnswerAsync);
        await platforms.app.StartAsync();
        return platforms;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        await Task.Delay(Away);
        http.Response.ContentType = "application/json";
        var path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        await http.Response.WriteAsync(path switch
        {
            ["api", "auth.test"] => """{"ok":true,"team":"Acme","team_id":"T1","user_id":"UBOT"}""",
            ["api", "users.info"] => """{"ok":true,"user":{"team_id":"T1","locale":"zh-CN","is_email_confirmed":true,"profile":{"email":"?"}}}""".Replace("?", Email(QueryHelpers.ParseQuery(body)["user"].ToString()), StringComparison.Ordinal),
            ["api", ..] => Taken("Slack", Text(body, "channel"), id => $$"""{"ok":true,"channel":"D1","ts":"{{id}}.1"}"""),
            ["open-apis", "auth", ..] => """{"code":0,"msg":"ok","tenant_access_token":"t","expire":7200}""",
            ["open-apis", "bot", ..] => """{"code":0,"bot":{"open_id":"ou_bot","app_name":"SalesBot","activate_status":2}}""",
            ["open-apis", "tenant", ..] => """{"code":0,"data":{"tenant":{"tenant_key":"tk","name":"Acme"}}}""",
            ["open-apis", "contact", _, _, var user] => """{"code":0,"data":{"user":{"enterprise_email":"?","status":{"is_activated":true}}}}""".Replace("?", Email(user), StringComparison.Ordinal),
            ["open-apis", ..] => Taken("Feishu", Text(body, "receive_id"), id => $"{{\"code\":0,\"data\":{{\"message_id\":\"om_{id}\"}}}}"),
            ["cgi-bin", "gettoken"] => """{"errcode":0,"access_token":"t","expires_in":7200}""",
            ["cgi-bin", "user", ..] => $$"""{"errcode":0,"status":1,"biz_mail":"{{Email(http.Request.Query["userid"].ToString())}}"}""",
            ["cgi-bin", ..] => Taken("WeCom", Text(body, "touser"), id => $$"""{"errcode":0,"msgid":"m{{id}}","response_code":"c{{id}}"}"""),
            ["v1.0", "oauth2", ..] => """{"accessToken":"t","expireIn":7200}""",
            ["topapi", ..] => """{"errcode":0,"result":{"active":true,"org_email":"?"}}""".Replace("?", Email(Text(body, "userid")), StringComparison.Ordinal),
            ["webhook", var user] => Taken("DingTalk", user, _ => """{"errcode":0,"errmsg":"ok"}"""),
            ["v3", "conversations", var conversation, ..] => Taken("Teams", conversation, id => $$"""{"id":"{{id}}"}"""),
            _ => throw new InvalidOperationException(http.Request.Path),
        });
    }

    private string Taken(string messenger, string place, Func<string, string> answer)
    {
        told(messenger, place[^4..]);
        return answer(Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whatever a messenger calls a place or a user, the person's number ends it.</summary>
    private static string Email(string place) => place[^4..] + "@example.com";

    private static string Text(string json, string name) => JsonElement.Parse(json).GetProperty(name).GetString()!;
}
