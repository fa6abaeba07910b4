using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>The speaker's open tasks whose title the clause repeats in other words: enough of its characters or words are there.</summary>
internal static class TaskMatch
{
    private const double Enough = 0.55;

    public static IReadOnlyList<NamedRecord> Find(Clause clause)
    {
        var best = new List<NamedRecord>();
        var bestShare = Enough;
        HashSet<string>? said = null;
        foreach (var task in clause.Index.Of(clause.Message.Person, NamedKind.Task).Where(task => task.IsOpen && clause.Message.MaySee(task)))
        {
            said ??= Pieces(clause.Span.ToString());
            var title = Pieces(NormalText.Of(task.Name).Text);
            if (title.Count < 2) continue;
            var share = (double)title.Count(said.Contains) / title.Count;
            if (share < bestShare - 0.01) continue;
            if (share > bestShare + 0.01) best.Clear();
            (bestShare, _) = (Math.Max(share, bestShare), task);
            best.Add(task);
        }

        return best;
    }

    /// <summary>Chinese characters one by one, Latin words by their first five letters (send, sending), without glue.</summary>
    private static HashSet<string> Pieces(string text)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (Script.IsChinese(text[i]))
            {
                if (!PhraseBook.Standard.IsGlue(text[i].ToString())) pieces.Add(text[i].ToString());
                continue;
            }

            var start = i;
            while (i < text.Length && Script.IsLatin(text[i])) i++;
            if (i == start) continue;
            var word = text[start..i--];
            if (!PhraseBook.Standard.IsGlue(word)) pieces.Add(word[..Math.Min(5, word.Length)]);
        }

        return pieces;
    }
}
