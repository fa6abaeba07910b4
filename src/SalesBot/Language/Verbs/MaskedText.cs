using System.Text;
using System.Text.RegularExpressions;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Verbs;

/// <summary>A message in which each name and value is one character that tells its sort, and where each character came from.</summary>
internal sealed class MaskedText
{
    private readonly StringBuilder text = new();
    private List<int> places = [];
    private readonly Clause clause;

    private MaskedText(Clause clause) => this.clause = clause;

    public string Text => text.ToString();

    /// <summary>Each match becomes one character, or nothing.</summary>
    public void Replace(Regex pattern, string by)
    {
        var (before, kept) = (Text, new List<int>());
        var from = 0;
        text.Clear();
        foreach (var match in pattern.EnumerateMatches(before))
        {
            text.Append(before, from, match.Index - from).Append(by);
            kept.AddRange(places[from..match.Index]);
            if (by.Length > 0) kept.Add(places[match.Index]);
            from = match.Index + match.Length;
        }

        text.Append(before, from, before.Length - from);
        places = [.. kept, .. places[from..]];
    }

    public static MaskedText Of(Clause clause)
    {
        var masked = new MaskedText(clause);
        for (var i = clause.From; i < clause.To;)
        {
            var (sort, end) = masked.At(i);
            masked.text.Append(end > i ? (char)sort : clause.Message.Text[i]);
            masked.places.Add(i);
            i = end > i ? end : i + 1;
        }

        masked.places.Add(clause.To);
        return masked;
    }

    /// <summary>Where a part of the masked text stands in the message.</summary>
    public (int From, int To) Back(int from, int to) => (places[from], places[to]);

    /// <summary>The longest name or value that begins there; a name before a value.</summary>
    private (Sort Sort, int End) At(int start)
    {
        var best = (Sort: Sort.Other, End: start);
        void Take(Sort sort, Mark mark)
        {
            if (mark.Start == start && mark.End > best.End) best = (sort, mark.End);
        }

        // A to-do called “报价” leaves that word what it is.
        foreach (var mention in clause.Mentions.Where(mention => mention.Strength >= NameStrength.Sound && mention.Kind != NamedKind.Task)) Take(Of(mention.Kind), mention.Mark);
        foreach (var mark in clause.Descriptive) Take(Sort.Deal, mark);
        foreach (var mark in clause.Strangers) Take(Sort.Other, mark);
        foreach (var mark in clause.Words("stage")) Take(mark.Value == "lead" ? Sort.Lead : Sort.Stage, mark);
        foreach (var value in clause.Values) Take(Of(value.Kind), value.Mark);
        return best;
    }

    private static Sort Of(NamedKind kind) => kind switch
    {
        NamedKind.Deal or NamedKind.Lead => Sort.Deal,
        NamedKind.Customer => Sort.Customer,
        NamedKind.Person => Sort.Person,
        NamedKind.Contract or NamedKind.Quote => Sort.Contract,
        NamedKind.Approval => Sort.Approval,
        _ => Sort.Other,
    };

    private static Sort Of(ValueKind kind) => kind switch
    {
        ValueKind.Money or ValueKind.MoneyRange => Sort.Sum,
        ValueKind.Date or ValueKind.DateRange or ValueKind.Time or ValueKind.Duration => Sort.Day,
        ValueKind.Percent or ValueKind.Discount => Sort.Share,
        _ => Sort.Figure,
    };
}
