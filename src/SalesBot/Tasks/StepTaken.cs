using SalesBot.FollowUps;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Tasks;

/// <summary>
/// Whether a report tells that what was to be done was done: it takes up enough of what the to-do says beyond whom it is about, and denies none of it. That
/// both are of the same day says nothing.
/// </summary>
internal static class StepTaken
{
    /// <summary>Of the to-do's own characters; a Latin word counts as much as a Chinese one.</summary>
    private const double Enough = 0.5;
    private const int Stem = 4;

    private static readonly int Method = PhraseBook.Standard.KeyOf("[method]");
    private static readonly int[] Denials = [PhraseBook.Standard.Not, PhraseBook.Standard.KeyOf("[dont]"), PhraseBook.Standard.KeyOf("[will]"), PhraseBook.Standard.KeyOf("[nearly]"), PhraseBook.Standard.KeyOf("[as_planned]"), PhraseBook.Standard.KeyOf("[by_then]")];

    public static bool Tells(FollowUp followUp, Todo step)
    {
        if (step.Title.Length == 0) return true;
        string[] names = [.. new[] { followUp.Deal?.Name, followUp.Customer?.Name }.OfType<string>().Select(Plain)];
        var own = Words(Plain(step.Title)).Where(word => !names.Any(name => Holds(name, word))).ToList();
        if (own.Count == 0) return true;
        var told = string.Join('\n', Plain(followUp.Content).Split(',', '.', ';', '!', '?', '\n', ':').Where(breath => !IsDenied(breath)));
        var same = own.Where(word => Holds(told, word) || (followUp.Method is { } way && IsWay(word, way))).Sum(Weight);
        return same >= own.Sum(Weight) * Enough;
    }

    /// <summary>Chinese in pieces as long as words are, Latin words whole, without glue.</summary>
    private static IEnumerable<string> Words(string title)
    {
        for (var at = 0; at < title.Length; at++)
        {
            var start = at;
            if (Script.IsChinese(title[at]))
            {
                while (at + 1 < title.Length && Script.IsChinese(title[at + 1])) at++;
                foreach (var word in Pieces(title[start..(at + 1)])) yield return word;
            }
            else if (char.IsLetterOrDigit(title[at]))
            {
                while (at + 1 < title.Length && char.IsLetterOrDigit(title[at + 1]) && !Script.IsChinese(title[at + 1])) at++;
                if (title[start..(at + 1)] is var word && !PhraseBook.Standard.IsGlue(word)) yield return word;
            }
        }
    }

    /// <summary>Two characters in a row; one alone where there is no more.</summary>
    private static IEnumerable<string> Pieces(string run) => run.Length == 1 ? [run] : Enumerable.Range(0, run.Length - 1).Select(i => run.Substring(i, 2));

    private static int Weight(string word) => Script.IsChinese(word[0]) ? 1 : 2;

    private static bool Holds(string text, string word)
    {
        if (Script.IsChinese(word[0])) return text.Contains(word.Length == 1 ? word + '了' : word, StringComparison.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]) || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))) continue;
            var end = at;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
            var said = text[at..end];
            if (said == word || (said.Length >= Stem && word.Length >= Stem && (said.StartsWith(word[..Math.Max(Stem, word.Length - 1)], StringComparison.Ordinal) || word.StartsWith(said[..Math.Max(Stem, said.Length - 1)], StringComparison.Ordinal)))) return true;
        }

        return false;
    }

    private static bool IsWay(string word, string way) => PhraseBook.Standard.Find(word).Any(hit => hit.Start == 0 && PhraseBook.Standard.LabelsOf(hit.Literal).Exists(label => label.Key == Method && label.Value == way));

    private static bool IsDenied(string breath) => PhraseBook.Standard.Find(breath).Any(hit => (Script.IsChinese(breath[hit.Start]) || Script.IsEdge(breath, hit.Start)) && Denials.Any(key => PhraseBook.Standard.Is(hit.Literal, key)));

    private static string Plain(string text) => NormalText.Of(text).Text;
}
