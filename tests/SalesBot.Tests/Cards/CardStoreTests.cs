using SalesBot.Cards;

namespace SalesBot.Tests.Cards;

public sealed class CardStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cards");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"${"}]}""", "broken.json $.body[0].text: unclosed expression [${]")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","txt":"${a}"}]}""", "broken.json $.body[0].txt: unknown property of TextBlock")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.6","body":[]}""", "broken.json $.version: \"1.6\" is no Version")]
    public void A_broken_card_stops_the_start(string json, string message)
    {
        Write("broken", json);

        Assert.Equal(message, Assert.Throws<CardException>(() => CardStore.Load(folder.FullName)).Message);
    }

    [Fact]
    public void Finds_a_card_by_name()
    {
        Write("one", """{"type":"AdaptiveCard","version":"1.5","body":[]}""");
        var store = CardStore.Load(folder.FullName);

        Assert.Equal("one", store["one"].Name);
        Assert.Throws<KeyNotFoundException>(() => store["two"]);
    }

    private void Write(string name, string json) => File.WriteAllText(System.IO.Path.Combine(folder.FullName, name + ".json"), json);
}
