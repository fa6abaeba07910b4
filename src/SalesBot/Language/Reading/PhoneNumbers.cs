namespace SalesBot.Language.Reading;

/// <summary>Phone numbers, so that none is read as an amount: seven digits or more in one run (hyphens allowed) that begins with 0, 1 or +.</summary>
internal static class PhoneNumbers
{
    private const int Shortest = 7;
    private const string Mobile = "1dd dddd dddd";
    private const string American = "ddd-ddd-dddd";
    private const string Spoken = "ddd ddd dddd";
    private const string Indian = "ddddd ddddd";

    public static IEnumerable<Value> Read(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if ((text[start] is not ('0' or '1' or '+') && !IsShaped(text, start, American) && !IsShaped(text, start, Spoken) && !IsShaped(text, start, Indian)) || (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || (text[start - 1] is '.' or ',' or '-' && (start == 1 || !char.IsLetter(text[start - 2])))))) continue;
            var (end, digits) = (start, 0);
            while (end < text.Length && (Spaced(text, start, end) || char.IsAsciiDigit(text[end]) || (text[end] is '-' or '+' && (end == start || char.IsAsciiDigit(text[end - 1])))))
            {
                if (char.IsAsciiDigit(text[end++])) digits++;
            }

            var goesOn = end < text.Length && text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
            if (digits >= Shortest && !goesOn && (end == text.Length || !char.IsAsciiLetter(text[end])) && !IsRound(text.AsSpan(start, end - start))) yield return new Value(ValueKind.Phone, start, end);
            start = Math.Max(start, end - 1);
        }
    }

    /// <summary>+44 7700 900321 and 07700 900321: a blank between two groups of digits; so too where a mobile number of China is told in its three groups.</summary>
    private static bool Spaced(string text, int start, int at) =>
        text[at] == ' ' && (text[start] is '+' or '0' || IsShaped(text, start, Mobile) || IsShaped(text, start, Spoken) || IsShaped(text, start, Indian)) && char.IsAsciiDigit(text[at - 1]) && at + 2 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]);

    /// <summary>138 0574 2211, 512-555-0188: groups of so many digits and nothing more.</summary>
    private static bool IsShaped(string text, int start, string shape) =>
        start + shape.Length <= text.Length && (start + shape.Length == text.Length || !char.IsAsciiLetterOrDigit(text[start + shape.Length]))
        && Enumerable.Range(0, shape.Length).All(i => shape[i] == 'd' ? char.IsAsciiDigit(text[start + i]) : text[start + i] == shape[i]);

    /// <summary>"1000000" and "12000000" are amounts written out.</summary>
    private static bool IsRound(ReadOnlySpan<char> digits) => !(digits.Length == 11 && digits[0] == '1' && digits[1] >= '3') && digits.EndsWith("000", StringComparison.Ordinal) && digits[0] != '0' && !digits.Contains('-');
}
