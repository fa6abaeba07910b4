using System.Text;
using SalesBot.Language.Names;
using SalesBot.Language.Reading;
using SalesBot.Language.Text;

namespace SalesBot.Language.Learning;

/// <summary>
/// A sentence with each name, date, amount … replaced by one private letter of its kind, so that the classifier learns wording and never names.
/// An example line writes the kinds as <c>{customer}</c>, <c>{date}</c>; a clause has them from its mentions and values.
/// </summary>
internal static class Mask
{
    private const char First = '\uE000';

    private static readonly string[] Kinds =
    [
        "customer", "deal", "person", "contact", "product", "team", "contract", "quote", "approval", "task", "lead",
        "date", "time", "range", "duration", "amount", "percent", "discount", "delta", "number", "ordinal", "phone", "email",
    ];

    /// <summary>The kind that a letter of a masked sentence stands for; null for a letter as typed.</summary>
    public static string? KindOf(char letter) => letter >= First && letter < First + Kinds.Length ? Kinds[letter - First] : null;

    /// <summary>The example's words, normalised as messages are, with the blanks beside the kinds as they were typed.</summary>
    /// <exception cref="FormatException">A brace that names no kind.</exception>
    public static string Of(string example)
    {
        var masked = new StringBuilder(example.Length);
        var at = 0;
        for (var open = example.IndexOf('{', StringComparison.Ordinal); open >= 0; open = example.IndexOf('{', at))
        {
            var close = example.IndexOf('}', open);
            Between(masked, example[at..open]).Append(Letter(example[(open + 1)..close]));
            at = close + 1;
        }

        return Between(masked, example[at..]).ToString();
    }

    private static StringBuilder Between(StringBuilder masked, string words)
    {
        if (words.Length > 0 && words[0] == ' ' && masked.Length > 0) masked.Append(' ');
        return masked.Append(NormalText.Of(words).Text);
    }

    public static string Of(Clause clause)
    {
        var masked = new StringBuilder(clause.To - clause.From);
        var at = clause.From;
        foreach (var (start, end, letter) in Spans(clause))
        {
            if (start < at) continue;
            masked.Append(clause.Message.Text.Slice(at, start)).Append(letter);
            at = end;
        }

        return masked.Append(clause.Message.Text.Slice(at, clause.To)).ToString();
    }

    private static IEnumerable<(int Start, int End, char Letter)> Spans(Clause clause) =>
        clause.Mentions.Where(mention => mention.Kind != NamedKind.Task).Select(mention => (mention.Start, mention.End, Letter(mention.Kind.ToString().ToLowerInvariant())))
            .Concat(clause.Quoted is { } title ? [(title.Start, title.End, Letter("task"))] : [])
            .Concat(clause.Descriptive.Select(part => (part.Start, part.End, Letter("deal"))))
            .Concat(clause.Values.Select(value => (value.Start, value.End, Letter(NameOf(value)))))
            .Concat(clause.Marks.Of(Feature.OrdinalWord).Select(mark => (mark.Start, mark.End, Letter("ordinal"))))
            .OrderBy(span => span.Start).ThenByDescending(span => span.End);

    private static string NameOf(Value value) => value.Kind switch
    {
        ValueKind.Money or ValueKind.MoneyRange => "amount",
        ValueKind.Number => value.Number >= 1000 ? "amount" : "number",
        ValueKind.DateRange => "range",
        ValueKind.NoSuchDay => "date",
        _ => value.Kind.ToString().ToLowerInvariant(),
    };

    private static char Letter(string kind) => Array.IndexOf(Kinds, kind) is >= 0 and var at ? (char)(First + at) : throw new FormatException($"No kind {kind}.");
}
