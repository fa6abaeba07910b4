using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Language;

namespace SalesBot.Tests.Talking;

/// <summary>Over our Direct Line, as a client that polls: a token, the conversation, an activity posted, the activities since.</summary>
internal sealed class WebLine(HttpClient http, string personKey) : ITalkLine
{
    private const string Base = "/v3/directline";
    private AuthenticationHeaderValue? token;
    private string? conversation;
    private string watermark = "";

    public async Task<IReadOnlyList<Heard>> TakeAsync(TurnKind kind, string? text, Press? press, string locale, params IReadOnlyList<ReceivedFile> files)
    {
        if (conversation is null)
        {
            await OpenAsync(locale);
        }

        if (kind == TurnKind.Joined)
        {
            return await SinceAsync(watermark);
        }

        // What the service posts by itself meanwhile is no answer.
        var activity = new { type = "message", from = new { id = personKey }, locale, text, value = Value(press) };
        var posted = files.Count > 0 ? await UploadAsync(activity, files) : await CallAsync(HttpMethod.Post, $"{Base}/conversations/{conversation}/activities", activity);
        return await SinceAsync(watermark, (string?)posted["id"]);
    }

    public Task<IReadOnlyList<Heard>> HeardAsync() => conversation is null ? Task.FromResult<IReadOnlyList<Heard>>([]) : SinceAsync("");

    /// <summary>The service does that by itself.</summary>
    public Task DeliverAsync() => Task.CompletedTask;

    /// <summary>Opening a conversation is joining it: the bot's greeting is what is heard first.</summary>
    private async Task OpenAsync(string locale)
    {
        var generated = await CallAsync(HttpMethod.Post, $"{Base}/tokens/generate", new { user = new { id = personKey } });
        token = new AuthenticationHeaderValue("Bearer", (string?)generated["token"]);
        conversation = (string?)(await CallAsync(HttpMethod.Post, $"{Base}/conversations", new { locale }))["conversationId"];
    }

    private async Task<IReadOnlyList<Heard>> SinceAsync(string since, string? answers = null)
    {
        var page = await CallAsync(HttpMethod.Get, $"{Base}/conversations/{conversation}/activities?watermark={since}", null);
        watermark = (string)page["watermark"]!;
        return [.. page["activities"]!.AsArray().Where(a => (string?)a!["from"]!["id"] != personKey && (answers is null || (string?)a["replyToId"] == answers)).Select(a => Read(a!))];
    }

    private static Heard Read(JsonNode activity) =>
        new((string)activity["id"]!, new RenderedReply((string?)activity["text"] ?? "", activity["attachments"]?[0]?["content"]?.Deserialize<JsonElement>()));

    private static Slots? Value(Press? press) => press is null ? null : new Slots(press.Data) { ["verb"] = press.Verb };

    private Task<JsonObject> UploadAsync(object activity, IReadOnlyList<ReceivedFile> files)
    {
        var form = new MultipartFormDataContent { { new StringContent(JsonSerializer.Serialize(activity), null, "application/vnd.microsoft.activity"), "activity", "blob" } };
        foreach (var file in files)
        {
            form.Add(new ReadOnlyMemoryContent(file.Content), "file", file.Name);
        }

        return CallAsync(HttpMethod.Post, $"{Base}/conversations/{conversation}/upload?userId={personKey}", form);
    }

    private async Task<JsonObject> CallAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)), Headers = { Authorization = token } };
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
