using System.Text.RegularExpressions;

namespace SalesBot.Words;

/// <summary>What is said where others read along shows no way to reach anybody (CU-16): the middle of telephone numbers and the name of e-mail addresses become stars.</summary>
internal static partial class Masking
{
    /// <summary>The word with every text in it masked, however deep.</summary>
    public static Word Of(Word word) => word.Args.Length == 0 ? word : new Word(word.Key, [.. word.Args.Select(Value)]);

    public static string Of(string text) =>
        Phone().Replace(Mail().Replace(text, match => match.Value[0] + "***" + match.Value[match.Value.IndexOf('@', StringComparison.Ordinal)..]), match => match.Value[..3] + "****" + match.Value[^4..]);

    private static object? Value(object? value) => value switch
    {
        string text => Of(text),
        Word word => Of(word),
        IEnumerable<Word> words => words.Select(Of).ToList(),
        IEnumerable<object> list => list.Select(Value).ToList(),
        _ => value,
    };

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mail();

    /// <summary>A Chinese mobile, a number with its country and a plus before it, or one with its area and a stroke.</summary>
    [GeneratedRegex(@"(?<!\d)((\+?86[ -]?)?1[3-9]\d([ -]?\d){8}|\+\d([ -]?\d){7,13}|0\d{2,3}-\d{7,8})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Phone();
}
