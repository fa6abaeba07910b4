using System.Globalization;
using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>“第二个”, "#3", "the last one", "these two": places in what was last offered or listed.</summary>
internal static class Places
{
    public static IReadOnlyList<NamedRecord> Find(Clause clause)
    {
        var shown = clause.Focus.Choices.Count > 0 ? clause.Focus.Choices : clause.Focus.List;
        return [.. Keys(clause, shown).Select(clause.Index.Get).OfType<NamedRecord>()];
    }

    public static IEnumerable<string> Keys(Clause clause, IReadOnlyList<string> shown)
    {
        if (shown.Count == 0) return [];
        var places = clause.Words("ordinal").Select(mark => Place(mark.Value, shown.Count)).Where(place => place >= 1 && place <= shown.Count).Distinct().ToList();
        if (places.Count == 0 && BareNumber(clause) is { } number && number >= 1 && number <= shown.Count) places.Add((int)number);
        if (places.Count > 0) return places.Select(place => shown[place - 1]);
        return clause.Has(Feature.Those) ? shown : [];
    }

    /// <summary>A number and nothing else is a place only while several records are offered: the choices are numbered on the card.</summary>
    private static decimal? BareNumber(Clause clause)
    {
        if (clause.Focus.Choices.Count == 0) return null;
        var text = clause.Span;
        var letters = 0;
        foreach (var c in text) letters += char.IsLetterOrDigit(c) ? 1 : 0;
        return clause.ValuesOf(ValueKind.Number).FirstOrDefault(value => value.End - value.Start >= letters && value.Number == decimal.Truncate(value.Number ?? 0))?.Number;
    }

    private static int Place(string? value, int count) =>
        string.Equals(value, "last", StringComparison.Ordinal) ? count : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
}
