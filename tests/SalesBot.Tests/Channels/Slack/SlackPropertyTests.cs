using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.Slack;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.Slack;

/// <summary>Whatever arrives, altered anywhere: no fault of ours, nothing written, nothing told.</summary>
public sealed class SlackPropertyTests
{
    private const string Envelope = """{"type":"event_callback","team_id":"T1","event_id":"Ev1","authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}],"event":""";
    private const string Button = """{"Verb":"undo","Data":{"act":"A1"}}""";

    private static readonly string[] Events =
    [
        Envelope + """{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"提醒我明天给凌云电缆打电话","ts":"1.1"}}""",
        Envelope + """{"type":"app_mention","channel":"C1","user":"U1","text":"<@UBOT> 凌云电缆 &amp; <https://x|y>","ts":"1.1","thread_ts":"1.0"}}""",
        Envelope + """{"type":"message","subtype":"file_share","channel_type":"im","channel":"D1","user":"U1","text":"","ts":"1.1","files":[{"name":"凌云.pdf","mimetype":"application/pdf"}]}}""",
    ];

    private static readonly string[] Presses =
    [
        SlackServer.Pressed(Button, "13.1", """{"b1":{"reason":{"type":"plain_text_input","value":"凌云"}},"b2":{"day":{"type":"datepicker","selected_date":"2026-03-20"}}}""").ToJsonString(),
        SlackServer.Pressed("""{"Says":"提醒我明天给凌云电缆打电话"}""", "13.2").ToJsonString(), """{"type":"view_submission","user":{"id":"U1"},"trigger_id":"13.3","view":{"state":{"values":{}}}}""",
    ];

    [Fact]
    public void Any_event_and_any_press_is_read_or_left() => Prop.ForAll(Mutated.Of([.. Events, .. Presses]), text =>
    {
        if (WireJson.Parse(Encoding.UTF8.GetBytes(text)) is not { } json)
        {
            return true;
        }

        var (said, pressed) = (SlackEvents.Read(json, TestBot.Start, (_, _) => throw new InvalidOperationException("nothing is fetched here")), SlackInteractivity.Read(json, TestBot.Start));
        return new[] { said, pressed }.All(t => t is null || (t.ActivityId.Length <= 200 && t.From.UserId.Length <= 100 && t.From.ConversationId.Length <= 300));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(AlteredRequests.Number));

    /// <summary>The signature holds for no altered body; and what is signed all the same, but said by nobody, is left or refused.</summary>
    [Fact]
    public async Task Any_altered_request_is_refused_or_left_and_writes_nothing_and_tells_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        await using var slack = await SlackServer.StartAsync(bot);
        var requests = from isEvent in Gen.Elements(true, false)
                       from said in Mutated.Of(isEvent ? Events : Presses).Generator
                       from nobodys in Mutated.Of([.. (isEvent ? Events : Presses).Select(p => p.Replace("\"U1\"", "null", StringComparison.Ordinal))]).Generator
                       from form in Mutated.Of([.. Presses.Select(p => "payload=" + Uri.EscapeDataString(p.Replace("\"U1\"", "null", StringComparison.Ordinal)))]).Generator
                       from inForm in Gen.Elements(true, false)
                       select (isEvent, Body: isEvent ? said : Form(said), Signed: isEvent ? nobodys : inForm ? form : Form(nobodys));
        var now = slack.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var genuine = Events.Concat(Presses.Select(Form)).Select(b => SlackSignature.Of(SlackServer.Secret, now, Encoding.UTF8.GetBytes(b))).ToList();

        AlteredRequests.Send(requests, async request =>
        {
            var path = request.isEvent ? SlackEvents.Path : SlackInteractivity.Path;
            // Of a genuine request, which nothing altered has.
            var signature = genuine[request.Body.Length % genuine.Count];
            var (status, body) = Events.Concat(Presses.Select(Form)).Contains(request.Body, StringComparer.Ordinal) ? (401, "") : await slack.PostRawAsync(path, request.Body, now, signature);
            Assert.True(status == 401 && body.Length == 0, $"{status} {body} to {request.Body}");
            (status, body) = await slack.PostAsync(path, request.Signed);
            // The same text may come out twice, and is then a request that was taken before.
            Assert.True(status is 200 or 400 or 401 && body.Length == 0, $"{status} {body} to {request.Signed}");
        });

        await slack.StopAsync();
        Assert.True(slack.NothingSent);
        await using var db = bot.Open();
        Assert.Equal((0, 0, 0, 0), (await db.SeenMessages.CountAsync(), await db.References.CountAsync(r => r.Channel == "slack"), await db.PersonLinks.CountAsync(), await db.Todos.CountAsync()));
        Assert.All(slack.Logged.Split('\n'), line => Assert.Matches("^slack: (event|interaction) refused: (400 malformed|401 (badSignature|replayed))$", line));
        Assert.All([SlackServer.Secret, SlackServer.Token, "凌云"], secret => Assert.DoesNotContain(secret, slack.Logged, StringComparison.Ordinal));
    }

    private static string Form(string payload) => "payload=" + Uri.EscapeDataString(payload);
}
