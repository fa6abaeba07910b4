using System.Text.Json;
using SalesBot.Cards;

namespace SalesBot.Tests.Cards;

public sealed class CardLintTests
{
    [Theory]
    [InlineData("""{"type":"TextBlock"}""", "$.body[0]: TextBlock without text")]
    [InlineData("""{"type":"TextBlock","text":null}""", "$.body[0]: TextBlock without text")]
    [InlineData("""{"type":"TextBlock","text":5}""", "$.body[0].text: 5 is no string")]
    [InlineData("""{"type":"TextBlock","text":""}""", "$.body[0]: empty text")]
    [InlineData("""{"type":"TextBlock","text":"a","wrapp":true}""", "$.body[0].wrapp: unknown property of TextBlock")]
    [InlineData("""{"type":"TextBlock","text":"a","size":"Huge"}""", "$.body[0].size: \"Huge\" is no FontSize")]
    [InlineData("""{"type":"Textblock","text":"a"}""", "$.body[0]: Textblock is no Element")]
    [InlineData("""{"text":"a"}""", "$.body[0]: no type")]
    [InlineData("""{"type":"Action.Execute","title":"a","verb":"b"}""", "$.body[0]: Action.Execute is no Element")]
    [InlineData("""{"type":"Container","items":[{"type":"Image","url":"x"}]}""", "$.body[0].items[0]: Image without altText")]
    [InlineData("""{"type":"Container","items":{}}""", "$.body[0].items: {} is no Element[]")]
    [InlineData("""{"type":"ColumnSet","columns":[{"width":"12"}]}""", "$.body[0].columns[0].width: \"12\" is no Width or number or pixels")]
    [InlineData("""{"type":"FactSet","facts":[{"title":"a"}]}""", "$.body[0].facts[0]: Fact without value")]
    [InlineData("""{"type":"Input.Text","label":"a"}""", "$.body[0]: Input.Text without id")]
    [InlineData("""{"type":"Input.Date","id":"d","label":"a","value":"19.3.2026"}""", "$.body[0].value: \"19.3.2026\" is no date")]
    [InlineData("""{"type":"Input.Text","id":"d","label":"a","isRequired":true}""", "$.body[0]: required without errorMessage")]
    [InlineData("""{"type":"Chart.Pie","data":[]}""", "$.body[0]: Chart.Pie without fallback")]
    [InlineData("""{"type":"Chart.Pie","data":[],"fallback":{"type":"TextBlock"}}""", "$.body[0].fallback: TextBlock without text")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"a"}]}""", "$.body[0].actions[0]: Action.Execute without verb")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"a","verb":"b","data":"x"}]}""", "$.body[0].actions[0].data: \"x\" is no object")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ToggleVisibility","title":"a","targetElements":["x"]}]}""", "$.body[0].actions[0]: no element x")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"a","card":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"X"}]}}]}""", "$.body[0].actions[0].card.body[0]: X is no Element")]
    public void Finds_a_fault(string element, string finding) => Assert.Equal([finding], Check($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{element}}]}"""));

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5"}""", "$: AdaptiveCard without body")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.4","body":[]}""", "$.version: \"1.4\" is no Version")]
    [InlineData("""[]""", "$: not a AdaptiveCard")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"a","label":"x"},{"type":"Input.Date","id":"a","label":"y"}]}""", "$.body[1]: id a stands at $.body[0] too")]
    public void Finds_a_fault_of_the_whole(string card, string finding) => Assert.Equal([finding], Check(card));

    [Theory]
    [InlineData("""{"type":"textBlock","text":"a"}""")]
    [InlineData("""{"type":"Chart.Pie","data":[],"fallback":"drop"}""")]
    public void Knows_what_is_beyond_and_what_is_misspelt(string element) =>
        Assert.Equal(element.Contains("textBlock", StringComparison.Ordinal) ? 1 : 0, Check($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{element}}]}""").Count);

    [Fact]
    public void Finds_a_card_that_is_too_large() =>
        Assert.Equal(["$: larger than 80 KB"], Check($$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"{{new string('a', 81 * 1024)}}"}]}"""));

    [Fact]
    public void Lets_a_template_leave_things_open() =>
        Assert.Empty(CardLint.CheckTemplate(JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"$data":"${rows}","$when":"${a}","type":"TextBlock","text":"${a}","wrap":"${b}","size":"${c}"},{"type":"Input.Number","id":"${id}","label":"${l}","value":"${v}"},{"type":"Input.Number","id":"${id}","label":"${l}"}]}""")));

    private static List<string> Check(string card) => [.. CardLint.Check(JsonElement.Parse(card)).Select(finding => finding.ToString())];
}
