using System.Text.Json;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.Slack;

/// <summary><c>POST /api/slack/events</c>: what was said to the bot, in a direct message or by its name in a channel.</summary>
internal static class SlackEvents
{
    public const string Path = "/api/slack/events";

    // What the database keeps of an id; one beyond that is nobody's.
    private const int LongestId = 200;

    public static async Task<IResult> HandleAsync(HttpContext http, SlackGate gate, AcknowledgedTurns turns, SlackPeople people, SlackFiles files, TimeProvider time)
    {
        if (await gate.AdmitAsync(http) is not { } request)
        {
            return Results.Empty;
        }

        if (WireJson.Parse(request.Body) is not { } json || json.Text("type") is not { } type)
        {
            gate.Refuse(http, StatusCodes.Status400BadRequest, "malformed");
            return Results.Empty;
        }

        if (type == "url_verification" && json.Text("challenge") is { } challenge)
        {
            return Results.Json(new Dictionary<string, string>(StringComparer.Ordinal) { ["challenge"] = challenge });
        }

        if (type == "event_callback" && Read(json, time.GetUtcNow(), files.FetchAsync) is { } turn && await AcknowledgedTurns.FaultAsync(() => turns.TakeAsync(turn, people.MeetAsync, http.Response.Sent())) is { } fault)
        {
            // Slack brings it again.
            gate.Forget(request);
            gate.Refuse(http, StatusCodes.Status500InternalServerError, fault);
            return Results.Empty;
        }

        return Results.Ok();
    }

    /// <summary>Null for what needs no answer: the bot's own words and other bots', edits, what was not said to it.</summary>
    /// <param name="fetch">How its files are fetched.</param>
    public static Turn? Read(JsonElement json, DateTimeOffset now, Func<IReadOnlyList<SlackFiles.Sent>, CancellationToken, Task<IReadOnlyList<ReceivedFile>>> fetch)
    {
        if (json.At("event") is not { } said || json.Text("event_id") is not { Length: > 0 and <= LongestId } id || said.Text("bot_id") is not null)
        {
            return null;
        }

        var bot = json.Items("authorizations").Select(a => a.Text("user_id")).FirstOrDefault();
        var (channel, user) = (said.Text("channel"), said.Text("user"));
        var toBot = said.Text("type") switch
        {
            "message" => said.Text("channel_type") is "im" && said.Text("subtype") is (null or "file_share" or "thread_broadcast"),
            // In a direct message the same words come as a message as well.
            "app_mention" => channel is not null && !SlackRoute.IsDirect(channel),
            _ => false,
        };
        if (!toBot || string.Equals(user, bot, StringComparison.Ordinal))
        {
            return null;
        }

        var thread = said.Text("thread_ts") ?? (channel is not null && SlackRoute.IsDirect(channel) ? null : said.Text("ts"));
        var text = SlackText.Read(said.Text("text") ?? "", bot);
        IReadOnlyList<SlackFiles.Sent> files = [.. said.Items("files").Select(SlackFiles.Sent.Of)];
        return SlackRoute.From(channel, thread, user, locale: null) is { } from && (text.Length > 0 || files.Count > 0)
            ? new Turn(TurnKind.Said, from, id, now) { Text = text, Fetch = files.Count > 0 ? stop => fetch(files, stop) : null }
            : null;
    }
}
