namespace SalesBot.Cards.Linting;

/// <summary>Something wrong at one place of a card.</summary>
internal sealed record CardFinding(string Path, string Problem)
{
    public override string ToString() => $"{Path}: {Problem}";
}
