using SalesBot.Cards;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Cards;

/// <summary>Every file in cards/ with its samples. A new card needs nothing here but <c>Samples/CARD.CASE.json</c>.</summary>
public sealed class CardTests(CardAnswers answers) : IClassFixture<CardAnswers>
{
    public static TheoryData<string> Cards => [.. CardSample.Cards];

    public static TheoryData<string> Samples => [.. CardSample.Samples];

    [Theory, MemberData(nameof(Cards))]
    public void Has_a_sample(string card) =>
        Assert.Contains(CardSample.Samples, sample => string.Equals(CardSample.CardOf(sample), card, StringComparison.Ordinal));

    [Theory, MemberData(nameof(Samples))]
    public void Expands_to_a_card_without_faults(string sample) => Assert.Empty(CardLint.Check(CardSample.Read(sample).Expand()));

    [NodeTheory, MemberData(nameof(Samples))]
    public void Expands_as_the_official_package_does(string sample) => Assert.Null(CardSample.Read(sample).Compare(answers.Expanded[sample]));

    [NodeTheory, MemberData(nameof(Samples))]
    public void Pleases_the_official_renderer(string sample) => Assert.Equal("[]", answers.Complaints[sample].GetRawText());

    [Fact]
    public void All_are_read_at_start() => Assert.Equal(CardSample.Cards.ToList(), CardStore.Load(CardSample.CardFolder).Names.Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
}
