using System.Globalization;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Factors on a price: 0.9 is 10 % off, 9折.</summary>
internal static class Discounts
{
    /// <summary>A factor that can be meant: more than nothing, not more than the price itself.</summary>
    public static bool IsSound(decimal factor) => factor is > 0 and <= 1;

    public static Word Say(decimal factor) =>
        new("Discount.say", (double)(1 - factor), (factor * 10).ToString("0.##", CultureInfo.InvariantCulture));
}
