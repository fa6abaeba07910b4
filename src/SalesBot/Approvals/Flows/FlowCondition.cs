namespace SalesBot.Approvals.Flows;

/// <summary>When a flow is the one: all that is given must hold.</summary>
internal sealed record FlowCondition
{
    /// <summary>In full units of <see cref="Currency"/>.</summary>
    public decimal? AmountAtLeast { get; init; }

    /// <summary>In full units of <see cref="Currency"/>.</summary>
    public decimal? AmountBelow { get; init; }

    /// <summary>ISO 4217, of both bounds; null takes the figure as it is, in whatever currency.</summary>
    public string? Currency { get; init; }

    /// <summary>In percent off the price: 15 holds for 15.1 % off, not for 15 %.</summary>
    public decimal? DiscountDeeperThan { get; init; }

    /// <summary>One of these stands in the terms, in whatever case.</summary>
    public IReadOnlyList<string>? TermsContain { get; init; }

    /// <summary>True: the terms differ from those of the customer's last approved contract (AP-09); false: they do not.</summary>
    public bool? TermsDeviate { get; init; }

    public bool Holds(FlowCase of) =>
        (AmountAtLeast is not { } least || IsAtLeast(of, least))
        && (AmountBelow is not { } below || !IsAtLeast(of, below))
        && (DiscountDeeperThan is not { } percent || of.PercentOff > percent)
        && (TermsContain is not { } words || words.Any(word => of.Terms?.Contains(word, StringComparison.OrdinalIgnoreCase) == true))
        && (TermsDeviate is not { } deviate || of.TermsDeviate == deviate);

    /// <summary>What cannot be compared, for its currency or as nobody said it, counts as large: more people look at it, not fewer.</summary>
    private bool IsAtLeast(FlowCase of, decimal least) => of.Amount is not { } amount || (Currency is not null && Currency != of.Currency) || amount >= least;
}

/// <summary>What conditions look at.</summary>
/// <param name="PercentOff">Off the price; 0 where nothing is taken off.</param>
/// <param name="TermsDeviate">From those of the customer's last approved contract.</param>
internal sealed record FlowCase(decimal? Amount, string Currency, decimal PercentOff, string? Terms, bool TermsDeviate);
