using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels.BotFramework;

namespace SalesBot.Tests.Channels.BotFramework;

public sealed class CardDialectTests
{
    private const string Approval = """
        {"type":"AdaptiveCard","version":"1.5","refresh":{"action":{"type":"Action.Execute","verb":"refresh"},"userIds":[]},
         "body":[{"type":"Input.Text","id":"comment"},
                 {"type":"Container","selectAction":{"type":"Action.Execute","verb":"open","data":"plain"},"items":[]},
                 {"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"More","card":{"type":"AdaptiveCard","actions":[{"type":"Action.Execute","title":"In","verb":"inner"}]}}]}],
         "actions":[{"type":"Action.Execute","id":"b1","title":"同意","verb":"approve","style":"positive","data":{"approval":"A1","verb":"forged","note":{"type":"Action.Execute","verb":"kept"}}},
                    {"type":"Action.OpenUrl","title":"Open","url":"https://x/"}]}
        """;

    [Theory]
    [InlineData("webchat")]
    [InlineData("directline")]
    [InlineData("emulator")]
    [InlineData("telegram")]
    public void Knows_only_submit_outside_Teams(string channel)
    {
        var card = Changed(channel, Approval);

        Same(
            """
            {"type":"AdaptiveCard","version":"1.5",
             "body":[{"type":"Input.Text","id":"comment"},
                     {"type":"Container","selectAction":{"type":"Action.Submit","data":{"verb":"open"}},"items":[]},
                     {"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"More","card":{"type":"AdaptiveCard","actions":[{"type":"Action.Submit","title":"In","data":{"verb":"inner"}}]}}]}],
             "actions":[{"type":"Action.Submit","id":"b1","title":"同意","style":"positive","data":{"approval":"A1","verb":"approve","note":{"type":"Action.Execute","verb":"kept"}}},
                        {"type":"Action.OpenUrl","title":"Open","url":"https://x/"}]}
            """,
            card);
    }

    [Fact]
    public void Gives_Teams_a_submit_to_fall_back_on()
    {
        var card = Changed("msteams", Approval);

        Same("""{"type":"Action.Submit","title":"同意","style":"positive","data":{"approval":"A1","verb":"approve","note":{"type":"Action.Execute","verb":"kept"}}}""", card["actions"]![0]!["fallback"]!);
        Assert.Equal("Action.Execute", (string?)card["actions"]![0]!["type"]);
        Assert.Equal("forged", (string?)card["actions"]![0]!["data"]!["verb"]);
        Assert.NotNull(card["refresh"]);
    }

    [Fact]
    public void Keeps_a_fallback_that_the_card_brings()
    {
        var card = Changed("msteams", """{"actions":[{"type":"Action.Execute","verb":"x","fallback":"drop"}]}""");

        Assert.Equal("drop", (string?)card["actions"]![0]!["fallback"]);
    }

    [Fact]
    public void In_Teams_a_button_that_leads_to_a_form_opens_a_dialog()
    {
        const string Menu = """{"actions":[{"type":"Action.Execute","title":"New","verb":"create_deal","data":{}},{"type":"Action.Execute","title":"Half","verb":"create_deal","data":{"customer":"C1"}},{"type":"Action.Execute","title":"To-dos","verb":"query_tasks"}]}""";

        var actions = Changed("msteams", Menu)["actions"]!.AsArray();

        Same("""{"type":"Action.Submit","title":"New","data":{"verb":"create_deal","msteams":{"type":"task/fetch"}}}""", actions[0]!);
        Assert.Equal(["Action.Execute", "Action.Execute"], actions.Skip(1).Select(a => (string?)a!["type"]), StringComparer.Ordinal);
        Assert.All(["outlook", "m365extensions"], channel => Assert.Equal("Action.Execute", (string?)Changed(channel, Menu)["actions"]![0]!["type"]));
        Assert.Null(Changed("webchat", Menu)["actions"]![0]!["data"]!["msteams"]);
    }

    [Fact]
    public void The_fields_of_a_card_fill_its_own_buttons_so_that_none_opens_a_dialog()
    {
        var card = Changed("msteams", """{"body":[{"type":"Container","items":[{"type":"Input.Text","id":"customer"}]}],"actions":[{"type":"Action.Execute","verb":"create_deal"}]}""");

        Assert.Equal("Action.Execute", (string?)card["actions"]![0]!["type"]);
    }

    [Fact]
    public void Hands_on_a_card_without_buttons_as_it_is()
    {
        var card = JsonElement.Parse("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"Action.Execute"}],"actions":[{"type":"Action.Submit","data":{"type":"Action.Execute"}}]}""");

        Assert.Equal(card, CardDialect.For("webchat", card));
    }

    private static JsonNode Changed(string channel, string card) => JsonNode.Parse(CardDialect.For(channel, JsonElement.Parse(card)).GetRawText())!;

    private static void Same(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
