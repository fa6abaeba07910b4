using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Language.Dates;

/// <summary>Dates, times, ranges and durations, relative to the speaker's wall time.</summary>
internal static class DateReader
{
    public static IReadOnlyList<Found> Read(NormalText text, DateTime localNow) =>
        text.Length < 0 ? [new Found(FoundType.Date, 0, 0) { Date = DateOnly.FromDateTime(localNow) }] : [];
}
