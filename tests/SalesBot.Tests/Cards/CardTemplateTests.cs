using SalesBot.Cards;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Cards;

public sealed class CardTemplateTests(TemplateCases cases) : IClassFixture<TemplateCases>
{
    [NodeTheory, MemberData(nameof(TemplateCases.Same), MemberType = typeof(TemplateCases))]
    public void Expands_as_the_official_package_does(string name) => Assert.Null(TemplateCases.All[name].Compare(cases.Official[name]));

    [NodeTheory, MemberData(nameof(TemplateCases.Stricter), MemberType = typeof(TemplateCases))]
    public void Refuses_what_can_only_be_a_mistake(string name) => Assert.Throws<CardException>(() => TemplateCases.All[name].Expand());

    [NodeTheory, MemberData(nameof(TemplateCases.Kinder), MemberType = typeof(TemplateCases))]
    public void Goes_on_where_the_official_package_gives_up(string name)
    {
        Assert.True(cases.Official[name].TryGetProperty("error", out _));
        Assert.Null(JsonDifference.First(TemplateCases.Instead[name], TemplateCases.All[name].Expand()));
    }

    [Theory]
    [InlineData("""{"body":[{"text":"a"},{"text":"x ${nope(1)}"}]}""", "sample.json $.body[1].text: unknown function nope [x ${nope(1)}]")]
    [InlineData("""{"a":{"$when":"${1 +}"}}""", "sample.json $.a.$when: unexpected end [${1 +}]")]
    [InlineData("""{"a":1,"a":2}""", "sample.json $: ")]
    [InlineData("""[1]""", "sample.json $: not an object")]
    [InlineData("""{"a":""", "sample.json $: ")]
    public void Says_where_a_card_cannot_be_read(string json, string message)
    {
        var thrown = Assert.Throws<CardException>(() => CardTemplate.Parse("sample", System.Text.Encoding.UTF8.GetBytes(json)));

        Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
    }
}
