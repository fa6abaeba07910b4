using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Names;

/// <summary>
/// A short number is a name too: “A6 可以过”, "EAP-6", "eap6". A long one nobody types. Q1 to Q4 are quarters, unless a word for quotes or
/// numbers stands beside them (Q1号, "quote Q3").
/// </summary>
internal static class RecordNumbers
{
    private const int MostLetters = 4;
    private const int MostDigits = 4;

    public static IEnumerable<NameForm> Of(NamedRecord record)
    {
        if (record.Kind is not (NamedKind.Approval or NamedKind.Contract or NamedKind.Quote or NamedKind.Task) || !IsShort(record.Key)) yield break;
        var number = record.Key.ToLowerInvariant();
        yield return new NameForm(number, NameStrength.Full);
        if (number.Contains('-')) yield return new NameForm(number.Replace("-", string.Empty, StringComparison.Ordinal), NameStrength.Full);
    }

    /// <summary>The record is named by its number.</summary>
    public static bool Is(Mention mention, NormalText text) =>
        mention.Records.Any(record => IsShort(record.Key) && text.Slice(mention.Start, mention.End).ToString() is var said && Of(record).Any(form => form.Text == said));

    public static IReadOnlyList<Mention> WithoutQuarters(IReadOnlyList<Mention> mentions, NormalText text, IReadOnlyList<LiteralHit> words)
    {
        if (!mentions.Any(mention => IsQuarter(mention, text))) return mentions;
        var book = PhraseBook.Standard;
        var (quote, number) = (book.KeyOf("[kind:quote]"), book.KeyOf("[number_word]"));
        var signs = words.Where(hit => book.Is(hit.Literal, quote) || book.Is(hit.Literal, number)).ToList();
        return [.. mentions.Where(mention => !IsQuarter(mention, text) || signs.Exists(word => Touches(text, word.End, mention.Start) || Touches(text, mention.End, word.Start)))];
    }

    private static bool IsQuarter(Mention mention, NormalText text) =>
        mention.Length == 2 && text.Text[mention.Start] == 'q' && text.Text[mention.Start + 1] is >= '1' and <= '4';

    private static bool Touches(NormalText text, int end, int start) => end <= start && start - end <= 1 && text.Slice(end, start).IsWhiteSpace();

    private static bool IsShort(string key)
    {
        var letters = 0;
        while (letters < key.Length && char.IsAsciiLetter(key[letters])) letters++;
        var digits = key.AsSpan(letters < key.Length && key[letters] == '-' ? letters + 1 : letters);
        return letters is > 0 and <= MostLetters && digits.Length is > 0 and <= MostDigits && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
