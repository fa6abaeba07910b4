using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>How much a word that tells approvals apart says. From the weakest.</summary>
internal enum ClaimKind
{
    /// <summary>What it is about (“折扣太深”): may only be the ground of the decision.</summary>
    Topic,

    /// <summary>A discount or an amount: which one, where it is a figure of one; else any figure.</summary>
    Value,

    /// <summary>A colleague who may have sent it, or may only be told.</summary>
    Person,

    /// <summary>Words of the title or of the deal.</summary>
    Words,

    /// <summary>“报价”, "the contract": a decision on the other kind is not meant.</summary>
    Kind,

    /// <summary>“卓凡提的”, "what Suresh has put up".</summary>
    Sender,

    /// <summary>A customer, deal, contract or quote.</summary>
    Name,
}

/// <summary>Some words of the clause that fit some approvals and not others.</summary>
internal sealed record Claim(Mark Mark, ClaimKind Kind, Func<NamedRecord, bool> Fits);
