using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Cards;

public sealed class RandomExpressionTests
{
    // The kinder cases of the table: null or undefined in a text, which has no toString there.
    private const string NoText = "(reading 'toString')";

    [NodeTheory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Agree_with_the_official_package(int seed)
    {
        var random = new RandomExpressions(seed);
        var cases = Enumerable.Range(0, 1000).Select(_ => random.Next()).ToList();
        var official = await TemplateCase.ExpandOfficiallyAsync(cases);

        var differences = cases.Zip(official)
            .Where(pair => !pair.Second.TryGetProperty("error", out var error) || !error.GetString()!.EndsWith(NoText, StringComparison.Ordinal))
            .Select(pair => (pair.First.Name, Difference: pair.First.Compare(pair.Second)))
            .Where(pair => pair.Difference is not null)
            .Select(pair => $"{pair.Name}  {pair.Difference}")
            .ToList();

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
        Assert.True(official.Count(answer => answer.TryGetProperty("card", out _)) > cases.Count / 4);
    }
}
