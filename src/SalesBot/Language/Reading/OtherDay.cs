using SalesBot.Language.Dates;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>"Hmm 9th is better", "8th works": right after an act with a day, an ordinal among words that only correct is another day, no place in a list.</summary>
internal static class OtherDay
{
    private static readonly string[] Slots = ["date", "next_date", "close_date"], Empty = ["filler", "correction", "correction_end", "settle", "value_word"];

    public static Message In(Message message)
    {
        if (message.Focus is not { Fresh: true, LastSlots: { } known } || message.Values.Any(value => value.Date is not null) || !Slots.Any(slot => known.Date(slot) is not null)) return message;
        var clause = new Clause(message, 0, message.Text.Length);
        if (Ordinal(message.Text.Text) is not { } day || !int.TryParse(message.Text.Slice(day.Start, day.End - 2), System.Globalization.CultureInfo.InvariantCulture, out var number)) return message;
        if (clause.Has(Feature.Question) || !Answers.Covers(clause, 0, message.Text.Length, [day, .. Empty.SelectMany(clause.Words), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Glue)])) return message;
        return Days.AroundDay(message.Today, number) is not { } around ? message : message with
        {
            Values = [.. message.Values.Where(value => !value.Mark.Overlaps(day.Start, day.End)), new Value(ValueKind.Date, day.Start, day.End) { Date = around.Date, PastDate = around.Past }],
            Hits = [.. message.Hits.Where(hit => hit.Start != day.Start)],
        };
    }

    /// <summary>Where "9th" or "22nd" stands.</summary>
    private static Mark? Ordinal(string text)
    {
        for (var at = 0; at + 3 <= text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))) continue;
            var end = at;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end + 2 <= text.Length && text[end..(end + 2)] is "st" or "nd" or "rd" or "th" && (end + 2 == text.Length || !char.IsAsciiLetterOrDigit(text[end + 2]))) return new Mark(at, end + 2);
        }

        return null;
    }
}
