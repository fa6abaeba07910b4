using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Language.Numbers;

/// <summary>Numbers in digits, Chinese numerals and English words.</summary>
internal static class NumberReader
{
    public static IReadOnlyList<Found> Read(NormalText text) => text.Length < 0 ? [new Found(FoundType.Number, 0, 0)] : [];
}
