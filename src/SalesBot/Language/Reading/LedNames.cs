using System.Buffers;
using System.Collections.Frozen;
using SalesBot.Language.Learning;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// Names by what leads to them, whatever they look like: "visited Holloway", “拜访了宏远”, "how is Thornbury doing", or by what they promise. A person's name (a first name,
/// a surname with one or two characters more) is none of a company.
/// </summary>
internal sealed class LedNames(NormalText text, IReadOnlyList<LiteralHit> hits)
{
    private const int Shortest = 3;
    private const int LongestChinese = 5;
    private const int LongestBetween = 30;

    private static readonly int Lead = PhraseBook.Standard.KeyOf("[party_lead]"), Touched = PhraseBook.Standard.KeyOf("[touched]"),
        Vows = PhraseBook.Standard.KeyOf("[vows]"), ThereIs = PhraseBook.Standard.KeyOf("[there_is]"), AsCustomer = PhraseBook.Standard.KeyOf("[as_customer]");
    private static readonly SearchValues<char> Inside = NameFiles.Characters("inside");
    private static readonly FrozenSet<string> FirstNames = NameFiles.WordsOf("first-names").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Surnames = NameFiles.WordsOf("surnames").ToFrozenSet(StringComparer.Ordinal);

    public static bool IsFirstName(string word) => FirstNames.Contains(word);

    public static bool IsSurname(char letter) => Surnames.Contains(letter.ToString());

    public IEnumerable<Mark> Find() => After().Concat(Between()).Concat(Before());

    /// <summary>“星海答应周五前发图纸”, "Atlas has promised to send drawings": at the beginning, before what is promised.</summary>
    private IEnumerable<Mark> Before()
    {
        foreach (var vow in hits.Where(hit => PhraseBook.Standard.Is(hit.Literal, Vows)))
        {
            var end = vow.Start > 0 && text[vow.Start - 1] == ' ' ? vow.Start - 1 : vow.Start;
            if (end > 0 && (Script.IsChinese(text[0]) ? ChineseEnd(0) : LatinEnd(0)) == end) yield return new Mark(0, end);
        }
    }

    /// <summary>“有没有远成印务这个客户”, "do we have Dorset Mills as a customer": all that stands between.</summary>
    private IEnumerable<Mark> Between()
    {
        foreach (var lead in hits.Where(hit => PhraseBook.Standard.Is(hit.Literal, ThereIs)))
        {
            var tail = hits.Where(hit => PhraseBook.Standard.Is(hit.Literal, AsCustomer) && hit.Start > lead.End && hit.Start - lead.End <= LongestBetween).OrderBy(hit => hit.Start).FirstOrDefault();
            if (tail.End == 0) continue;
            var name = text.Slice(lead.End, tail.Start);
            var start = lead.End + (name.Length - name.TrimStart().Length);
            var end = lead.End + name.TrimEnd().Length;
            if (end - start >= 2 && name.IndexOfAny(",;?!") < 0 && !PhraseBook.Standard.IsLiteral(text.Text[start..end])) yield return new Mark(start, end);
        }
    }

    private IEnumerable<Mark> After()
    {
        foreach (var lead in hits.Where(hit => PhraseBook.Standard.Is(hit.Literal, Lead) || PhraseBook.Standard.Is(hit.Literal, Touched)))
        {
            var start = lead.End < text.Length && text[lead.End] == ' ' ? lead.End + 1 : lead.End;
            if (start >= text.Length || hits.Any(hit => hit.Start <= start && start < hit.End && hit.End - hit.Start > 1)) continue;
            var end = Script.IsChinese(text[start]) ? ChineseEnd(start) : LatinEnd(start);
            if (end > start) yield return new Mark(start, end);
        }
    }

    /// <summary>Words with a capital, as many as there are.</summary>
    private int LatinEnd(int start)
    {
        var end = start;
        for (var at = start; at < text.Length && IsCapital(at); at = end + 1)
        {
            var stop = at;
            while (stop < text.Length && Script.IsLatin(text[stop])) stop++;
            if (stop - at < Shortest || PhraseBook.Standard.IsLiteral(text.Text[at..stop])) break;
            end = stop;
            if (end >= text.Length || text[end] != ' ') break;
        }

        return end > start && !FirstNames.Contains(text.Text[start..end].Split(' ')[0]) && text.Slice(start, end).ContainsAnyExceptInRange('0', '9') ? end : start;
    }

    /// <summary>Characters up to the next word of ours, that are hardly ever seen side by side.</summary>
    private int ChineseEnd(int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestChinese && Script.IsChinese(text[end]) && !hits.Any(hit => hit.Start == end)) end++;
        var length = end - start;
        if (length is < 2 or LongestChinese || Inside.Contains(text[end - 1]) || (length <= 3 && IsSurname(text[start]))) return start;
        var unseen = Enumerable.Range(start, length - 1).Count(i => !IntentModel.Standard.Knows(Gram.OfPair(text.Text.AsSpan(i, 1), text.Text.AsSpan(i + 1, 1))));
        return unseen * 2 >= length - 1 && unseen > 0 ? end : start;
    }

    private bool IsCapital(int at) => text.AsTyped(at, at + 1) is [var letter, ..] && char.IsUpper(letter);
}
