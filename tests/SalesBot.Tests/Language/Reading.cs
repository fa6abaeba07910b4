using System.Globalization;
using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Tests.Language;

/// <summary>What was found in a text, written short so that a table of cases reads as one: <c>2026-03-12</c>, <c>2026-03-12T15:00</c>, <c>2026-03-02..2026-03-08</c>, <c>3600s</c>, <c>500000 CNY</c>.</summary>
internal static class Reading
{
    /// <summary>Wednesday 2026-03-11 10:00, the day of the labelled messages.</summary>
    public static readonly DateTime Wednesday = new(2026, 3, 11, 10, 0, 0);

    public static string Of(string message) => string.Join("; ", SpanReader.Read(NormalText.Of(message), Wednesday).Select(Short));

    /// <summary>Only what has one of the types.</summary>
    public static string Of(string message, params FoundType[] types) =>
        string.Join("; ", SpanReader.Read(NormalText.Of(message), Wednesday).Where(found => types.Contains(found.Type)).Select(Short));

    private static string Short(Found found) => found.Type switch
    {
        FoundType.Date => Day(found.Date!.Value),
        FoundType.Time => found.OfficeTime!.Value.ToString("HH:mm", CultureInfo.InvariantCulture),
        FoundType.DateTime => $"{Day(found.Date!.Value)}T{found.OfficeTime!.Value.ToString("HH:mm", CultureInfo.InvariantCulture)}",
        FoundType.DateRange => $"{Moment(found.From!.Value, found.HasClock)}..{Moment(found.To!.Value, found.HasClock)}",
        FoundType.Duration => $"{found.Seconds!.Value.ToString(CultureInfo.InvariantCulture)}s",
        _ => string.Join(' ', new[] { Amount(found), found.Currency, found.Type is FoundType.Currency or FoundType.Number ? null : found.Type.ToString().ToLowerInvariant() }.OfType<string>()),
    };

    private static string Amount(Found found) =>
        found.Value!.Value.ToString(CultureInfo.InvariantCulture) + (found.High is { } high ? ".." + high.ToString(CultureInfo.InvariantCulture) : string.Empty);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTime moment, bool clock) => moment.ToString(clock ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
