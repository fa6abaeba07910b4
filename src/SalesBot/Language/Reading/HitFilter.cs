using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Which words of the phrase book really stand in the text: not those inside a name, inside a longer word that hides them, or denied by the word before.</summary>
internal static class HitFilter
{
    /// <summary>The hits that count, without those inside the names of companies and people.</summary>
    public static IReadOnlyList<LiteralHit> Keep(PhraseBook book, string text, IReadOnlyList<LiteralHit> hits, IReadOnlyList<Mark> names)
    {
        var masks = hits.Where(hit => book.Is(hit.Literal, book.Mask)).ToList();
        // “有没有过期的” asks and denies nothing.
        var denials = hits.Where(hit => book.Is(hit.Literal, book.Not) && !masks.Exists(mask => Inside(hit, mask))).ToList();
        return [.. hits.Where(hit => !InName(hit, names) && !masks.Exists(mask => Inside(hit, mask)) && !Denied(book, hit, denials, text))];
    }

    private static bool Inside(LiteralHit hit, LiteralHit mask) =>
        hit.Start >= mask.Start && hit.End <= mask.End && hit.End - hit.Start < mask.End - mask.Start;

    private static bool InName(LiteralHit hit, IReadOnlyList<Mark> names) => names.Any(name => name.Start <= hit.Start && hit.End <= name.End);

    /// <summary>“没签”: the denial ends where the word begins (or one blank before), and the word itself holds no denial.</summary>
    private static bool Denied(PhraseBook book, LiteralHit hit, List<LiteralHit> denials, string text) =>
        denials.Exists(denial => denial.Start < hit.Start && (denial.End == hit.Start || (denial.End == hit.Start - 1 && text[denial.End] == ' ')))
        && !book.StandsDenied(hit.Literal);
}
