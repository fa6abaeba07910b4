using System.Text;

namespace SalesBot.Customers.Tags;

/// <summary>Tags as people write them: several in one breath, with or without a sign before them (CU-03).</summary>
internal static class TagNames
{
    public const int Longest = 20;
    public const int MostOfOne = 20;

    /// <summary>"Remove a tag from them" names none.</summary>
    private static readonly string[] None = ["a", "an", "the", "some", "any", "one"];

    /// <summary>Each one once, in the order of writing; what is left of the words may be too long, which the caller says.</summary>
    public static IReadOnlyList<string> Split(string said) =>
        [.. CustomerWords.Patterns["between tags"].Split(said.Normalize(NormalizationForm.FormKC)).Select(one => one.Trim().Trim('#', '"', '\u201C', '\u201D', '\u300C', '\u300D', '\'').Trim()).Where(one => one.Length > 0 && !None.Contains(Alike(one), StringComparer.Ordinal)).DistinctBy(Alike, StringComparer.Ordinal)];

    /// <summary>As they are compared.</summary>
    public static string Alike(string name) => name.ToLowerInvariant();
}
