using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// Asked for a record, a day or an amount, somebody says much more than that, and it is clearly another order: nobody waits for the question
/// any longer. Where any words would be an answer, only a question or a look at something is another order.
/// </summary>
internal static class AnotherOrder
{
    private const double Enough = 7;
    private const double Clearly = 3;

    /// <summary>So many Chinese characters, or half as many words.</summary>
    private const int Much = 7;

    public static bool Is(Clause clause, string pending)
    {
        if (clause.Focus.Asked is not { } asked || Beside(clause) < Much) return false;
        var scored = clause.Ranked;
        if (Again.IsFree(asked) && !PhraseBook.Standard.Reads.Contains(scored[0].Intent)) return false;
        return scored[0].Intent != pending && !PhraseBook.Standard.Aside.Contains(scored[0].Intent) && scored[0].Score >= Enough && scored[0].Score - scored[1].Score >= Clearly;
    }

    /// <summary>Chinese characters and Latin words that are part of no name or value.</summary>
    private static int Beside(Clause clause)
    {
        var text = clause.Message.Text.Text;
        var (count, inWord) = (0, false);
        var terms = clause.Words("terms");
        for (var i = clause.From; i < clause.To; i++)
        {
            var covered = clause.Mentions.Any(name => name.Start <= i && i < name.End) || terms.Any(word => word.Start <= i && i < word.End) || clause.Values.Any(value => value.Start <= i && i < value.End);
            var letter = char.IsLetter(text[i]) && !covered;
            if (letter && (Script.IsChinese(text[i]) || !inWord)) count += Script.IsChinese(text[i]) ? 1 : 2;
            inWord = letter;
        }

        return count;
    }
}
