using System.Buffers;
using System.Collections.Frozen;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// Names that are common words too (阳光, 三月, "Target", "Next", "3M"). Inside a date, an amount or a longer word of ours such a word is no name; else it
/// is one where the writing or what stands beside it says so.
/// </summary>
internal sealed class PlainWords(NormalText text, IReadOnlyList<Value> values, IReadOnlyList<LiteralHit> hits)
{
    private static readonly int Bound = PhraseBook.Standard.KeyOf("[bound]");
    private static readonly SearchValues<char> Figures = NameFiles.Characters("figure"), Whose = NameFiles.Characters("whose");
    private static readonly IReadOnlyList<string> AfterName = NameFiles.WordsOf("after-name");
    private static readonly FrozenSet<string> Common = NameFiles.WordsOf("common").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those of the mentions that are meant as names.</summary>
    public List<Mention> Without(IReadOnlyList<Mention> mentions) => [.. mentions.Where(mention => !CanBePlain(mention) || IsMeant(mention, mentions))];

    /// <summary>What only describes (<see cref="NameStrength.Tail"/>) is a plain word anyway.</summary>
    private static bool CanBePlain(Mention mention) =>
        mention is { Strength: > NameStrength.Tail, Kind: NamedKind.Customer or NamedKind.Deal or NamedKind.Lead or NamedKind.Contact or NamedKind.Person };

    private bool IsMeant(Mention mention, IReadOnlyList<Mention> mentions)
    {
        if (IsWhole(mention)) return true;
        if (values.Any(value => value.Start <= mention.Start && mention.End <= value.End && value.End - value.Start > mention.Length)) return false;
        if (hits.Any(hit => hit.Start <= mention.Start && mention.End <= hit.End && hit.End - hit.Start > mention.Length)) return false;
        if (mention is { Strength: NameStrength.Sound, Length: 2 } && IsTorn(mention)) return false;
        var isValue = values.Any(value => value.Start == mention.Start && value.End == mention.End);
        if (IsFigure(mention)) return false;
        if (isValue && mention.Strength == NameStrength.Full) return !IsBounded(mention);
        if (!isValue && !IsCommon(mention)) return mention.Strength != NameStrength.Sound || mention.Length > 2 || Trades.Find(text.Text[mention.Start..mention.End]).Count == 0;
        return IsFollowed(mention, mentions) || (!isValue && IsWritten(mention));
    }

    /// <summary>“退回上一版” sounds like 徽商 in the middle, but its first character ends a word of ours.</summary>
    private bool IsTorn(Mention mention) => Script.IsChinese(text[mention.Start]) && hits.Any(hit => hit.Start < mention.Start && mention.Start < hit.End && hit.End < mention.End);

    /// <summary>A company's whole name of several words is taken as it is.</summary>
    private bool IsWhole(Mention mention) =>
        mention.Strength == NameStrength.Full && (Script.IsChinese(text[mention.Start]) ? mention.Length >= 4 : text.Slice(mention.Start, mention.End).Contains(' '));

    private bool IsCommon(Mention mention)
    {
        var words = text.Text[mention.Start..mention.End];
        return Script.IsChinese(words[0]) ? Common.Contains(words) || PhraseBook.Standard.IsLiteral(words) : words.Split(' ').All(IsKnown);
    }

    private static bool IsKnown(string word) => Common.Contains(word) || PhraseBook.Standard.IsLiteral(word);

    /// <summary>“7-11号”: digits that something is counted with.</summary>
    private bool IsFigure(Mention mention) =>
        mention.End < text.Length && Figures.Contains(text[mention.End]) && char.IsAsciiDigit(text[mention.End - 1]);

    private bool IsBounded(Mention mention) => hits.Any(hit => PhraseBook.Standard.Is(hit.Literal, Bound) && (hit.Start == mention.End || (hit.End <= mention.Start && text.Slice(hit.End, mention.Start).IsWhiteSpace())));

    /// <summary>A word that follows only a party: 那边, 签了, "is", "called"; or a contact of a customer, or a product.</summary>
    private bool IsFollowed(Mention mention, IReadOnlyList<Mention> mentions)
    {
        var next = mention.End < text.Length && text[mention.End] is ' ' or '\'' ? mention.End + 1 : mention.End;
        return AfterName.Any(word => string.CompareOrdinal(text.Text, next, word, 0, word.Length) == 0 && Script.IsEdge(text.Text, next + word.Length))
            || mentions.Any(other => other.Kind is NamedKind.Contact or NamedKind.Product && (other.Start == next || (other.Start == next + 1 && Whose.Contains(text[next]))) && other.End > mention.End);
    }

    /// <summary>With a capital where small letters are usual.</summary>
    private bool IsWritten(Mention mention)
    {
        var typed = text.AsTyped(mention.Start, mention.End);
        return char.IsUpper(typed[0]) && !IsOpening(mention.Start) && !(typed.All(char.IsUpper) && typed.Length > 3);
    }

    private bool IsOpening(int at)
    {
        while (at > 0 && !char.IsLetterOrDigit(text[at - 1])) at--;
        return at == 0;
    }
}
