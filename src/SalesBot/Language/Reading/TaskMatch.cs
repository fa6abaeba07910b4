using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>Which of the speaker's open tasks the words name.</summary>
internal static class TaskMatch
{
    private const double Enough = 0.55, Loose = 0.5;

    /// <summary>Those whose title the clause repeats in other words, so that it speaks of them whatever else it says: enough of the title's characters or words are there.</summary>
    public static IReadOnlyList<NamedRecord> Find(Clause clause)
    {
        var best = new List<NamedRecord>();
        var bestShare = Enough;
        HashSet<string>? said = null;
        foreach (var task in Open(clause))
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

    /// <summary>The same by what the title says beyond the names in the clause, of which at least two words or three characters are said.</summary>
    public static IReadOnlyList<NamedRecord> Spelled(Clause clause)
    {
        var names = clause.Mentions.Where(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contact or NamedKind.Person).SelectMany(name => Pieces(clause.Message.Text.Text[name.Start..name.End])).ToHashSet(StringComparer.Ordinal);
        var said = Pieces(clause.Span.ToString());
        return [.. Find(clause).Where(task => IsSpelled(Pieces(NormalText.Of(task.Name).Text)))];

        bool IsSpelled(HashSet<string> title)
        {
            // What is waited for is called without the waiting.
            var own = title.Where(piece => !names.Contains(piece) && piece is not ['等']).ToList();
            var same = own.Where(said.Contains).ToList();
            return same.Count > 1 && (double)same.Count / own.Count >= Enough && (same.Count == own.Count || same.Sum(piece => Script.IsChinese(piece[0]) ? 2 : 3) >= 6);
        }
    }

    /// <summary>
    /// Those that are meant where one is said to be done: by its number, by any words of its title (“机票订好了”, "freight forwarder: tick"), by its customer.
    /// </summary>
    public static (IReadOnlyList<NamedRecord> Tasks, bool Sure) Meant(Clause clause)
    {
        var numbered = clause.Named(NamedKind.Task).SelectMany(mention => mention.Records).ToList();
        return numbered.Count > 0 ? (numbered, true) : ByWords(clause);
    }

    /// <summary>Those that any words of their titles name, and whether no other one may be meant.</summary>
    public static (IReadOnlyList<NamedRecord> Tasks, bool Sure) ByWords(Clause clause)
    {
        var traces = Open(clause).Select(task => Traced(clause, task)).Where(trace => trace.Places.Count > 0).ToList();
        var best = Trace.Best(traces);
        return (best.ConvertAll(trace => trace.Record), best.Count == 1 || Trace.AreJoined(clause, best));
    }

    /// <summary>“技术答疑也算做完了” of 带技术再去一次: less than half of its title is said, and beside that a word which nobody knows. Something else may be meant.</summary>
    public static bool IsLoose(Clause clause, NamedRecord task)
    {
        var title = NormalText.Of(task.Name).Text;
        var (own, said) = (Pieces(title), Pieces(clause.Span.ToString()));
        return Script.HasChinese(title) && own.Count(said.Contains) < own.Count * Loose && Unexplained.HasThing(clause, new Mark(clause.From, clause.To), [.. Words(clause, task), .. clause.Names, .. clause.Words("done_word"), .. clause.Words("done_end")]);
    }

    /// <summary>Those of whose title some word is said that is not only the name of a customer.</summary>
    public static IReadOnlyList<NamedRecord> Named(Clause clause) =>
        [.. Open(clause).Where(task => Words(clause, task).Any(word => !clause.Names.Any(name => name.Overlaps(word.Start, word.End))))];

    /// <summary>Where words of its title stand.</summary>
    public static IEnumerable<Mark> Words(Clause clause, NamedRecord task) => OwnWords.Find(clause, OwnWords.Of(NormalText.Of(task.Name).Text), TextPieces.Stem);

    /// <summary>Where Chinese characters of these titles stand, in whichever order.</summary>
    public static IEnumerable<Mark> Letters(Clause clause, params IReadOnlyList<string> titles) =>
        Enumerable.Range(clause.From, clause.To - clause.From).Where(at => Script.IsChinese(clause.Message.Text[at]) && titles.Any(title => title.Contains(clause.Message.Text[at], StringComparison.Ordinal))).Select(at => new Mark(at, at + 1));

    /// <summary>The open ones of the speaker.</summary>
    public static IEnumerable<NamedRecord> Open(Clause clause) =>
        clause.Index.Of(clause.Message.Person, NamedKind.Task).Where(task => task.IsOpen && clause.Message.MaySee(task));

    private static Trace Traced(Clause clause, NamedRecord task)
    {
        var trace = new Trace(task, []);
        foreach (var word in Words(clause, task))
        {
            if (!PhraseBook.Standard.Is(clause.Message.Text.Text[word.Start..word.End], Feature.Key("[task_word]"))) trace.Add(word.Start, word.End);
        }

        var isNamed = trace.Places.Count > 0;
        var customer = clause.Index.CustomerOf(task);
        foreach (var mention in clause.Mentions.Where(mention => mention.Records.Any(record => record.Key == task.Customer || record.Key == task.Deal || (isNamed && record.Kind == NamedKind.Contact && record.Customer == customer)))) trace.Add(mention.Start, mention.End);
        return trace;
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
