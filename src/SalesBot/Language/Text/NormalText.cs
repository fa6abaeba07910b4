namespace SalesBot.Language.Text;

/// <summary>
/// A message normalised once for every reader: half width, simplified characters, lower case, one kind of quote and dash, runs of white
/// space as one space, no control or zero-width characters, emoji and lone surrogates as a space. A line break stays a line break.
/// Positions are those of <see cref="Text"/>; <see cref="ToOriginal"/> gives the UTF-16 offsets of the message as typed.
/// </summary>
internal sealed class NormalText
{
    public static readonly NormalText Empty = new(string.Empty, string.Empty, [], []);

    private const char ListComma = '\u3001';

    private readonly int[] _starts;
    private readonly int[] _ends;

    private NormalText(string original, string text, int[] starts, int[] ends) =>
        (Original, Text, _starts, _ends) = (original, text, starts, ends);

    public string Original { get; }

    public string Text { get; }

    public ReadOnlySpan<char> Span => Text;

    public int Length => Text.Length;

    public char this[int index] => Text[index];

    /// <summary>The offsets in the message as typed of normalised [start, end); <c>End</c> is exclusive. An empty span maps to an empty one.</summary>
    public (int Start, int End) ToOriginal(int start, int end)
    {
        if (start >= Length) return (Original.Length, Original.Length);
        return end <= start ? (_starts[start], _starts[start]) : (_starts[start], _ends[end - 1]);
    }

    /// <summary>The words as typed of normalised [start, end), for free-text slots.</summary>
    public string AsTyped(int start, int end)
    {
        var (from, to) = ToOriginal(start, end);
        return Original[from..to];
    }

    public ReadOnlySpan<char> Slice(int start, int end) => Text.AsSpan(start, end - start);

    /// <summary>The same message as if [start, end) had not been said.</summary>
    public NormalText Without(int start, int end) =>
        new(Original, Text.Remove(start, end - start), [.. _starts[..start], .. _starts[end..]], [.. _ends[..start], .. _ends[end..]]);

    public static NormalText Of(string? message)
    {
        if (string.IsNullOrEmpty(message)) return Empty;
        var chars = new char[message.Length];
        var starts = new int[message.Length];
        var ends = new int[message.Length];
        var length = 0;
        for (var i = 0; i < message.Length;)
        {
            var width = CharFolding.Width(message, i);
            var folded = IsListComma(message, i) ? ListComma : CharFolding.Fold(message, i);
            if (folded == CharFolding.Nothing)
            {
                // A removed mark (a variation selector, a zero-width joiner) belongs to the character before it.
                if (length > 0) ends[length - 1] = i + width;
            }
            else if (folded == ' ' && (length == 0 || chars[length - 1] is ' ' or '\n'))
            {
                if (length > 0) ends[length - 1] = i + width;
            }
            else if (folded == '\n' && length > 0 && chars[length - 1] is ' ' or '\n')
            {
                (chars[length - 1], ends[length - 1]) = ('\n', i + width);
            }
            else
            {
                length = Add(chars, starts, ends, length, message, i, folded, width);
            }

            i += width;
        }

        return new NormalText(message, new string(chars, 0, length), starts[..length], ends[..length]);
    }

    // A wide comma between narrow digits separates two numbers ($20，300); it is never a thousands mark.
    private static bool IsListComma(string message, int i) =>
        message[i] == '\uFF0C' && i > 0 && i + 1 < message.Length && char.IsAsciiDigit(message[i - 1]) && char.IsAsciiDigit(message[i + 1]);

    private static int Add(char[] chars, int[] starts, int[] ends, int length, string message, int at, char folded, int width)
    {
        if (folded == CharFolding.Pair)
        {
            // A rare ideograph outside the basic plane keeps its two units, so that names are not cut.
            (chars[length], starts[length], ends[length]) = (message[at], at, at + 2);
            (chars[length + 1], starts[length + 1], ends[length + 1]) = (message[at + 1], at, at + 2);
            return length + 2;
        }

        (chars[length], starts[length], ends[length]) = (folded, at, at + width);
        return length + 1;
    }
}
