using SalesBot.Language.Dates;
using SalesBot.Language.Numbers;
using SalesBot.Language.Text;

namespace SalesBot.Language.Spans;

/// <summary>Every date, time, amount and number of a message, in order and without overlap.</summary>
internal static class SpanReader
{
    public static IReadOnlyList<Found> Read(NormalText text, DateTime localNow) => [.. DateReader.Read(text, localNow), .. NumberReader.Read(text)];
}
