using System.Globalization;

namespace SalesBot.Language.Phrases;

/// <summary>
/// One line of an intent's file: a weight and what must be in the message for it to count.
/// <code>
/// +6 win_word | closed it          any of these words
/// +5 move .. to .. {stage}         in this order, with a little between
/// +2 {deal} + {amount}             both, anywhere
/// -4 [ask]                         speaks against it; [name] is a list of Phrases/Lists, {name} something found (an entity, a date, the context)
/// +3 ^next step                    only at the start; $ after a word: only at the end
/// +3 word + !{deal}                and nothing of this kind
/// +5! visit                        the words also say what is to be done, and stay part of it
/// </code>
/// </summary>
internal sealed record PhraseRule(string Intent, double Weight, PhraseTerm[] Terms, string Source)
{
    /// <summary>Its place among all rules.</summary>
    public int Number { get; init; }

    /// <summary>The words only order it; else they say what is to be done.</summary>
    public bool OnlyOrders { get; init; } = true;

    public static PhraseRule Parse(string intent, string line, Func<string, int> keyOf)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 2 || !double.TryParse(line[..space].TrimEnd('!'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight))
        {
            throw new InvalidOperationException($"Phrase line without a weight in {intent}: {line}");
        }

        var terms = line[(space + 1)..].Split(" + ", StringSplitOptions.TrimEntries).Select(part => PhraseTerm.Parse(part, keyOf)).ToArray();
        if (Array.TrueForAll(terms, term => term.Absent)) throw new InvalidOperationException($"Phrase line that only excludes in {intent}: {line}");
        return new PhraseRule(intent, weight, terms, line) { OnlyOrders = line[space - 1] != '!' };
    }

    /// <summary>The words that made it count, or null when it does not.</summary>
    public IReadOnlyList<Mark>? Match(Marks marks)
    {
        foreach (var term in Terms)
        {
            if (term.Absent == term.IsIn(marks)) return null;
        }

        return Terms.Length == 1 ? Terms[0].Find(marks) : [.. Terms.Where(term => !term.Absent).SelectMany(term => term.Find(marks))];
    }
}
