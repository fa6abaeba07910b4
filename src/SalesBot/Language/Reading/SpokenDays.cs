using System.Globalization;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “同一天”, "the day before", "that day": a day by the one that was named last, else by the close date of the deal that is spoken of; a day of
/// that deal where the words say "the same as it". Nothing where neither is known, or where the words are part of another day.
/// </summary>
internal static class SpokenDays
{
    private static readonly int ThatDay = PhraseBook.Standard.KeyOf("[that_day]");

    /// <summary>The message with the day that it means; a length in words that mean one is none (“提前一天” lasts no day).</summary>
    public static Message In(Message message)
    {
        var hits = message.Hits.Where(hit => PhraseBook.Standard.Is(hit.Literal, ThatDay) && !message.Values.Any(value => value.Kind is not ValueKind.Duration && value.Mark.Overlaps(hit.Start, hit.End) && (value.Start < hit.Start || value.End > hit.End))).OrderByDescending(hit => hit.End - hit.Start).ToList();
        if (hits is not [var hit, ..]) return message;
        var others = message.Values.Where(value => !value.Mark.Overlaps(hit.Start, hit.End)).ToList();
        if (Anchor(message, hit) is not { } day) return others.Exists(value => value.Kind is ValueKind.Date) ? message : message with { Values = others };
        var offset = PhraseBook.Standard.LabelsOf(hit.Literal).First(label => label.Key == ThatDay).Value;
        var meant = new Value(ValueKind.Date, hit.Start, hit.End) { Date = day.AddDays(int.Parse(offset!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) };
        return message with { Values = [.. others.Append(meant).OrderBy(value => value.Start)] };
    }

    private static DateOnly? Anchor(Message message, LiteralHit hit)
    {
        var deal = message.Index.Get(message.Focus.Deal)?.Date;
        var asIt = message.Hits.Any(word => word.Start < hit.Start && !IsTopic(message, word) && PhraseBook.Standard.Is(word.Literal, Feature.This));
        return asIt && !message.Hits.Any(word => word.Start < hit.Start && IsTopic(message, word)) ? deal ?? message.Focus.Day : message.Focus.Day ?? deal;
    }

    /// <summary>"Remind me [about it] the day before": what it is about, not whose day.</summary>
    private static bool IsTopic(Message message, LiteralHit word) => PhraseBook.Standard.Is(word.Literal, Feature.This) && message.Text.Slice(0, word.Start) is var before && (before.EndsWith("about ", StringComparison.Ordinal) || before.EndsWith(" of ", StringComparison.Ordinal));
}
