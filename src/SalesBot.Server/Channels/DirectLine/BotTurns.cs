using System.Text.Json.Nodes;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Hands what a client said to the bot and puts the answer into the transcript. For now the bot is an echo.</summary>
internal sealed class BotTurns(Transcript transcript, PracticeClock clock)
{
    public async Task GreetAsync(string conversation, string user, string? locale) => await SayAsync(conversation, user + " " + locale, replyTo: null);

    /// <summary>False when the bot failed; what the person said stands in the transcript all the same.</summary>
    public async Task<bool> RunAsync(JsonObject activity, string user)
    {
        if (string.Equals(activity.Text("type"), "message", StringComparison.Ordinal))
        {
            await SayAsync(activity.Text("conversation", "id")!, activity.Text("text") ?? activity["value"]?.ToJsonString() ?? user, activity.Text("id"));
        }

        return true;
    }

    private Task<string> SayAsync(string conversation, string text, string? replyTo) => transcript.AppendAsync(
        conversation,
        new JsonObject { ["type"] = "message", ["from"] = new JsonObject { ["id"] = Conversations.BotId, ["name"] = Conversations.BotName, ["role"] = "bot" }, ["text"] = text, ["replyToId"] = replyTo },
        replaces: null,
        clock.GetUtcNow());
}
