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

    public Slots(IEnumerable<KeyValuePair<string, string>> values) : base(values, StringComparer.Ordinal) { }

    public string? Text(string name) => TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The text, cut to what its field holds.</summary>
    public string? Text(string name, int most) => Text(name) is { } text ? text[..Math.Min(text.Length, most)] : null;

    public decimal? Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    public DateOnly? Date(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    public TimeOnly? Time(string name) =>
        TimeOnly.TryParseExact(Text(name), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    public bool? Flag(string name) => bool.TryParse(Text(name), out var value) ? value : null;

    public void Set(string name, decimal value) => this[name] = value.ToString("0.############", CultureInfo.InvariantCulture);

    public void Set(string name, DateOnly value) => this[name] = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Set(string name, TimeOnly value) => this[name] = value.ToString("HH:mm", CultureInfo.InvariantCulture);

    public void Set(string name, bool value) => this[name] = value ? "true" : "false";
}
