using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>Numbers as they are said aloud, without their units: "three ninety five" is 395, "one eighty" 180, "a hundred and sixty two five" 162.5, "seven and a half" 7.5.</summary>
internal static class SpokenNumbers
{
    public static IEnumerable<Value> Join(NormalText text, IEnumerable<Value> values)
    {
        Value? last = null;
        foreach (var value in values)
        {
            if (last is not null && Joined(text, last, value) is { } one)
            {
                last = one;
                continue;
            }

            if (last is not null) yield return last;
            last = value;
        }

        if (last is not null) yield return last;
    }

    private static Value? Joined(NormalText text, Value first, Value second)
    {
        if (first is not { Kind: ValueKind.Number, Number: { } high } || second is not { Kind: ValueKind.Number or ValueKind.Percent or ValueKind.Money, Number: { } low }) return null;
        var between = text.Slice(first.End, second.Start);
        if (between is " and a " && low == 0.5m) return second with { Start = first.Start, Number = high + low };
        if (!(between is " " or "-") || !IsWord(text, first) || !IsWord(text, second) || second.Kind != ValueKind.Number) return null;
        if (high is >= 1 and <= 9 && low is >= 10 and <= 99) return second with { Start = first.Start, Number = (high * 100) + low };
        return high >= 10 && low is >= 1 and <= 9 && high % 10 != 0 ? second with { Start = first.Start, Number = high + (low / 10) } : null;
    }

    private static bool IsWord(NormalText text, Value value) => char.IsAsciiLetter(text[value.Start]) && char.IsAsciiLetter(text[value.End - 1]);
}
