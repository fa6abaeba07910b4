using System.Globalization;

namespace SalesBot.Language;

/// <summary>
/// The arguments of one order, by slot name (the list in LABELS.md), each as canonical text whatever it was read from
/// (a sentence, a button's data, a form): numbers invariant (<c>1200000.5</c>), dates <c>2026-03-19</c>, times <c>10:00</c>,
/// yes/no <c>true</c>/<c>false</c>. Dates and times are those of the speaker's zone.
/// </summary>
internal sealed class Slots : Dictionary<string, string>
{
    public Slots() : base(StringComparer.Ordinal) { }

    /// <summary>Of a name that is given twice, as JSON allows, the last value counts.</summary>
    public Slots(IEnumerable<KeyValuePair<string, string>> values) : base(StringComparer.Ordinal)
    {
        foreach (var (name, value) in values)
        {
            this[name] = value;
        }
    }

    public string? Text(string name) => TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The text, cut to what its field holds; never through the middle of a character.</summary>
    public string? Text(string name, int most) =>
        Text(name) is not { } text ? null : text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    public decimal? Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A day of the years 1900 to 2999: any other is no day of business, and a step beyond the calendar's ends would fail.</summary>
    public DateOnly? Date(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) && value.Year is >= 1900 and < 3000 ? value : null;

    public TimeOnly? Time(string name) =>
        TimeOnly.TryParseExact(Text(name), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    public bool? Flag(string name) => bool.TryParse(Text(name), out var value) ? value : null;

    public void Set(string name, decimal value) => this[name] = value.ToString("0.############", CultureInfo.InvariantCulture);

    public void Set(string name, DateOnly value) => this[name] = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Set(string name, TimeOnly value) => this[name] = value.ToString("HH:mm", CultureInfo.InvariantCulture);

    public void Set(string name, bool value) => this[name] = value ? "true" : "false";
}
