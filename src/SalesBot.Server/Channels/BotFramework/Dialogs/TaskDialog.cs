using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework.Dialogs;

/// <summary>A form of ours in a window over the chat of Teams: asked for with <c>task/fetch</c>, sent with <c>task/submit</c> (PROTOCOLS.md A.6).</summary>
internal static class TaskDialog
{
    public const string Fetch = "task/fetch";
    public const string Submit = "task/submit";

    /// <summary>Teams cuts a longer one.</summary>
    private const int LongestTitle = 64;

    public static bool Is(string? invoke) => invoke is Fetch or Submit;

    /// <summary>
    /// A form fills the window; what else there is to say is posted, and the window closes. What was to open a window and is told in a sentence (not allowed, no longer
    /// there) is told in it.
    /// </summary>
    public static (JsonObject Window, IReadOnlyList<RenderedReply> Others) Answer(string invoke, IReadOnlyList<RenderedReply> replies)
    {
        if (replies.FirstOrDefault(r => r.Card is { } card && LongForms.IsOne(card)) is { } form)
        {
            return (Open(form), [.. replies.Where(r => !ReferenceEquals(r, form))]);
        }

        if (invoke is not Fetch || replies.Count == 0)
        {
            return ([], replies);
        }

        var only = replies is [{ Card: null, QuickReplies.Count: 0 }];
        return (Task("message", replies[0].Text), only ? [] : replies);
    }

    /// <summary>A window knows submits alone.</summary>
    private static JsonObject Open(RenderedReply form) => Task("continue", new JsonObject
    {
        ["title"] = form.Text.Length > LongestTitle ? form.Text[..LongestTitle] : form.Text,
        ["width"] = "medium",
        ["height"] = "medium",
        ["card"] = new JsonObject { ["contentType"] = ContentTypes.AdaptiveCard, ["content"] = JsonObject.Create(CardDialect.For(Schema.Channels.WebChat, form.Card!.Value)) },
    });

    private static JsonObject Task(string type, JsonNode value) => new() { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
