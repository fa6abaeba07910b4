using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Conversation;

namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>Forms in a window over the chat of Teams.</summary>
public sealed class TaskDialogTests : IAsyncLifetime
{
    private const string Form = """{"type":"AdaptiveCard","body":[{"type":"Container","items":[{"type":"Input.Text","id":"customer"}]}],"actions":[{"type":"Action.Execute","title":"OK","verb":"create_deal","data":{"once":"1"}}]}""";
    private const string Receipt = """{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"done"}]}""";

    private EdgeServer _edge = null!;

    public async Task InitializeAsync() => _edge = await EdgeServer.StartAsync();

    public Task DisposeAsync() => _edge.DisposeAsync().AsTask();

    [Fact]
    public async Task A_form_fills_the_window_and_is_not_posted()
    {
        _edge.Bot = _ => Answer(new RenderedReply("新建商机", JsonElement.Parse(Form)));

        var (status, body) = await InvokeAsync("task/fetch", """{"verb":"create_deal","msteams":{"type":"task/fetch"}}""");

        var task = body!["task"]!;
        Assert.Equal((200, "continue", "新建商机"), (status, (string?)task["type"], (string?)task["value"]!["title"]));
        var submit = task["value"]!["card"]!["content"]!["actions"]![0]!;
        Assert.Equal(("Action.Submit", "create_deal", "1"), ((string?)submit["type"], (string?)submit["data"]!["verb"], (string?)submit["data"]!["once"]));
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)task["value"]!["card"]!["contentType"]);
        Assert.Empty(_edge.Connector.Calls);
        var press = Assert.Single(_edge.Turns).Press!;
        Assert.Equal("create_deal", press.Verb);
        Assert.Empty(press.Data);
    }

    [Fact]
    public async Task What_was_filled_in_is_answered_in_the_chat_and_the_window_closes()
    {
        _edge.Bot = _ => Answer(new RenderedReply("✓", JsonElement.Parse(Receipt)));

        var (status, body) = await InvokeAsync("task/submit", """{"verb":"create_deal","customer":"东岭阀门","amount":"120万"}""");

        Assert.Equal((200, "{}"), (status, body!.ToJsonString()));
        Assert.Equal("✓", (string?)Assert.Single(_edge.Connector.Calls).Body!["summary"]);
        Assert.Equal("120万", Assert.Single(_edge.Turns).Press!.Data.Text("amount"));
    }

    [Fact]
    public async Task A_form_that_must_be_filled_in_anew_stays_in_the_window()
    {
        _edge.Bot = _ => Answer(new RenderedReply("新建商机", JsonElement.Parse(Form)), new RenderedReply("金额看不懂"));

        var (_, body) = await InvokeAsync("task/submit", """{"verb":"create_deal"}""");

        Assert.Equal("continue", (string?)body!["task"]!["type"]);
        Assert.Equal("金额看不懂", (string?)Assert.Single(_edge.Connector.Calls).Body!["text"]);
    }

    [Fact]
    public async Task What_opens_no_form_is_said_in_the_window_and_a_card_is_posted()
    {
        var (_, refused) = await InvokeAsync("task/fetch", """{"verb":"create_deal"}""");
        Assert.Equal(("message", "create_deal"), ((string?)refused!["task"]!["type"], (string?)refused["task"]!["value"]));
        Assert.Empty(_edge.Connector.Calls);

        _edge.Bot = _ => Answer(new RenderedReply("✓", JsonElement.Parse(Receipt)));
        var (_, done) = await InvokeAsync("task/fetch", """{"verb":"create_deal"}""", id: "18");
        Assert.Equal("message", (string?)done!["task"]!["type"]);
        Assert.Single(_edge.Connector.Calls);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"verb":7}""")]
    [InlineData("""{"verb":""}""")]
    public async Task A_window_of_another_making_is_refused(string data)
    {
        Assert.Equal(400, (await InvokeAsync("task/submit", data)).Status);
        Assert.Empty(_edge.Turns);
    }

    private static TurnAnswer Answer(params RenderedReply[] replies) => new(replies);

    private Task<(int Status, JsonNode? Body)> InvokeAsync(string name, string data, string id = "17") =>
        _edge.PostAsync($$"""{"type":"invoke","id":"{{id}}","name":"{{name}}","value":{"data":{{data}},"context":{"theme":"default"} } }""");
}
