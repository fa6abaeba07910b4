using System.Buffers;
using System.Text;
using System.Text.Json;
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
        var thrown = Assert.Throws<CardException>(() => CardTemplate.Parse("sample", Encoding.UTF8.GetBytes(json)));

        Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Serves_many_at_once()
    {
        var samples = CardSample.Samples.Select(CardSample.Read).ToList();
        var expected = samples.ConvertAll(sample => sample.Expand().GetRawText());
        var template = samples.ConvertAll(sample => CardTemplate.Parse(sample.Name, Encoding.UTF8.GetBytes(sample.Template.GetRawText())));

        Parallel.For(0, 2000, i =>
        {
            var at = i % samples.Count;
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer))
                template[at].Expand(writer, samples[at].Data, samples[at].Host);
            Assert.Equal(expected[at], Encoding.UTF8.GetString(buffer.WrittenSpan));
        });
    }
}
