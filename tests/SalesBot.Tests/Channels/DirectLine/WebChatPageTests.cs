using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Conversation;
using SalesBot.Tests.Browsing;

namespace SalesBot.Tests.Channels.DirectLine;

/// <summary>The page in a real browser: Microsoft's Web Chat over our own Direct Line.</summary>
public sealed class WebChatPageTests : IAsyncLifetime
{
    private const string Bubble = ".webchat__bubble__content";
    private const string SendBox = ".webchat__send-box-text-box textarea";
    private readonly DirectLineServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [ChromiumFact]
    public void A_sentence_is_answered_and_the_history_is_there_when_one_comes_back()
    {
        using var browser = Open(1280, 800);
        browser.UntilText(Bubble, "echo: hello");
        browser.Type(SendBox, "帮我看看东岭阀门");
        browser.Enter(SendBox);
        browser.UntilText(Bubble, "echo: 帮我看看东岭阀门");
        Assert.Equal("zh-CN", _server.Turns[^1].From.Locale);
        browser.Click("[data-key=boss]");
        browser.UntilText("#who-name", "王芳");
        browser.UntilTrue("!document.querySelector('#chat').innerText.includes('东岭阀门')");
        browser.Click("[data-key=rep]");
        browser.UntilText(Bubble, "echo: 帮我看看东岭阀门");
        Assert.Equal(3, _server.Turns.Count);
        Assert.Empty(browser.Complaints);
    }

    [ChromiumFact]
    public void A_pressed_card_turns_into_what_was_decided()
    {
        _server.Bot = (turn, messenger) => messenger.SendAsync(
            turn.Press is { } press
                ? new Outgoing(turn.From, new RenderedReply("decided", Card("已同意 " + press.Data.Text("note"), [])), UpdatesActivityId: press.CardActivityId)
                : new Outgoing(turn.From, new RenderedReply("open", Card("合同待审批 · 东岭阀门", Form()))),
            CancellationToken.None);
        using var browser = Open(1280, 800);
        browser.UntilText(".ac-adaptiveCard", "合同待审批");
        browser.Picture("card-open");
        browser.Type(".ac-adaptiveCard input.ac-input", "没问题");
        browser.Click(".ac-pushButton");
        browser.UntilText(".ac-adaptiveCard", "已同意 没问题");
        browser.UntilTrue("!document.querySelector('#chat').innerText.includes('合同待审批')");
        browser.Picture("card-decided");
        Assert.Equal("approve", _server.Turns[^1].Press!.Verb);
        Assert.Equal("web-rep|0000001", _server.Turns[^1].Press!.CardActivityId);
        Assert.DoesNotContain(_server.Turns[^1].Press!.Data.Keys, k => k.Contains('$', StringComparison.Ordinal));
        Assert.Empty(browser.Complaints);
    }

    [ChromiumFact]
    public async Task Both_languages_and_the_clock_and_news_of_others_work_on_desktop_and_phone()
    {
        using var browser = Open(1280, 800);
        browser.UntilText(Bubble, "echo: hello");
        browser.Picture("desktop-zh");
        browser.Click("#language");
        browser.UntilText("#picker h2", "Head office");
        browser.UntilText("[data-advance=P1D]", "Tomorrow");
        var messenger = _server.Services.GetRequiredService<IMessenger>();
        await messenger.SendAsync(new Outgoing(messenger.Reach("boss")!, new RenderedReply("nudge")), CancellationToken.None);
        browser.Click("[data-advance=P7D]");
        browser.UntilText("#notice", "It is now");
        Assert.Equal(7 * 24, _server.Passed.Count);
        browser.Until("[data-key=boss] .dot");
        browser.UntilText(Bubble, "echo: hello");
        browser.Picture("desktop-en");
        browser.Resize(390, 844);
        browser.Picture("phone-en");
        browser.Click("#who");
        browser.UntilText("#people.open #picker", "Fiona Wang");
        browser.Picture("phone-people");
        browser.Click("[data-key=boss]");
        browser.UntilText(Bubble, "nudge");
        browser.UntilTrue("document.documentElement.scrollWidth <= 390");
        browser.Click("#language");
        browser.UntilText("#who-name", "王芳");
        browser.UntilText(Bubble, "nudge");
        browser.Picture("phone-zh");
        Assert.Empty(browser.Complaints);
    }

    [ChromiumFact]
    public void An_empty_conversation_invites_to_speak()
    {
        _server.Bot = (_, _) => Task.CompletedTask;
        using var browser = Open(1280, 800);
        browser.UntilText("#empty", "从一句话开始");
        browser.Picture("empty-zh");
        browser.Click("#examples button");
        browser.UntilText(Bubble, "我的商机");
        browser.UntilTrue("document.querySelector('#empty').hidden");
    }

    private Chromium Open(int width, int height)
    {
        var browser = new Chromium(width, height);
        browser.Open(new Uri(_server.Address, "words/zh-CN.json"));
        browser.Script<object?>("localStorage.setItem('locale', 'zh-CN')");
        browser.Open(_server.Address);
        return browser;
    }

    private static JsonElement Card(string title, JsonArray actions) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray { new JsonObject { ["type"] = "TextBlock", ["text"] = title, ["weight"] = "bolder", ["size"] = "medium", ["wrap"] = true }, new JsonObject { ["type"] = "Input.Text", ["id"] = "note", ["placeholder"] = "…" } },
        ["actions"] = actions,
    });

    private static JsonArray Form() =>
    [
        new JsonObject
        {
            ["type"] = "Action.Execute", ["title"] = "同意", ["verb"] = "approve", ["style"] = "positive", ["data"] = new JsonObject { ["approval"] = "P1" },
        },
    ];
}
